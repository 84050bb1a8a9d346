#pragma once
// Schema: what the database of a model must hold: tables, columns, keys, foreign keys, checks and indexes, as typed
// structure. DDL is printed from it (sql), an existing database is compared with it (migrate). Made once per model,
// whose strings and default values it points into; immutable after.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/cell.hpp"
#include "base/type.hpp"
#include "model/model.hpp"

namespace bedplate::schema {

using model::EntityId;
using model::FieldId;

enum class Dialect : std::uint8_t { kSqlite, kPostgres };
inline constexpr std::size_t kDialects = 2;

struct Column {
  std::string name;
  Type type;
  model::ColumnForm form = model::ColumnForm::kCanonical;
  bool not_null = false;
  std::array<std::string, kDialects> storage;  ///< the type in a CREATE TABLE, by dialect
  bool sequence = false;                       ///< the database numbers it: the only part of an integer key
  bool tokens = false;                         ///< what @search keeps of the text beside it
  FieldId field = model::kNoField;             ///< none in a join table

  const std::string& storage_in(Dialect dialect) const { return storage[static_cast<std::size_t>(dialect)]; }
};

struct Unique {
  std::string name;
  std::vector<std::string> columns;
  std::string live;  ///< a column that is null in the rows it is among: those outside the trash; empty: among all
};

struct Index {
  std::string name;
  std::vector<std::string> columns;
};

enum class OnDelete : std::uint8_t { kNoAction, kRestrict, kCascade, kSetNull };

struct ForeignKey {
  std::string name;
  std::vector<std::string> columns;
  std::string target;
  std::vector<std::string> target_columns;  ///< its primary key or one of its uniques
  OnDelete on_delete = OnDelete::kRestrict;
};

/// A condition on one column that a null passes.
struct Check {
  enum class Kind : std::uint8_t {
    kOneOf,    ///< `values`: an enum's names
    kBoolean,  ///< 0 or 1 (SQLite alone: PostgreSQL has the type)
    kMin,      ///< `bound`, canonical
    kMax,
    kMinLength,  ///< `length`, in code points
    kMaxLength,
  };
  std::string name;
  Kind kind = Kind::kOneOf;
  std::string column;
  std::vector<std::string_view> values;
  Cell bound;
  std::int64_t length = 0;
};

struct Table {
  std::string name;
  EntityId entity = model::kNoEntity;  ///< none: a join table
  std::vector<Column> columns;         ///< of an entity in the order of its stored fields
  std::vector<std::string> key;
  std::vector<Unique> uniques;
  std::vector<ForeignKey> foreign_keys;
  std::vector<Check> checks;
  std::vector<Index> indexes;

  const Column* find(std::string_view column) const;
};

struct Schema {
  std::vector<Table> tables;  ///< entities in the model's order, then join tables
  const Table* find(std::string_view table) const;
};

Schema make_schema(const model::Model& model);

/// The column type of a field in a dialect, `@column(type)` heeded where the dialect knows it.
std::string storage_type(const model::Field& field, Dialect dialect);
/// PostgreSQL's type for a column of `type`.
std::string postgres_type(const Type& type);

}  // namespace bedplate::schema
