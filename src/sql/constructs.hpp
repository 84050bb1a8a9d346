#pragma once
// Inside sql alone: how each construct of the expression tree is printed, a file each. All of them print values
// (see expression.hpp); logic also prints conditions.
#include "sql/expression.hpp"

namespace bedplate::sql {

void print_boolean(Writer& writer, bool value);
void print_field(Writer& writer, const expr::Node& node, const RowNames& rows);       // field.cpp
void print_logic(Writer& writer, const expr::Node& node, const RowNames& rows);       // logic.cpp
void print_comparison(Writer& writer, const expr::Node& node, const RowNames& rows);  // comparison.cpp
void print_arithmetic(Writer& writer, const expr::Node& node, const RowNames& rows);  // arithmetic.cpp
void print_text(Writer& writer, const expr::Node& node, const RowNames& rows);        // text.cpp
void print_json(Writer& writer, const expr::Node& node, const RowNames& rows);        // json.cpp
void print_conversion(Writer& writer, const expr::Node& node, const RowNames& rows);  // conversion.cpp
void print_relation(Writer& writer, const expr::Node& node, const RowNames& rows);    // relation.cpp

/// A condition that holds exactly where `node` is FALSE; the twin of print_condition.
void print_refuted(Writer& writer, const expr::Node& node, const RowNames& rows);

/// kExists and kAll as conditions: `holds` asks for TRUE, else for FALSE.
void print_quantifier(Writer& writer, const expr::Node& node, const RowNames& rows, bool holds);

/// sum, min, max, avg.
void print_aggregate(Writer& writer, const expr::Node& node, const RowNames& rows);  // aggregate.cpp

/// A row as an expression reaches it: a variable's, or one at the end of a chain of to-one hops.
struct Reached {
  std::string name;                     ///< of the row itself
  std::vector<const expr::Node*> hops;  ///< outermost last; empty for a kRow
  std::vector<std::string> names;       ///< by hop
};
Reached reach(Writer& writer, const expr::Node& row, const RowNames& rows);
/// `table AS name, …` of the hops.
void print_hop_tables(Writer& writer, const Reached& reached);
/// `join AND …` of the hops.
void print_hop_joins(Writer& writer, const Reached& reached, const RowNames& rows);

/// ` FROM … WHERE …` of the rows that `relation` (to-many or to-one) of the row `near` has, as `far`, up to the link;
/// `reached` is how `near` itself is reached; `between` the node that may say more of the row between (args[3]).
void print_to_many_from(Writer& writer, model::EntityId entity, model::FieldId relation, const std::string& near,
                        const std::string& far, const Reached& reached, const RowNames& rows,
                        const expr::Node& between);

}  // namespace bedplate::sql
