#include "plan/create.hpp"

#include "expr/visit.hpp"
#include "operation/condition.hpp"
#include "plan/query.hpp"

namespace bedplate::plan {

using expr::Node;
using expr::Op;

namespace {

bool reads_computed(const model::Model& model, const Node& node) {
  return expr::any_node(node, [&](const Node& one) {
    return one.op == Op::kField && model.field(one.entity, one.member).kind == model::FieldKind::kComputed;
  });
}

}  // namespace

CreateTemplate make_create_plan(const access::Authorized<access::Allowed>& allowed, const model::Model& model,
                                Arena& arena, const Limits& limits, std::size_t value_count) {
  const auto& create = allowed->create.create;
  const auto& entity = model.entity(create.entity);
  CreateTemplate made;
  made.entity = create.entity;
  for (std::size_t i = 0; i < create.fields.size(); ++i)
    made.columns.push_back({.field = create.fields[i], .slot = create.slots[i]});
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto id = static_cast<FieldId>(f);
    const auto& field = entity.fields[f];
    const bool given = std::find(create.fields.begin(), create.fields.end(), id) != create.fields.end();
    if (given || !field.is_column()) continue;
    if (field.default_fn == model::DefaultFn::kSequence) {
      made.sequence_key = made.sequence_key || field.in_key;
    } else if (field.default_fn != model::DefaultFn::kNone || id == entity.tenant) {
      made.columns.push_back({.field = id});
    }
  }
  made.covered = allowed->create.covered;
  made.covered_in_store = made.covered != nullptr && expr::depends_on_relations(*made.covered);
  made.key_slot = static_cast<std::uint16_t>(value_count);
  const auto add = [&](const model::Constraint& constraint) {
    if (constraint.expr == nullptr) return;
    const bool in_store = expr::depends_on_relations(*constraint.expr) || reads_computed(model, *constraint.expr);
    (in_store ? made.constraints_in_store : made.constraints).push_back(&constraint);
  };
  for (const auto& constraint : entity.constraints) add(constraint);
  for (const auto& field : entity.fields)
    if (field.constraint) add(*field.constraint);
  if (create.returning) {
    operation::Query query = *create.returning;
    const Node* key = operation::key_condition(model, create.entity, made.key_slot, arena);
    query.where = expr::Builder(arena).both(key, query.where);
    made.returning = plan_query(query, operation::Count::kNone, model, arena, limits, allowed->next_scope);
  }
  return made;
}

}  // namespace bedplate::plan
