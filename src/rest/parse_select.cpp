#include "rest/parse_select.hpp"

#include <array>
#include <vector>

namespace bedplate::rest {
namespace {

constexpr std::array<std::string_view, 5> kAggregates{"avg()", "count()", "max()", "min()", "sum()"};

class Parser {
 public:
  Parser(Cursor& cursor, int max_depth) : cursor_(cursor), max_depth_(max_depth) {}

  // Recursion is bounded by max_depth_.
  Result<std::span<const SelectNode>> items(int depth) {
    if (depth > max_depth_)
      return failure(
          Error(Reason::kLimitExceeded, "'select' embeds more than " + std::to_string(max_depth_) + " levels deep"));
    std::vector<SelectNode> made;
    if (depth > 0 && cursor_.peek() == ')') return std::span<const SelectNode>{};
    do {
      BP_TRY(const SelectNode node, item(depth));
      made.push_back(node);
    } while (cursor_.take(','));
    return std::span<const SelectNode>(cursor_.arena().copy_array<SelectNode>(std::span<const SelectNode>(made)));
  }

 private:
  Result<SelectNode> item(int depth) {
    SelectNode node;
    node.offset = static_cast<std::uint32_t>(cursor_.offset());
    if (cursor_.take('*')) {
      node.kind = SelectNode::Kind::kAll;
      return node;
    }
    node.spread = cursor_.take("...");
    if (!node.spread && aggregate(node)) return result_cast(node);
    BP_TRY(node.field, parse_field(cursor_));
    if (cursor_.peek() == ':' && cursor_.peek(1) != ':') {
      if (!node.field.path.empty()) return failure(cursor_.wrong("an alias is a plain name"));
      cursor_.skip(1);
      node.alias = node.field.name;
      node.field = {};
      if (cursor_.take('*')) return failure(cursor_.wrong("'*' takes no alias"));
      if (!node.spread && aggregate(node)) return result_cast(node);
      BP_TRY(node.field, parse_field(cursor_));
    }
    if (cursor_.peek() == '!' || cursor_.peek() == '(') return embed(node, depth);
    if (node.spread) return failure(cursor_.wrong("'...' spreads an embedding: expected '('"));
    BP_TRY(node, cast(node));
    if (cursor_.take('.')) {
      if (!aggregate(node)) return failure(cursor_.wrong("expected avg(), count(), max(), min() or sum()"));
      return result_cast(node);
    }
    return node;
  }

  bool aggregate(SelectNode& node) {
    node.aggregate = parse_aggregate(cursor_);
    if (node.aggregate.empty()) return false;
    node.kind = SelectNode::Kind::kAggregate;
    return true;
  }

  Result<SelectNode> result_cast(SelectNode node) {
    if (!cursor_.take("::")) return node;
    BP_TRY(node.cast, cursor_.name("a type to cast to"));
    return node;
  }

  Result<SelectNode> cast(SelectNode node) {
    if (!cursor_.take("::")) return node;
    BP_TRY(node.field.cast, cursor_.name("a type to cast to"));
    return node;
  }

  Result<SelectNode> embed(SelectNode node, int depth) {
    if (!node.field.path.empty()) return failure(cursor_.wrong("a JSON path can't be embedded"));
    node.kind = SelectNode::Kind::kEmbed;
    node.relation = node.field.name;
    while (cursor_.take('!')) {
      BP_TRY(const auto word, cursor_.name("inner, left or a relation's name"));
      if (word == "inner")
        node.join = JoinHint::kInner;
      else if (word == "left")
        node.join = JoinHint::kLeft;
      else
        node.hint = word;
    }
    BP_TRY_VOID(cursor_.expect('('));
    BP_TRY(node.select, items(depth + 1));
    BP_TRY_VOID(cursor_.expect(')'));
    return node;
  }

  Cursor& cursor_;
  int max_depth_;
};

}  // namespace

std::string_view parse_aggregate(Cursor& cursor) {
  for (const auto word : kAggregates)
    if (cursor.take(word)) return word.substr(0, word.size() - 2);
  return {};
}

Result<FieldRef> parse_field(Cursor& cursor) {
  FieldRef field;
  BP_TRY(field.name, cursor.name("a field's name"));
  std::vector<expr::PathStep> path;
  while (cursor.take("->")) {
    field.as_text = cursor.take('>');
    BP_TRY(const auto step, cursor.name("a key or an index"));
    const bool digits = step.find_first_not_of("0123456789", step.starts_with('-') ? 1 : 0) == std::string_view::npos;
    expr::PathStep made{.key = step};
    if (digits && step.size() <= 9 && step != "-") {
      const int index = std::atoi(std::string(step).c_str());
      made.index = index < 0 ? index - 1 : index;
    }
    path.push_back(made);
    if (field.as_text) break;
  }
  if (path.size() > 32) return failure(Error(Reason::kLimitExceeded, "a JSON path has more than 32 steps"));
  field.path = cursor.arena().copy_array<expr::PathStep>(std::span<const expr::PathStep>(path));
  return field;
}

Result<std::span<const SelectNode>> parse_select(std::string_view text, Arena& arena, int max_depth) {
  if (text.empty()) return std::span<const SelectNode>{};
  Cursor cursor("select", text, arena);
  BP_TRY(const auto items, Parser(cursor, max_depth).items(0));
  if (!cursor.at_end()) return failure(cursor.wrong("expected ',' or the end"));
  return items;
}

}  // namespace bedplate::rest
