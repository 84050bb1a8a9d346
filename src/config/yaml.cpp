#include "config/yaml.hpp"

#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/text_cursor.hpp"
#include "base/utf8.hpp"

namespace bedplate::config {
namespace {

constexpr std::size_t kMaxBytes = 256 * 1024;
constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMaxNodes = 10'000;

Position position_of(const YAML::Mark& mark) {
  if (mark.is_null()) return {};
  return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1),
          static_cast<std::uint32_t>(mark.pos)};
}

/// The first line that is indented by a tab; line 0: none is. A comment or an empty line may be.
Position tab_in_indentation(std::string_view text) {
  for (std::uint32_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto row = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t first = std::min(row.find_first_not_of(" \t\r"), row.size());
    const std::size_t tab = row.substr(0, first).find('\t');
    if (tab != std::string_view::npos && first < row.size() && row[first] != '#')
      return {.line = line, .column = static_cast<std::uint32_t>(tab + 1)};
  }
  return {};
}

// Builds the tree from the outside in; after the first failure it ignores what follows.
class Builder final : public YAML::EventHandler {
 public:
  bool failed() const { return !message_.empty(); }
  Yaml take() { return std::move(root_); }
  Finding finding(const std::string& source) const { return {source, where_, message_, hint_}; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (admit(mark, anchor, "")) add(node(Yaml::Kind::kNull, mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    fail(mark, "aliases are not read", "write the value again");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    if (!admit(mark, anchor, tag)) return;
    if (!open_.empty() && open_.back().kind == Yaml::Kind::kMap && !key_.back()) {
      for (const Yaml& sibling : open_.back().children)
        if (sibling.key == value)
          return fail(mark, "the key " + quoted(value) + " stands here twice", "keep one of them");
      key_.back() = std::make_pair(value, position_of(mark));
      return;
    }
    Yaml scalar = node(Yaml::Kind::kScalar, mark);
    scalar.text = value;
    add(std::move(scalar));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Yaml::Kind::kList, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Yaml::Kind::kMap, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  void fail(const YAML::Mark& mark, std::string message, std::string hint) {
    if (failed()) return;
    where_ = position_of(mark);
    message_ = std::move(message);
    hint_ = std::move(hint);
  }
  static Yaml node(Yaml::Kind kind, const YAML::Mark& mark) {
    Yaml made;
    made.kind = kind;
    made.at = position_of(mark);
    return made;
  }
  bool admit(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) {
    if (anchor != YAML::NullAnchor) fail(mark, "anchors are not read", "remove the &name");
    if (!tag.empty() && tag != "?" && tag != "!") fail(mark, "tags are not read", "remove the !tag");
    if (++nodes_ > kMaxNodes) fail(mark, "the file has too many values", "10,000 are the most");
    return !failed();
  }
  void open(Yaml::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (!admit(mark, anchor, tag)) return;
    if (open_.size() >= kMaxDepth) return fail(mark, "the file is nested too deeply", "16 levels are the most");
    if (!open_.empty() && open_.back().kind == Yaml::Kind::kMap && !key_.back())
      return fail(mark, "a key must be a word", "write `key: value`");
    open_.push_back(node(kind, mark));
    key_.emplace_back();
  }
  void close() {
    if (failed()) return;
    Yaml done = std::move(open_.back());
    open_.pop_back();
    key_.pop_back();
    add(std::move(done));
  }
  void add(Yaml child) {
    if (open_.empty()) {
      root_ = std::move(child);
      return;
    }
    if (open_.back().kind == Yaml::Kind::kMap) {
      auto& key = key_.back();
      if (!key) {
        where_ = child.at;
        message_ = "a key must be a word";
        hint_ = "write `key: value`";
        return;
      }
      child.key = key->first;
      child.key_at = key->second;
      key.reset();
    }
    open_.back().children.push_back(std::move(child));
  }

  Yaml root_;
  std::vector<Yaml> open_;
  std::vector<std::optional<std::pair<std::string, Position>>> key_;  // beside open_: the key read last
  std::size_t nodes_ = 0;
  Position where_;
  std::string message_, hint_;
};

}  // namespace

Yaml* Yaml::find(std::string_view name) {
  if (kind != Kind::kMap) return nullptr;
  for (Yaml& child : children)
    if (child.key == name) return &child;
  return nullptr;
}

Yaml parse_yaml(std::string_view text, const std::string& source, std::vector<Finding>& findings) {
  const auto refuse = [&](Position at, std::string message, std::string hint) {
    findings.push_back({source, at, std::move(message), std::move(hint)});
    return Yaml{};
  };
  if (text.size() > kMaxBytes) return refuse({}, "the configuration is too long", "256 KiB are the most");
  if (!valid_utf8(text)) return refuse({}, "the configuration is not valid UTF-8", "save it as UTF-8, without NUL");
  try {
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    Builder builder;
    parser.HandleNextDocument(builder);
    if (builder.failed()) {
      findings.push_back(builder.finding(source));
      return {};
    }
    Yaml root = builder.take();
    Builder second;
    if (parser.HandleNextDocument(second)) return refuse({}, "there is a second document", "remove what follows `---`");
    return root;
  } catch (const YAML::Exception& e) {
    if (const Position tab = tab_in_indentation(text); tab.line != 0)
      return refuse(tab, "YAML allows no tabs in the indentation", "indent by blanks");
    // The library's messages name no value.
    return refuse(position_of(e.mark), "this is not valid YAML: " + e.msg, "check indentation, quotes and colons");
  }
}

}  // namespace bedplate::config
