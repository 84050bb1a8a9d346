#include "access/view.hpp"

#include <array>
#include <string>

#include "access/rewrite.hpp"
#include "base/text.hpp"
#include "expr/simplify.hpp"

namespace bedplate::access {

using expr::Node;
using expr::Op;
using model::Rule;

namespace {

/// Never null, as Builder::both is of two that are TRUE.
const Node* both(expr::Builder& build, const Node* a, const Node* b) {
  return build.joined(Op::kAnd, std::array<const Node*, 2>{a, b});
}

/// Some @allow grants, no @deny does anything but refuse to: a deny that is UNKNOWN denies.
const Node* granted(expr::Builder& build, const std::vector<Rule>& rules, Verb verb, bool default_allow,
                    const auto& counts) {
  std::vector<const Node*> allows, all;
  bool narrowed = false;
  for (const Rule& rule : rules) {
    if (!rule.verbs.has(verb) || !counts(rule)) continue;
    narrowed = narrowed || rule.allow;
    // READ and DELETE ignore `check`; of a new row it holds beside `when`.
    const bool checked = rule.check != nullptr && verb == Verb::kCreate;
    if (rule.allow)
      allows.push_back(checked ? both(build, rule.when, rule.check) : rule.when);
    else
      all.push_back(build.negated(rule.when));
  }
  if (narrowed || !default_allow) all.insert(all.begin(), build.joined(Op::kOr, allows));
  return build.joined(Op::kAnd, all);
}

/// TRUE of no row.
bool refuses(const Node* node) {
  return node->op == Op::kLiteral && (node->literal.is_null() || node->literal.as_integer() == 0);
}

}  // namespace

bool names(const Rule& rule, FieldId field) {
  return rule.fields.empty() || std::find(rule.fields.begin(), rule.fields.end(), field) != rule.fields.end();
}

AccessView::AccessView(const model::Model& model, const operation::Facts& facts) : model_(model), facts_(facts) {
  entities_.resize(model.entities.size());
  for (std::size_t id = 0; id < entities_.size(); ++id) fill(static_cast<EntityId>(id));
}

void AccessView::fill(EntityId id) {
  const model::Entity& entity = model_.entity(id);
  OfEntity& of = entities_[id];
  expr::Builder build(arena_);
  const auto holds = [this](expr::FactId fact) { return facts_.test(fact); };
  const auto residue = [&](const Node* node) -> const Node* {
    const Node* rest = expr::simplify_condition(node, holds, arena_);
    return refuses(rest) ? nullptr : rest;
  };
  const Node* tenant = tenant_condition(id);
  if (tenant != nullptr) of.tenant = expr::simplify_condition(tenant, holds, arena_);

  for (std::size_t v = 0; v < model::kVerbs; ++v) {
    const Node* rules = granted(build, entity.rules, static_cast<Verb>(v), false, [](const Rule&) { return true; });
    of.rows[v] = residue(tenant == nullptr ? rules : both(build, tenant, rules));
  }
  of.with_trash = of.rows[verb_index(Verb::kRead)];
  if (entity.soft_delete()) {
    const Type type = entity.fields[entity.deleted_at].type;
    of.live = build.condition(Op::kIsNull, {build.field(build.row(id, 0, false), entity.deleted_at, type)});
    if (of.with_trash != nullptr) of.rows[verb_index(Verb::kRead)] = both(build, of.with_trash, of.live);
  }
  of.shown.resize(entity.fields.size());
  of.created.resize(entity.fields.size());
  of.updated.resize(entity.fields.size());
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto field_id = static_cast<FieldId>(f);
    const model::Field& field = entity.fields[f];
    const Node* created = granted(build, field.rules, Verb::kCreate, true, [](const Rule&) { return true; });
    // The tenant is the token's to say: whoever names it, even their own, is answered as for an unknown field.
    const bool ours = field.hidden || field.read_only || field_id == entity.tenant;
    of.created[f] = ours ? nullptr : residue(created);
    const Node* updated = granted(build, field.rules, Verb::kUpdate, true, [](const Rule&) { return true; });
    of.updated[f] = ours || field.immutable ? nullptr : residue(updated);
    // A type without rows for the caller has no fields for it either.
    if (field.hidden || field.write_only || denied(id, Verb::kRead)) continue;
    // Every readable row shows the field unless some @allow is limited to other fields.
    bool limited = false;
    for (const Rule& rule : entity.rules)
      limited = limited || (rule.allow && rule.verbs.has(Verb::kRead) && !names(rule, field_id));
    const Node* own = granted(build, field.rules, Verb::kRead, true, [](const Rule&) { return true; });
    const Node* by_type = granted(build, entity.rules, Verb::kRead, false,
                                  [&](const Rule& rule) { return !rule.allow || names(rule, field_id); });
    of.shown[f] = residue(limited ? both(build, by_type, own) : own);
  }
  // Whoever may not read a text may not learn by its tokens which words it has.
  for (std::size_t f = 0; f < entity.fields.size(); ++f)
    if (const FieldId text = entity.fields[f].searched; text != model::kNoField) of.shown[f] = of.shown[text];
}

const Node* AccessView::tenant_condition(EntityId id) {
  const model::Entity& entity = model_.entity(id);
  if (entity.tenant == model::kNoField) return nullptr;
  const model::Field& field = entity.fields[entity.tenant];
  Type wanted = field.type;
  wanted.nullable = true;
  for (std::size_t i = 0; i < model_.facts.size(); ++i) {
    const expr::Fact& fact = model_.facts[i];
    if (fact.kind != expr::Fact::Kind::kTenant || fact.type.scalar != wanted.scalar) continue;
    expr::Builder build(arena_);
    const Node* own = build.field(build.row(id, 0, false), entity.tenant, field.type);
    return build.condition(Op::kEq, {own, build.principal(static_cast<expr::FactId>(i), fact.type)});
  }
  BP_ASSERT(!"the compiler registers a tenant fact for every tenant field");
}

std::optional<operation::ReadableField> AccessView::readable(EntityId entity, FieldId field) const {
  if (entities_[entity].shown[field] == nullptr || model_.field(entity, field).hidden) return std::nullopt;
  return operation::ReadableField(entity, field);
}

Error AccessView::unknown_field(EntityId entity, std::string_view name,
                                const std::vector<std::string_view>& known) const {
  Error error(Reason::kUnknownField, "'" + std::string(name) + "' is not a field of " + model_.entity(entity).plural);
  if (const auto meant = did_you_mean(name, known); !meant.empty())
    return std::move(error).with_hint("did you mean '" + std::string(meant) + "'?");
  return error;
}

Result<operation::ReadableField> AccessView::readable(EntityId entity, std::string_view name) const {
  const auto& of = model_.entity(entity);
  const auto at = of.by_name.find(name);
  if (at != of.by_name.end() && !of.fields[at->second].is_relation()) {
    if (const auto field = readable(entity, at->second)) return *field;
  }
  std::vector<std::string_view> known;
  for (std::size_t f = 0; f < of.fields.size(); ++f)
    if (!of.fields[f].is_relation() && !of.fields[f].hidden && entities_[entity].shown[f] != nullptr)
      known.push_back(of.fields[f].name);
  return failure(unknown_field(entity, name, known));
}

Error AccessView::unwritten_field(EntityId entity, FieldId id, Verb verb) const {
  const auto& of = model_.entity(entity);
  const auto& field = of.fields[id];
  const std::string_view why = field.kind == model::FieldKind::kComputed ? "computed"
                               : id == of.tenant                         ? "the tenant, which the token says"
                               : field.read_only                         ? "read-only"
                               : field.immutable && verb == Verb::kUpdate
                                   ? "immutable: given when a row is made, and never again"
                                   : "not for this caller to write";
  Error error(Reason::kUnknownField, "'" + field.name + "' of " + of.plural + " is " + std::string(why));
  const bool key = std::find(of.key.begin(), of.key.end(), id) != of.key.end();
  if (key && verb == Verb::kUpdate && id != of.tenant)
    return std::move(error).with_hint(
        "it is the key: the path or a filter names the row by it, and it cannot be changed");
  return std::move(error).with_hint("leave it out, of many rows by columns=, which names the members to take");
}

Result<operation::WritableField> AccessView::writable(EntityId entity, std::string_view name, Verb verb) const {
  const auto& of = model_.entity(entity);
  const auto may = [&](FieldId f) { return is_writable(entity, f, verb); };
  const auto at = of.by_name.find(name);
  if (at != of.by_name.end() && may(at->second)) return operation::WritableField(entity, at->second);
  if (at != of.by_name.end() && !of.fields[at->second].is_relation() && readable(entity, at->second))
    return failure(unwritten_field(entity, at->second, verb));
  std::vector<std::string_view> known;
  for (std::size_t f = 0; f < of.fields.size(); ++f)
    if (may(static_cast<FieldId>(f))) known.push_back(of.fields[f].name);
  return failure(unknown_field(entity, name, known));
}

const Node* AccessView::create_covered(EntityId entity, std::span<const FieldId> fields, Arena& arena) const {
  expr::Builder build(arena);
  const auto holds = [this](expr::FactId fact) { return facts_.test(fact); };
  std::vector<const Node*> allows, all;
  for (const Rule& rule : model_.entity(entity).rules) {
    if (!rule.verbs.has(Verb::kCreate)) continue;
    if (!rule.allow) {
      all.push_back(build.negated(rule.when));
      continue;
    }
    if (!std::all_of(fields.begin(), fields.end(), [&](FieldId field) { return names(rule, field); })) continue;
    allows.push_back(rule.check == nullptr ? rule.when : both(build, rule.when, rule.check));
  }
  all.push_back(build.joined(Op::kOr, allows));
  const Node* rest = expr::simplify_condition(build.joined(Op::kAnd, all), holds, arena);
  return refuses(rest) ? nullptr : rest;
}

}  // namespace bedplate::access
