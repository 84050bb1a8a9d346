#include "json/document.hpp"

#include <functional>
#include <optional>

#include "json/writer.hpp"

namespace bedplate::json {
namespace {

/// Finished siblings wait on a stack until their parent ends and takes them as one array.
class Builder final : public Handler {
 public:
  Builder(Arena& arena, std::string_view text) : arena_(arena), text_(text) {}

  Result<> begin_object() override { return open(Kind::kObject); }
  Result<> end_object(std::size_t) override { return close(); }
  Result<> begin_array() override { return open(Kind::kArray); }
  Result<> end_array(std::size_t) override { return close(); }
  Result<> key(std::string_view name) override {
    key_ = keep(name);
    return {};
  }
  Result<> string(std::string_view value) override { return scalar(Kind::kString, keep(value)); }
  Result<> number(std::string_view literal) override { return scalar(Kind::kNumber, keep(literal)); }
  Result<> boolean(bool value) override { return scalar(Kind::kBoolean, value ? "true" : "false"); }
  Result<> null() override { return scalar(Kind::kNull, {}); }

  const Node* finish() { return arena_.copy_array(std::span<const Node>(pending_)).data(); }

 private:
  std::string_view keep(std::string_view value) {
    const std::less_equal<const char*> not_after;
    const bool inside =
        not_after(text_.data(), value.data()) && not_after(value.data() + value.size(), text_.data() + text_.size());
    return inside ? value : arena_.copy(value);
  }
  Result<> scalar(Kind kind, std::string_view text) {
    pending_.push_back({.kind = kind, .key = std::exchange(key_, {}), .text = text, .children = {}});
    return {};
  }
  Result<> open(Kind kind) {
    open_.push_back(pending_.size());
    return scalar(kind, {});
  }
  Result<> close() {
    const std::size_t self = open_.back();
    open_.pop_back();
    pending_[self].children = arena_.copy_array(std::span<const Node>(pending_).subspan(self + 1));
    pending_.resize(self + 1);
    return {};
  }

  Arena& arena_;
  std::string_view text_;
  std::string_view key_;
  std::vector<Node> pending_;
  std::vector<std::size_t> open_;
};

}  // namespace

constinit const Node Document::kNothing{};

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::kNull:
      return "null";
    case Kind::kBoolean:
      return "a boolean";
    case Kind::kNumber:
      return "a number";
    case Kind::kString:
      return "a string";
    case Kind::kArray:
      return "an array";
    case Kind::kObject:
      return "an object";
  }
  return "";
}

const Node* Node::find(std::string_view name) const {
  if (kind != Kind::kObject) return nullptr;
  for (const Node& child : children) {
    if (child.key == name) return &child;
  }
  return nullptr;
}

std::optional<std::string_view> Node::string(std::string_view name) const {
  const Node* member = find(name);
  if (member == nullptr || !member->is_string()) return std::nullopt;
  return member->text;
}

Result<const Node*> parse(std::string_view text, Arena& arena, const Limits& limits) {
  // The reader tests this too, but only after the copy.
  if (text.size() <= limits.bytes) text = arena.copy(text);
  Builder builder(arena, text);
  BP_TRY_VOID(read(text, builder, limits));
  return builder.finish();
}

Result<Document> Document::parse(std::string_view text, const Limits& limits) {
  Document document;
  document.arena_ = std::make_unique<Arena>(text.size() < 2048 ? 4096 : 2 * text.size());
  BP_TRY(document.root_, json::parse(text, *document.arena_, limits));
  return document;
}

namespace {

void append_scalar(Writer& writer, const Node& node) {
  switch (node.kind) {
    case Kind::kString:
      return writer.string(node.text);
    case Kind::kNull:
      return writer.null();
    default:
      return writer.raw(node.text);
  }
}

}  // namespace

void append(std::string& out, const Node& node) {
  Writer writer(out);
  struct Open {
    const Node* node;
    std::size_t next;
  };
  std::vector<Open> open;
  const auto visit = [&](const Node& each) {
    if (each.is_object() || each.is_array()) {
      each.is_object() ? writer.begin_object() : writer.begin_array();
      open.push_back({&each, 0});
    } else {
      append_scalar(writer, each);
    }
  };
  visit(node);
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next == top.node->children.size()) {
      top.node->is_object() ? writer.end_object() : writer.end_array();
      open.pop_back();
      continue;
    }
    const Node& child = top.node->children[top.next++];
    if (top.node->is_object()) writer.key(child.key);
    visit(child);
  }
}

}  // namespace bedplate::json
