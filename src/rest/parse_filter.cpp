#include "rest/parse_filter.hpp"

#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "rest/parse_select.hpp"

namespace bedplate::rest {
namespace {

constexpr std::array<std::string_view, 32> kOperators{
    "eq", "neq", "gt", "gte", "lt",    "lte",   "like", "ilike", "match", "imatch", "in",  "is", "isdistinct",
    "cs", "cd",  "ov", "fts", "plfts", "phfts", "wfts", "sl",    "sr",    "nxr",    "nxl", "adj"};

bool takes_quantifier(std::string_view op) {
  constexpr std::array<std::string_view, 11> kOps{"eq",    "gt",    "gte",    "lt",  "lte",       "like",
                                                  "ilike", "match", "imatch", "neq", "isdistinct"};
  return std::find(kOps.begin(), kOps.end(), op) != kOps.end();
}
bool is_full_text(std::string_view op) { return op.ends_with("fts"); }

Result<std::span<const std::string_view>> list(Cursor& cursor, char open, char close) {
  BP_TRY_VOID(cursor.expect(open));
  std::vector<std::string_view> values;
  if (cursor.take(close)) return std::span<const std::string_view>{};
  const char stops[]{',', close, '\0'};
  do {
    BP_TRY(const auto value, cursor.value(stops));
    values.push_back(value);
  } while (cursor.take(','));
  BP_TRY_VOID(cursor.expect(close));
  return std::span<const std::string_view>(
      cursor.arena().copy_array<std::string_view>(std::span<const std::string_view>(values)));
}

/// Parameters of other APIs, and what they are called here. A field so named is filtered as any other.
std::string_view usual_name(std::string_view parameter) {
  constexpr std::array<std::array<std::string_view, 2>, 8> kOthers{{{"page", "pages are limit=20&offset=20"},
                                                                    {"per_page", "write limit=20"},
                                                                    {"pageSize", "write limit=20"},
                                                                    {"sort", "write order=name.desc"},
                                                                    {"sortBy", "write order=name.desc"},
                                                                    {"orderBy", "write order=name.desc"},
                                                                    {"fields", "write select=id,name"},
                                                                    {"include", "write select=*,items(*)"}}};
  for (const auto& [name, hint] : kOthers)
    if (name == parameter) return hint;
  return {};
}

/// Parameters that are no field's name, as the nearest of them is meant by a misspelling.
std::string_view near_parameter(std::string_view parameter) {
  constexpr std::array<std::string_view, 11> kReserved{"select", "order",       "limit",   "offset", "having", "and",
                                                       "or",     "on_conflict", "columns", "after",  "before"};
  return did_you_mean(parameter, kReserved);
}

Result<std::string_view> operator_name(Cursor& cursor) {
  std::size_t size = 0;
  while (cursor.peek(size) >= 'a' && cursor.peek(size) <= 'z') ++size;
  const auto word = cursor.rest().substr(0, size);
  if (word.empty() || std::find(kOperators.begin(), kOperators.end(), word) == kOperators.end()) {
    auto error = cursor.wrong("expected an operator such as eq, gt, in or is");
    if (const auto hint = usual_name(cursor.parameter()); !hint.empty())
      return failure(std::move(error).with_hint(std::string(hint)));
    const auto parameter = near_parameter(cursor.parameter());
    if (cursor.peek(size) != '.' && !parameter.empty())
      return failure(std::move(error).with_hint("did you mean '" + std::string(parameter) + "='?"));
    const auto meant = did_you_mean(word, kOperators);
    if (!meant.empty()) return failure(std::move(error).with_hint("did you mean '" + std::string(meant) + ".'?"));
    return failure(std::move(error).with_hint("write for example eq." + std::string(cursor.rest().substr(0, 40))));
  }
  cursor.skip(size);
  return word;
}

/// `in_tree`: values end at `,` and `)`.
Result<Test> test(Cursor& cursor, bool in_tree) {
  Test made;
  made.negated = cursor.take("not.");
  BP_TRY(made.op, operator_name(cursor));
  if (cursor.take('(')) {
    BP_TRY(const auto word, cursor.name("any, all or a language"));
    BP_TRY_VOID(cursor.expect(')'));
    if (takes_quantifier(made.op) && (word == "any" || word == "all"))
      made.quantifier = word == "any" ? Test::Quantifier::kAny : Test::Quantifier::kAll;
    else if (is_full_text(made.op))
      made.language = word;
    else
      return failure(cursor.wrong("'" + std::string(made.op) + "' takes no (" + std::string(word) + ")"));
  }
  BP_TRY_VOID(cursor.expect('.'));
  if (made.op == "in") {
    BP_TRY(made.values, list(cursor, '(', ')'));
    return made;
  }
  if (made.quantifier != Test::Quantifier::kNone) {
    BP_TRY(made.values, list(cursor, '{', '}'));
    return made;
  }
  if (!in_tree) {
    made.value = cursor.rest();
    cursor.skip(made.value.size());
    return made;
  }
  BP_TRY(made.value, cursor.value(",)"));
  return made;
}

class Logic {
 public:
  explicit Logic(Cursor& cursor, bool of_groups = false) : cursor_(cursor), of_groups_(of_groups) {}

  // Recursion is bounded by kMaxLogicDepth.
  Result<FilterNode> group(FilterNode::Kind kind, bool negated, int depth) {
    if (depth > kMaxLogicDepth)
      return failure(Error(Reason::kLimitExceeded,
                           "a logic tree is more than " + std::to_string(kMaxLogicDepth) + " levels deep"));
    FilterNode node{.kind = kind, .negated = negated};
    BP_TRY_VOID(cursor_.expect('('));
    std::vector<FilterNode> children;
    do {
      BP_TRY(const FilterNode child, member(depth));
      children.push_back(child);
    } while (cursor_.take(','));
    BP_TRY_VOID(cursor_.expect(')'));
    node.children = cursor_.arena().copy_array<FilterNode>(std::span<const FilterNode>(children));
    return node;
  }

  /// A test, or a logic tree that says which it is. `in_tree`: values end at `,` and `)`.
  Result<FilterNode> member(int depth, bool in_tree = true) {
    while (cursor_.take(' ')) {
    }
    for (const bool negated : {false, true}) {
      const std::string_view prefix = negated ? "not." : "";
      for (const auto kind : {FilterNode::Kind::kAnd, FilterNode::Kind::kOr}) {
        const std::string word = std::string(prefix) + (kind == FilterNode::Kind::kAnd ? "and" : "or");
        if (!cursor_.rest().starts_with(word + "(")) continue;
        cursor_.skip(word.size());
        return group(kind, negated, depth + 1);
      }
    }
    FilterNode node;
    BP_TRY_VOID(subject(node));
    BP_TRY_VOID(cursor_.expect('.'));
    BP_TRY(node.test, test(cursor_, in_tree));
    return node;
  }

 private:
  /// What is tested.
  Result<void> subject(FilterNode& node) {
    if (of_groups_) node.aggregate = parse_aggregate(cursor_);
    if (!node.aggregate.empty()) return {};
    BP_TRY(node.field, parse_field(cursor_));
    if (!of_groups_) return {};
    if (cursor_.take("::")) {
      BP_TRY(node.field.cast, cursor_.name("a type to cast to"));
    }
    for (const std::string_view word : {"avg", "count", "max", "min", "sum"}) {
      const std::string plain = "." + std::string(word);
      const bool called = cursor_.take(plain + "()");
      if (!called && !cursor_.rest().starts_with(plain + ".")) continue;
      if (!called) cursor_.skip(plain.size());
      node.aggregate = word;
      return {};
    }
    return {};
  }

  Cursor& cursor_;
  const bool of_groups_;
};

}  // namespace

Result<Test> parse_test(std::string_view parameter, std::string_view text, Arena& arena) {
  Cursor cursor(parameter, text, arena);
  BP_TRY(const Test made, test(cursor, false));
  if (!cursor.at_end()) return failure(cursor.wrong("expected the end"));
  return made;
}

Result<FilterNode> parse_logic(std::string_view parameter, std::string_view text, FilterNode::Kind kind, bool negated,
                               Arena& arena) {
  Cursor cursor(parameter, text, arena);
  BP_TRY(const FilterNode made, Logic(cursor).group(kind, negated, 1));
  if (!cursor.at_end()) return failure(cursor.wrong("expected the end"));
  return made;
}

Result<FilterNode> parse_having(std::string_view parameter, std::string_view text, Arena& arena) {
  Cursor cursor(parameter, text, arena);
  BP_TRY(const FilterNode made, Logic(cursor, true).member(0, false));
  if (!cursor.at_end()) return failure(cursor.wrong("expected the end"));
  return made;
}

}  // namespace bedplate::rest
