#include "plan/create.hpp"

#include <array>

#include "plan/query.hpp"

namespace bedplate::plan {

using expr::Node;
using expr::Op;

namespace {

bool reads_relations(const Node* node) {
  if (node == nullptr) return false;
  if (node->op == Op::kHop || (node->op >= Op::kExists && node->op <= Op::kAvg)) return true;
  return std::any_of(node->args.begin(), node->args.end(), reads_relations);
}

bool reads_computed(const model::Model& model, const Node* node) {
  if (node == nullptr) return false;
  if (node->op == Op::kField && model.field(node->entity, node->member).kind == model::FieldKind::kComputed)
    return true;
  return std::any_of(node->args.begin(), node->args.end(), [&](const Node* arg) { return reads_computed(model, arg); });
}

/// `key == slots`, over the row.
const Node* key_condition(const model::Model& model, EntityId entity, std::uint16_t first_slot, Arena& arena) {
  constexpr Type kBoolean{.scalar = Scalar::kBoolean};
  const Node* made = nullptr;
  const auto make = [&](Op op, Type type, std::span<const Node* const> args) {
    auto* node = arena.make<Node>();
    node->op = op;
    node->type = type;
    node->entity = entity;
    node->args = arena.copy_array<const Node*>(args);
    return node;
  };
  for (const FieldId key : model.entity(entity).key) {
    const Type type = model.field(entity, key).type;
    const std::array<const Node*, 1> row{make(Op::kRow, {}, {})};
    Node* field = make(Op::kField, type, row);
    field->member = key;
    Node* slot = make(Op::kSlot, type, {});
    slot->slot = first_slot++;
    const std::array<const Node*, 2> sides{field, slot};
    const Node* equal = make(Op::kEq, kBoolean, sides);
    const std::array<const Node*, 2> both{made, equal};
    made = made == nullptr ? equal : make(Op::kAnd, kBoolean, both);
  }
  return made;
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
  made.covered_in_store = reads_relations(made.covered);
  made.key_slot = static_cast<std::uint16_t>(value_count);
  const auto add = [&](const model::Constraint& constraint) {
    if (constraint.expr == nullptr) return;
    const bool in_store = reads_relations(constraint.expr) || reads_computed(model, constraint.expr);
    (in_store ? made.constraints_in_store : made.constraints).push_back(&constraint);
  };
  for (const auto& constraint : entity.constraints) add(constraint);
  for (const auto& field : entity.fields)
    if (field.constraint) add(*field.constraint);
  if (create.returning) {
    operation::Query query = *create.returning;
    const Node* key = key_condition(model, create.entity, made.key_slot, arena);
    const std::array<const Node*, 2> both{key, query.where};
    if (query.where != nullptr) {
      auto* node = arena.make<Node>();
      node->op = Op::kAnd;
      node->type = Type{.scalar = Scalar::kBoolean};
      node->args = arena.copy_array<const Node*>(both);
      query.where = node;
    } else {
      query.where = key;
    }
    made.returning = plan_query(query, operation::Count::kNone, model, arena, limits, allowed->next_scope);
  }
  return made;
}

}  // namespace bedplate::plan
