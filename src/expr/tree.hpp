#pragma once
// The typed expression tree: rules, @computed, constraints and what clients filter by are all of it, so that one
// evaluator (evaluate.hpp), one simplifier (simplify.hpp) and one SQL printer (sql/expression.hpp) define their
// meaning. Nodes are immutable, trivially destructible and live in an Arena that outlives their users; they are
// shared freely between threads. Truth is three-valued: a Boolean node is TRUE, FALSE or UNKNOWN (a null cell).
#include <cstdint>
#include <span>
#include <string_view>

#include "base/cell.hpp"
#include "base/error.hpp"
#include "base/type.hpp"

namespace bedplate::expr {

/// Indexes that the model gives out; expr only carries them.
using EntityId = std::uint16_t;
using MemberId = std::uint16_t;  ///< a field or relation within its entity
using FactId = std::uint16_t;    ///< a test or value of the principal, see Fact

/// What a rule may ask of the principal. A model numbers the facts its rules use; a principal answers each once,
/// when it is authenticated, by a bit (and for the value kinds a Cell in the canonical form of `type`).
struct Fact {
  enum class Kind : std::uint8_t {
    kHasRole,   ///< bit: has the role (inherited ones included); `name`
    kHasScope,  ///< bit: has the scope; `name`
    kId,        ///< bit: auth.id is there and converts to `type` from its canonical form; value: it
    kTenant,    ///< the same of auth.tenant
    kClaim,     ///< the same of auth.claims.<name>, a dotted path
    kRoles,     ///< bit: authenticated; value: JSON array of role names
    kScopes,    ///< bit: authenticated; value: JSON array of scopes
  };
  Kind kind = Kind::kHasRole;
  std::string_view name;
  Type type;
  friend bool operator==(const Fact&, const Fact&) = default;
};

enum class Op : std::uint8_t {
  // Leaves.
  kLiteral,    ///< `literal` (null: UNKNOWN or a typed null)
  kSlot,       ///< `slot`: a value of the operation, in the canonical form of `type`
  kPrincipal,  ///< `fact`: a value of the principal; null when the fact's bit is not set
  kHasFact,    ///< `fact`: its bit, never UNKNOWN
  kNow,        ///< the operation's instant, a DateTime
  kField,      ///< args[0] a row; `member` a stored or computed field of `entity`
  // Rows (no value of their own).
  kRow,  ///< `scope`: variable number; 0 is the row at hand; `old` its image before the write (kOldScope in SQL)
  kHop,  ///< args[0] a row, `member` a to-one relation of it; `entity` is the target's. No such row: all null
  // Logic (Kleene).
  kNot,
  kAnd,
  kOr,           ///< kAnd, kOr: two or more args
  kConditional,  ///< args: condition, then, else; an UNKNOWN condition makes the whole null
  // Comparison; null on either side is UNKNOWN. Operands have the same type but for text kinds and Decimal scale.
  kEq,
  kNe,
  kLt,
  kLe,
  kGt,
  kGe,
  kIn,          ///< args[0] in args[1..]; Kleene over the equalities
  kInSlot,      ///< args[0] in the list args[1], a JSON array: a slot, a principal's list or a list field
  kIsNull,      ///< never UNKNOWN
  kIsDistinct,  ///< never UNKNOWN; two nulls are not distinct
  // Arithmetic: the range is that of `type`; overflow, division by zero and bad casts are null. kAdd joins texts.
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kNegate,
  // Text.
  kStartsWith,
  kEndsWith,
  kContains,
  kLower,
  kUpper,
  kSize,
  kMatches,  ///< RE2, C++ only: args[0] text, args[1] literal pattern
  kLike,
  kILike,  ///< args[1] pattern with % and _, backslash escapes
  kRegex,
  kIRegex,  ///< the database's operator (REST match and imatch)
  // Lists and JSON.
  kListContains,
  kListContainedBy,
  kListOverlaps,  ///< args: two lists
  kJsonPath,      ///< args[0] JSON; `path` its steps; `as_text` for ->>
  // Conversions.
  kWiden,  ///< Int → BigInt → Decimal, Decimal to a larger scale; exact
  kToDouble,
  kToTimestamp,
  kToDuration,
  kToText,
  kCast,  ///< a client's `::type`, and date(); a bad cast is null
  // Over a to-many relation: args[0] a row, args[1] a predicate (or null pointer: every row), args[2] the value
  // (kSum kMin kMax kAvg); `member` the relation, `entity` its target, `scope` the variable they see. Through an entity
  // between, args[3] may say what must hold of its row, whose variable is `slot`; access alone writes that, for SQL.
  kExists,  ///< TRUE if one is TRUE, else UNKNOWN if one is UNKNOWN, else FALSE
  kAll,
  kCount,
  kSum,
  kMin,
  kMax,
  kAvg,
  // Leaves over a group of rows, in no rule and no filter.
  kAggregate,  ///< `slot`: an aggregate of a query that groups its rows (operation::Query)
  kGroupKey,   ///< `slot`: what such rows have in common; plan alone writes it
};

/// Over a to-many relation.
constexpr bool is_to_many(Op op) { return op >= Op::kExists && op <= Op::kAvg; }
/// Reads rows of another entity: `Node::entity`.
constexpr bool is_relation(Op op) { return op == Op::kHop || is_to_many(op); }

/// The variable that access gives the row's image before the write, so that SQL has a name for it.
inline constexpr std::uint16_t kOldScope = 0xffff;
/// The variable by which SQL names a group of rows.
inline constexpr std::uint16_t kGroupScope = 0xfffe;

struct PathStep {
  std::string_view key;     ///< object key, when `index` is -1
  std::int32_t index = -1;  ///< array index; from the end: -2 is the last element, -3 the one before
};

struct Node {
  Op op = Op::kLiteral;
  bool old = false;
  bool as_text = false;
  Type type;  ///< of the value; Boolean for logic; meaningless for rows
  EntityId entity = 0;
  MemberId member = 0;
  std::uint16_t scope = 0;
  FactId fact = 0;
  std::uint16_t slot = 0;
  Cell literal;
  std::span<const Node* const> args;
  std::span<const PathStep> path;
  Position position;
};

}  // namespace bedplate::expr
