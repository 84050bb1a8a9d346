#include "seed/conditions.hpp"

#include <algorithm>

#include "expr/visit.hpp"

namespace bedplate::seed {
namespace {

using expr::Node;
using expr::Op;

class Reader {
 public:
  Reader(const model::Model& model, model::EntityId id) : model_(model), id_(id), entity_(model.entity(id)) {}

  Conditions read() {
    for (const auto& constraint : entity_.constraints) add(constraint);
    for (const auto& field : entity_.fields)
      if (field.constraint && field.constraint->expr != nullptr) add(*field.constraint);
    for (const auto& rule : entity_.rules)
      if (rule.verbs.has(model::Verb::kCreate) && rule.fields.empty()) rule.allow ? allow(rule) : deny(rule);
    if (std::ranges::any_of(made_.ways, &std::vector<const Node*>::empty)) made_.ways.clear();
    // What is the same for all rows is a value of its own only where there is no other way.
    if (made_.ways.size() == 1)
      for (const Node* part : made_.ways[0]) copy(*part, true);
    return std::move(made_);
  }

 private:
  void add(const model::Constraint& constraint) {
    if (reads_lists(*constraint.expr)) return made_.unseen.push_back(constraint.text);
    made_.constraints.push_back({constraint.expr, constraint.text});
    std::vector<const Node*> parts;
    split(*constraint.expr, parts);
    for (const Node* part : parts) copy(*part, true);
  }

  void allow(const model::Rule& rule) {
    std::vector<const Node*> parts, way;
    for (const Node* node : {rule.when, rule.check})
      if (node != nullptr) split(*node, parts);
    for (const Node* part : parts) {
      if (expr::is_true(*part) || reads_caller(*part) || reads_lists(*part) || is_beginning(*part)) continue;
      way.push_back(part);
      copy(*part, false);
    }
    made_.ways.push_back(std::move(way));
  }

  void deny(const model::Rule& rule) {
    if (rule.when == nullptr || reads_caller(*rule.when) || reads_lists(*rule.when)) return;
    made_.denials.push_back(rule.when);
  }

  static void split(const Node& node, std::vector<const Node*>& parts) {
    if (node.op != Op::kAnd) return parts.push_back(&node);
    for (const Node* arg : node.args) split(*arg, parts);
  }

  static bool reads_caller(const Node& node) {
    return expr::any_node(node, [](const Node& one) { return one.op == Op::kPrincipal || one.op == Op::kHasFact; });
  }

  bool reads_lists(const Node& node) const {
    return expr::any_node(node, [&](const Node& one) {
      if (expr::is_to_many(one.op)) return true;
      if (one.op != Op::kField) return false;
      const auto& field = model_.field(one.entity, one.member);
      return field.computed != nullptr && reads_lists(*field.computed);
    });
  }

  bool may_be_updated(const Node& field) const {
    const auto& of = model_.entity(field.entity);
    return !of.fields[field.member].immutable && std::ranges::any_of(of.rules, [](const model::Rule& rule) {
      return rule.allow && rule.verbs.has(model::Verb::kUpdate);
    });
  }

  bool is_beginning(const Node& node) const {
    if (node.op != Op::kEq || node.args[0]->op != Op::kField || node.args[1]->op != Op::kLiteral) return false;
    const auto& field = model_.field(node.args[0]->entity, node.args[0]->member);
    return field.type.scalar == Scalar::kEnum && field.default_fn == model::DefaultFn::kValue &&
           field.default_value == node.args[1]->literal && may_be_updated(*node.args[0]);
  }

  void copy(const Node& node, bool literals) {
    if (node.op != Op::kEq) return;
    for (const int to : {0, 1}) {
      const Node& field = *node.args[static_cast<std::size_t>(to)];
      const Node& value = *node.args[static_cast<std::size_t>(1 - to)];
      if (field.op != Op::kField || !is_own(field) || (value.op == Op::kLiteral && !literals)) continue;
      if (expr::any_node(value,
                         [&](const Node& one) { return one.op == Op::kField && expr::is_field(one, field.member); }))
        continue;
      const auto& target = entity_.fields[field.member];
      const bool settled = !target.is_column() || target.in_key || target.tenant || has(field.member);
      if (settled || target.type.list != value.type.list || target.type.scalar != value.type.scalar) continue;
      made_.copies.push_back({field.member, &value});
      return;
    }
  }

  bool is_own(const Node& field) const { return field.entity == id_ && expr::is_field(field, field.member); }
  bool has(model::FieldId field) const {
    return std::ranges::find(made_.copies, field, &Conditions::Copy::field) != made_.copies.end();
  }

  const model::Model& model_;
  const model::EntityId id_;
  const model::Entity& entity_;
  Conditions made_;
};

}  // namespace

Conditions conditions_of(const model::Model& model, model::EntityId entity) { return Reader(model, entity).read(); }

}  // namespace bedplate::seed
