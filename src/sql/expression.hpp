#pragma once
// Expressions as SQL. A value is printed in its dialect's own form: on SQLite the canonical form of base/type.hpp
// (Booleans 0, 1, NULL), on PostgreSQL the column's native type. TRUE, FALSE and UNKNOWN are exactly those of
// expr/evaluate.hpp; tests/differential compares them cell by cell.
#include "sql/writer.hpp"

namespace bedplate::sql {

/// The value of `node`; a Boolean one may be NULL.
void print_value(Writer& writer, const expr::Node& node, const RowNames& rows);

/// A condition that holds exactly where `node` is TRUE; where it is UNKNOWN it may be NULL or false. For WHERE, ON
/// and CASE WHEN: shorter than print_value, and open to indexes.
void print_condition(Writer& writer, const expr::Node& node, const RowNames& rows);

/// The value as a reply shows it: JSON and lists as written, which PostgreSQL's jsonb does not keep.
void print_output(Writer& writer, const expr::Node& node, const RowNames& rows);

/// What to sort by so that the order is the model's on every store (code points, enums as declared).
void print_sort_key(Writer& writer, const expr::Node& node, const RowNames& rows);

/// `near.fk = far.key …`: the row `far` is what the to-one relation `relation` of row `near` points to.
void print_to_one_join(Writer& writer, model::EntityId entity, model::FieldId relation, const std::string& near,
                       const std::string& far);

/// Held as JSON text: a list, or JSON itself.
inline bool is_json(const Type& type) { return type.list || type.scalar == Scalar::kJson; }

/// The type of values on PostgreSQL (`numeric(18,4)`, `timestamptz`), what placeholders are cast to. Columns of JSON
/// are json and become jsonb where they are worked with.
std::string postgres_type(const Type& type);

}  // namespace bedplate::sql
