#include "rest/parse_query.hpp"

#include <string>
#include <vector>

#include "rest/parse_filter.hpp"
#include "rest/parse_order.hpp"
#include "rest/parse_select.hpp"

namespace bedplate::rest {
namespace {

class Parser {
 public:
  Parser(Arena& arena, const QueryLimits& limits) : arena_(arena), limits_(limits) {}

  Result<void> parameter(std::string_view key, std::string_view value);
  QuerySyntax take();

 private:
  using Path = std::span<const std::string_view>;

  Result<void> reserved(std::string_view word, Path path, std::string_view key, std::string_view value, bool& was);
  Result<void> logic(std::string_view word, Path path, std::string_view key, std::string_view value, bool negated);
  Result<void> number(std::vector<PlacedNumber>& into, Path path, std::string_view key, std::string_view value);

  template <class T>
  std::span<const T> keep(const std::vector<T>& made) {
    return arena_.copy_array<T>(std::span<const T>(made));
  }

  Arena& arena_;
  const QueryLimits& limits_;
  QuerySyntax made_;
  std::vector<PlacedFilter> filters_, havings_;
  std::vector<PlacedOrder> orders_;
  std::vector<PlacedNumber> limits_given_, offsets_given_;
};

Result<void> Parser::number(std::vector<PlacedNumber>& into, Path path, std::string_view key, std::string_view value) {
  std::int64_t parsed = 0;
  const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), parsed);
  if (wrong != std::errc() || end != value.data() + value.size() || parsed < 0)
    return failure(Error(Reason::kInvalidQuery,
                         "'" + std::string(key) + "' takes a whole number from 0, not '" + std::string(value) + "'"));
  into.push_back({.embed_path = path, .value = parsed});
  return {};
}

Result<void> Parser::logic(std::string_view word, Path path, std::string_view key, std::string_view value,
                           bool negated) {
  const auto kind = word == "or" ? FilterNode::Kind::kOr : FilterNode::Kind::kAnd;
  BP_TRY(const auto filter, parse_logic(key, value, kind, negated, arena_));
  filters_.push_back({.embed_path = path, .filter = filter});
  return {};
}

Result<void> Parser::reserved(std::string_view word, Path path, std::string_view key, std::string_view value,
                              bool& was) {
  was = true;
  if (word == "or" || word == "and") return logic(word, path, key, value, false);
  if (word == "limit") return number(limits_given_, path, key, value);
  if (word == "offset") return number(offsets_given_, path, key, value);
  if (word == "order") {
    BP_TRY(const auto terms, parse_order(key, value, arena_));
    orders_.push_back({.embed_path = path, .terms = terms});
    return {};
  }
  if (word == "having") {
    BP_TRY(const auto filter, parse_having(key, value, arena_));
    havings_.push_back({.embed_path = path, .filter = filter});
    return {};
  }
  if (path.empty() && word == "select") {
    made_.has_select = true;
    BP_TRY(made_.select, parse_select(value, arena_, limits_.depth));
    return {};
  }
  if (path.empty() && word == "columns") {
    made_.has_columns = true;
    BP_TRY(made_.columns, parse_columns(value, arena_));
    return {};
  }
  if (path.empty() && word == "on_conflict") {
    BP_TRY(made_.on_conflict, parse_columns(value, arena_));
    return {};
  }
  if (path.empty() && (word == "after" || word == "before")) {
    (word == "after" ? made_.after : made_.before) = value;
    return {};
  }
  was = false;
  return {};
}

Result<void> Parser::parameter(std::string_view key, std::string_view value) {
  Cursor cursor(key, key, arena_);
  std::vector<std::string_view> names;
  while (true) {
    const bool quoted = cursor.peek() == '"';
    FieldRef field;
    if (!quoted && cursor.take("not.")) {
      const auto word = cursor.rest();
      if (word != "or" && word != "and") return failure(cursor.wrong("expected 'or' or 'and' after 'not.'"));
      return logic(word, keep(names), key, value, true);
    }
    BP_TRY(field, parse_field(cursor));
    if (cursor.at_end()) {
      bool was = false;
      if (!quoted && field.path.empty()) {
        BP_TRY_VOID(reserved(field.name, keep(names), key, value, was));
      }
      if (was) return {};
      FilterNode filter{.field = field};
      BP_TRY(filter.test, parse_test(key, value, arena_));
      filters_.push_back({.embed_path = keep(names), .filter = filter});
      return {};
    }
    BP_TRY_VOID(cursor.expect('.'));
    if (!field.path.empty()) return failure(cursor.wrong("a JSON path ends a parameter's name"));
    names.push_back(field.name);
    if (names.size() > static_cast<std::size_t>(limits_.depth))
      return failure(Error(Reason::kLimitExceeded, "'" + std::string(key) + "' goes through too many embeddings"));
  }
}

QuerySyntax Parser::take() {
  made_.filters = keep(filters_);
  made_.havings = keep(havings_);
  made_.orders = keep(orders_);
  made_.limits = keep(limits_given_);
  made_.offsets = keep(offsets_given_);
  return made_;
}

}  // namespace

Result<QuerySyntax> parse_query(std::string_view query, Arena& arena, const QueryLimits& limits) {
  Parser parser(arena, limits);
  std::size_t count = 0;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    if (++count > limits.parameters)
      return failure(
          Error(Reason::kLimitExceeded, "the URL has more than " + std::to_string(limits.parameters) + " parameters"));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    BP_TRY(const auto key, decode_component(pair.substr(0, equals), true, arena));
    BP_TRY(const auto value,
           decode_component(equals < pair.size() ? pair.substr(equals + 1) : std::string_view{}, true, arena));
    BP_TRY_VOID(parser.parameter(key, value));
  }
  return parser.take();
}

}  // namespace bedplate::rest
