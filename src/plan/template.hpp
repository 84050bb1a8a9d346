#pragma once
// Template: an authorized operation made ready to run again and again with other values: which statements, which
// cells they yield, how the cells make the reply. Holds no value of any request. Immutable after make_plan; shared
// by threads. Everything in it lives in its own arena.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "expr/tree.hpp"
#include "model/model.hpp"

namespace bedplate::plan {

using model::EntityId;
using model::FieldId;

/// A row source within one statement: `t<number>` in SQL. Number 0 is the statement's own entity, the others are
/// to-one relations joined to it or to each other.
struct Alias {
  EntityId entity = 0;
  // For numbers above 0:
  std::uint16_t parent = 0;            ///< the alias that owns the relation
  FieldId relation = model::kNoField;  ///< a to-one of the parent's entity
  const expr::Node* filter = nullptr;  ///< over this alias's row: READ rules and embedded filters; null: none
  const expr::Node* shown =
      nullptr;  ///< over the parent's row: the join finds nothing where it is not TRUE; null: none
};

/// An expression whose scope 0 is the row of `alias`.
struct Bound {
  const expr::Node* node = nullptr;
  std::uint16_t alias = 0;
};

struct Order {
  Bound value;
  bool descending = false;
  bool nulls_first = false;
};

/// The groups of a statement's rows. Its columns, `having` and order are over the group: kGroupKey and kAggregate.
struct Grouping {
  struct Aggregate {
    expr::Op op = expr::Op::kCount;
    Type type;
    Bound value;  ///< node null: the rows themselves (kCount)
  };
  std::vector<Bound> keys;  ///< none: one group, also of no rows
  std::vector<Aggregate> aggregates;
  const expr::Node* having = nullptr;
};

/// How a child statement hangs below its parent's row.
struct Link {
  std::uint16_t parent = 0;             ///< the parent statement
  std::uint16_t parent_alias = 0;       ///< in the parent statement
  FieldId relation = model::kNoField;   ///< a to-many of that alias's entity (or a to-one that needs its own statement)
  const expr::Node* shown = nullptr;    ///< over the parent's row: no rows where it is not TRUE; null: none
  const expr::Node* through = nullptr;  ///< over the row of the entity between: no link where it is not TRUE
  /// Columns of the parent statement that hold the parent's side of the link, in order of the relation's key.
  std::vector<std::uint16_t> parent_columns;
};

/// One SELECT: its rows are depth-first below a row of its parent.
struct Statement {
  std::vector<Alias> aliases;  ///< [0] is the entity read
  std::vector<Bound> columns;  ///< cells of a row, in order
  std::vector<Bound> where;    ///< all must be TRUE
  std::vector<Order> order;    ///< ends with the primary key, or all of a group's: a total order
  std::optional<Grouping> grouping;
  std::optional<std::uint16_t> limit_slot, offset_slot;
  std::int64_t max_rows = 0;  ///< more rows than this in one list are an error; 0: no cap
  std::optional<Link> link;   ///< none: the root
  std::vector<std::uint16_t> children;
  bool lock = false;        ///< rows stay as they are until the transaction's end
  bool count_only = false;  ///< SELECT count(*) over the same rows
};

struct Object;

/// A member of a reply object.
struct Member {
  enum class Kind : std::uint8_t {
    kValue,   ///< `column`
    kObject,  ///< a joined to-one: null when `presence` is null
    kList,    ///< the rows of child statement `statement`
    kSpread,  ///< the members of `object` in place; each null when `presence` is null
  };
  static constexpr std::uint16_t kNoPresence = 0xffff;  ///< of a spread row: its members are right in any case
  Kind kind = Kind::kValue;
  std::string_view name;
  Type type;
  std::uint16_t column = 0;
  std::uint16_t presence = 0;  ///< a column that is null exactly when there is no such row
  std::uint16_t statement = 0;
  const Object* object = nullptr;
};

struct Object {
  std::vector<Member> members;
};

struct ReadTemplate {
  std::vector<Statement> statements;             ///< [0] is the root
  std::vector<std::unique_ptr<Object>> objects;  ///< owns what `rows` and the members point to
  std::vector<const Object*> rows;               ///< by statement: the object that each of its rows makes
  std::optional<std::uint16_t> count_statement;
  std::optional<std::uint16_t> version;  ///< a column of the root that no reply shows: the row's version
  std::vector<std::uint16_t> places;  ///< the root's columns that are a row's place in the order; empty: not asked for
};

}  // namespace bedplate::plan
