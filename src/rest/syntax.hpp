#pragma once
// What a REST request says, as PostgREST's grammar reads it: trees of names and texts, nothing resolved yet
// (bind.hpp does that). Trivially destructible, in the request's arena; texts are percent-decoded.
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/cell.hpp"
#include "expr/tree.hpp"

namespace bedplate::rest {

/// `field`, `field->a->0->>b`, with an optional `::cast`.
struct FieldRef {
  std::string_view name;
  std::span<const expr::PathStep> path;
  bool as_text = false;  ///< the last arrow was ->>
  std::string_view cast;
};

enum class JoinHint : std::uint8_t { kNone, kInner, kLeft };

struct SelectNode {
  enum class Kind : std::uint8_t { kAll, kField, kEmbed, kAggregate };
  Kind kind = Kind::kField;
  std::string_view alias;
  FieldRef field;              ///< kField, kAggregate (an empty name: `count()`)
  std::string_view aggregate;  ///< kAggregate: avg count max min sum
  std::string_view cast;       ///< kAggregate: of its result
  // kEmbed:
  std::string_view relation;
  std::string_view hint;  ///< after `!`, other than inner and left
  JoinHint join = JoinHint::kNone;
  bool spread = false;
  std::span<const SelectNode> select;
  std::uint32_t offset = 0;  ///< in the parameter's decoded text, for messages
};

/// `eq.5`, `not.in.(1,2)`, `like(any).{a*,b*}`.
struct Test {
  enum class Quantifier : std::uint8_t { kNone, kAny, kAll };
  bool negated = false;
  std::string_view op;
  std::string_view language;  ///< of the full-text family: `fts(english)`
  Quantifier quantifier = Quantifier::kNone;
  std::string_view value;                    ///< the operand as written; of lists see `values`
  std::span<const std::string_view> values;  ///< `in`, and any/all
};

struct FilterNode {
  enum class Kind : std::uint8_t { kTest, kAnd, kOr };
  Kind kind = Kind::kTest;
  bool negated = false;  ///< of kAnd and kOr
  FieldRef field;
  std::string_view aggregate;  ///< of `having`: of the field, or of no field; none: what select names so
  Test test;
  std::span<const FilterNode> children;
};

/// A filter of the query string, with the embeddings it goes through: `items.product.name=eq.x`.
struct PlacedFilter {
  std::span<const std::string_view> embed_path;
  FilterNode filter;
};

struct OrderNode {
  std::string_view relation;  ///< of related order: `customer(name)`
  FieldRef field;
  bool descending = false;
  enum class Nulls : std::uint8_t { kDefault, kFirst, kLast };
  Nulls nulls = Nulls::kDefault;
};

struct PlacedOrder {
  std::span<const std::string_view> embed_path;
  std::span<const OrderNode> terms;
};

struct PlacedNumber {
  std::span<const std::string_view> embed_path;
  std::int64_t value = 0;
};

/// A whole query string.
struct QuerySyntax {
  bool has_select = false;
  std::span<const SelectNode> select;
  std::span<const PlacedFilter> filters;
  std::span<const PlacedFilter> havings;
  std::span<const PlacedOrder> orders;
  std::span<const PlacedNumber> limits;
  std::span<const PlacedNumber> offsets;
  std::optional<std::string_view> after, before;  ///< cursors; empty: the list's beginning, its end
  bool has_columns = false;
  std::span<const std::string_view> columns;
  std::span<const std::string_view> on_conflict;  ///< empty: not given
};

}  // namespace bedplate::rest
