#include "openapi/granted.hpp"

#include <algorithm>

namespace bedplate::openapi {
namespace {

using model::Entity;
using model::Field;
using model::FieldId;
using model::Rule;
using model::Verb;

bool is_always(const expr::Node* node) {
  return node->op == expr::Op::kLiteral && !node->literal.is_null() && node->literal.as_integer() != 0;
}
bool is_never(const expr::Node* node) {
  return node->op == expr::Op::kLiteral && (node->literal.is_null() || node->literal.as_integer() == 0);
}

/// `counts`: whether an @allow is one for what is asked.
bool may(const std::vector<Rule>& rules, Verb verb, bool by_default, const auto& counts) {
  bool narrowed = false, allowed = false;
  for (const Rule& rule : rules) {
    if (!rule.verbs.has(verb)) continue;
    if (!rule.allow && is_always(rule.when)) return false;
    if (!rule.allow) continue;
    narrowed = true;
    allowed = allowed || (counts(rule) && !is_never(rule.when));
  }
  return allowed || (by_default && !narrowed);
}

bool may_field(const Entity& entity, FieldId id, Verb verb) {
  const Field& field = entity.fields[id];
  const auto names_it = [id](const Rule& rule) {
    return rule.fields.empty() || std::ranges::find(rule.fields, id) != rule.fields.end();
  };
  return is_granted(entity, verb) && !field.hidden && !field.is_unbuilt() && may(entity.rules, verb, false, names_it) &&
         may(field.rules, verb, true, [](const Rule&) { return true; });
}

bool is_given(const Entity& entity, FieldId id) {
  const Field& field = entity.fields[id];
  return !field.read_only && field.kind != model::FieldKind::kComputed && id != entity.tenant;
}

}  // namespace

bool is_granted(const Entity& entity, Verb verb) {
  return entity.unbuilt(verb) == nullptr && may(entity.rules, verb, false, [](const Rule&) { return true; });
}

bool is_shown(const Entity& entity, FieldId field) {
  return !entity.fields[field].write_only && may_field(entity, field, Verb::kRead);
}
bool is_created(const Entity& entity, FieldId field) {
  return is_given(entity, field) && may_field(entity, field, Verb::kCreate);
}
bool is_updated(const Entity& entity, FieldId field) {
  return is_given(entity, field) && !entity.fields[field].immutable && may_field(entity, field, Verb::kUpdate);
}

}  // namespace bedplate::openapi
