#pragma once
// Program: a template's statements in one dialect's text. Every value is a bind; every identifier comes from the
// model. Immutable, shared by threads; a session prepares it once and keeps what it prepared by `id`.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/cell.hpp"
#include "base/type.hpp"
#include "model/model.hpp"
#include "schema/schema.hpp"

namespace bedplate::sql {

using schema::Dialect;

/// Where the value of the n-th placeholder comes from. `type` and `form` say how the cell is encoded for it.
struct Bind {
  enum class Kind : std::uint8_t {
    kSlot,      ///< Execution::values[index]
    kConstant,  ///< `constant`, which lives in the template's arena
    kFact,      ///< the principal's value of fact `index`
    kNow,       ///< the operation's instant
    kParent,    ///< column `index` of the current row of the parent statement (SQLite's child statements)
  };
  Kind kind = Kind::kSlot;
  std::uint16_t index = 0;
  Type type;
  model::ColumnForm form = model::ColumnForm::kCanonical;
  Cell constant;
};

struct Column {
  Type type;
  model::ColumnForm form = model::ColumnForm::kCanonical;  ///< decoded to canonical when read
};

/// SQLite: each has a text of its own, a child's is stepped once per row of its parent. PostgreSQL: the root's text
/// yields everything; a child has no text, its rows are elements of an array of records that the parent yields after
/// its own columns, one for each of `children` in order.
struct Statement {
  std::string text;
  std::vector<Bind> binds;
  std::vector<Column> columns;
  std::vector<std::uint16_t> children;
};

struct Program {
  std::uint64_t id = 0;  ///< unique among those that one store session runs
  Dialect dialect = Dialect::kSqlite;
  bool system = false;                      ///< may use Bedplate's own tables, `bp_…`; else SQLite refuses them
  std::vector<Statement> statements;        ///< [0] is the root
  std::optional<std::uint16_t> limit_slot;  ///< of the most rows that the root yields; none: however many there are
  std::optional<std::uint16_t> count;       ///< a statement of one row and one integer, for Prefer: count=exact
};

}  // namespace bedplate::sql
