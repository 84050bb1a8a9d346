// Over a relation: EXISTS and its kin as correlated subqueries. As values they are three-valued: each row counts 2
// for TRUE, 1 for UNKNOWN, 0 for FALSE, and the greatest (for all(): the least) decides.
#include "sql/constructs.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;
using model::FieldKind;

namespace {

const Node* predicate(const Node& node) { return node.args.size() > 1 ? node.args[1] : nullptr; }

/// ` FROM … WHERE <link>`; returns the rows with the relation's variable among them.
RowNames print_rows(Writer& writer, const Node& node, const RowNames& rows) {
  const Node& row = *node.args[0];
  const Reached near = reach(writer, row, rows);
  const std::string far = writer.fresh_name();
  print_to_many_from(writer, row.entity, node.member, near.name, far, near, rows, node);
  return rows.with(node.scope, far);
}

/// 2, 1 or 0 a row, named by a subquery: an aggregate belongs to the query whose columns it names, and the predicate
/// may name none of this one's.
void print_three_valued(Writer& writer, const Node& node, const RowNames& rows) {
  const bool all = node.op == Op::kAll;
  const std::string verdict = writer.fresh_name();
  writer.raw(all ? "(SELECT CASE min(" : "(SELECT CASE max(").raw(verdict);
  writer.raw(all ? ".v) WHEN 0 THEN " : ".v) WHEN 2 THEN ");
  print_boolean(writer, !all);
  writer.raw(" WHEN 1 THEN NULL ELSE ");
  print_boolean(writer, all);
  writer.raw(" END FROM (SELECT ");
  const Node& row = *node.args[0];
  const Reached near = reach(writer, row, rows);
  const std::string far = writer.fresh_name();
  const RowNames inside = rows.with(node.scope, far);
  if (const Node* tested = predicate(node)) {
    writer.raw("CASE WHEN ");
    print_condition(writer, *tested, inside);
    writer.raw(" THEN 2 WHEN ");
    print_refuted(writer, *tested, inside);
    writer.raw(" THEN 0 ELSE 1 END");
  } else {
    writer.raw("2");
  }
  writer.raw(" AS v");
  print_to_many_from(writer, row.entity, node.member, near.name, far, near, rows, node);
  writer.raw(") AS ").raw(verdict).raw(")");
}

}  // namespace

void print_to_many_from(Writer& writer, model::EntityId entity, model::FieldId relation, const std::string& near,
                        const std::string& far, const Reached& reached, const RowNames& rows, const Node& between) {
  const auto& owner = writer.model().entity(entity);
  const auto& field = owner.fields[relation];
  const auto& target = writer.model().entity(field.target);
  writer.raw(" FROM ");
  if (!reached.hops.empty()) {
    print_hop_tables(writer, reached);
    writer.raw(", ");
  }
  std::string joined;
  if (field.join) {
    joined = writer.fresh_name();
    writer.identifier(field.join->table).raw(" AS ").raw(joined).raw(", ");
  }
  writer.identifier(target.table).raw(" AS ").raw(far).raw(" WHERE ");
  if (!reached.hops.empty()) {
    print_hop_joins(writer, reached, rows);
    writer.raw(" AND ");
  }
  if (field.kind == FieldKind::kToOne) return print_to_one_join(writer, entity, relation, near, far);
  for (std::size_t i = 0; i < owner.key.size(); ++i) {
    if (i > 0) writer.raw(" AND ");
    if (field.join)
      writer.column(joined, field.join->near_columns[i]);
    else
      writer.column(far, target.fields[field.foreign_key[i]].column);
    writer.raw(" = ").column(near, owner.fields[owner.key[i]].column);
  }
  if (!field.join) return;
  for (std::size_t i = 0; i < target.key.size(); ++i)
    writer.raw(" AND ")
        .column(far, target.fields[target.key[i]].column)
        .raw(" = ")
        .column(joined, field.join->far_columns[i]);
  if (between.args.size() < 4 || between.args[3] == nullptr) return;
  writer.raw(" AND ");
  print_condition(writer, *between.args[3], rows.with(between.slot, joined));
}

void print_quantifier(Writer& writer, const Node& node, const RowNames& rows, bool holds) {
  const bool all = node.op == Op::kAll;
  // exists TRUE: some TRUE. exists FALSE: none but FALSE. all TRUE: none but TRUE. all FALSE: some FALSE.
  const bool negated = all == holds;
  writer.raw(negated ? "(NOT EXISTS(SELECT 1" : "EXISTS(SELECT 1");
  const RowNames inside = print_rows(writer, node, rows);
  if (const Node* tested = predicate(node)) {
    writer.raw(" AND ");
    if (negated) {
      writer.raw("(");
      (all ? print_condition : print_refuted)(writer, *tested, inside);
      writer.raw(" IS NOT TRUE)");
    } else if (all) {
      print_refuted(writer, *tested, inside);
    } else {
      print_condition(writer, *tested, inside);
    }
  } else if (all) {
    // Every row satisfies no condition at all: TRUE, whatever there is.
    writer.raw(" AND 0 = 1");
  }
  writer.raw(negated ? "))" : ")");
}

void print_relation(Writer& writer, const Node& node, const RowNames& rows) {
  if (node.op == Op::kExists || node.op == Op::kAll) return print_three_valued(writer, node, rows);
  if (node.op != Op::kCount) return print_aggregate(writer, node, rows);
  writer.raw("(SELECT count(*)");
  const RowNames inside = print_rows(writer, node, rows);
  if (const Node* tested = predicate(node)) {
    writer.raw(" AND ");
    print_condition(writer, *tested, inside);
  }
  writer.raw(")");
}

}  // namespace bedplate::sql
