#include "engine/refusal.hpp"

#include "expr/builder.hpp"
#include "expr/visit.hpp"

namespace bedplate::engine {
namespace {

/// Whether `rule` of a field keeps the value from being written; false where related rows decide.
bool refuses(const model::Rule& rule, model::Verb verb, const RowConditions& row) {
  const auto decided = [](const expr::Node* node) { return node == nullptr || !expr::depends_on_relations(*node); };
  if (!rule.verbs.has(verb) || !decided(rule.when) || !decided(rule.check)) return false;
  if (!rule.allow) return !row.hold(*expr::Builder(row.arena()).negated(rule.when));
  return !row.hold(*rule.when) || (rule.check != nullptr && !row.hold(*rule.check));
}

/// The rules by which a field itself keeps its value out; empty: none does, or related rows decide.
std::string refusing(const model::Field& field, model::Verb verb, const RowConditions& row) {
  std::string denies, allows;
  bool allowed = false;
  for (const auto& rule : field.rules) {
    if (!rule.verbs.has(verb)) continue;
    const bool refused = refuses(rule, verb, row);
    allowed = allowed || (rule.allow && !refused);
    std::string& texts = rule.allow ? allows : denies;
    if (refused) texts += (texts.empty() ? "" : "; ") + rule.text;
  }
  return !denies.empty() || allowed ? denies : allows;
}

std::string allows_of(const model::Entity& entity, model::Verb verb) {
  std::string rules;
  for (const auto& rule : entity.rules)
    if (rule.allow && rule.verbs.has(verb)) rules += (rules.empty() ? "" : "; ") + rule.text;
  return rules;
}

}  // namespace

Error new_row_refused(const Refusal& refusal, const RowConditions* row) {
  const auto& [entity, verb, fields, principal, explain] = refusal;
  Error error(principal.authenticated() ? Reason::kCheckFailed : Reason::kUnauthenticated,
              "the new row of " + entity.plural + " is not covered by a rule that grants " +
                  std::string(model::verb_name(verb)));
  if (!explain) return error;
  for (const auto id : row == nullptr ? std::span<const model::FieldId>{} : fields) {
    const auto& field = entity.fields[id];
    if (const std::string by = refusing(field, verb, *row); !by.empty())
      return std::move(error)
          .with_detail("the rules of the field " + field.name + " refuse its value: " + by)
          .with_hint("leave " + field.name + " out, send another value, or widen its rules")
          .with_field({field.name, Reason::kCheckFailed, "is refused by " + by});
  }
  return std::move(error)
      .with_detail("none of these holds for the values sent: " + allows_of(entity, verb))
      .with_hint("send values that one of them covers whole, or widen a rule");
}

Error change_refused(const Refusal& refusal) {
  const auto& [entity, verb, fields, principal, explain] = refusal;
  const std::string name(model::verb_name(verb));
  Error error(principal.authenticated() ? Reason::kForbidden : Reason::kUnauthenticated,
              "permission denied for this row of " + entity.plural);
  if (!explain) return error;
  return std::move(error)
      .with_detail("none of these grants " + name + " of it: " + allows_of(entity, verb))
      .with_hint("ask as somebody for whom one holds, or widen a rule");
}

Error not_found(const model::Entity& entity) { return {Reason::kNotFound, "there is no such row in " + entity.plural}; }

Error same_row(std::string_view first) {
  return Error(Reason::kInvalidValue, "names the same row as " + std::string(first))
      .with_hint("send each row once, with all that changes of it");
}

namespace {

Error placed(const Error& error, const std::string& name, const std::string& place) {
  Error made = Error(error.reason(), name + ": " + error.message())
                   .with_detail(error.detail())
                   .with_hint(error.hint())
                   .caused_by(error.cause());
  if (error.fields().empty()) return std::move(made).with_field({place, error.reason(), error.message()});
  for (const auto& field : error.fields())
    made = std::move(made).with_field({place + "." + field.path, field.reason, field.message});
  return made;
}

}  // namespace

Error in_row(const Error& error, std::size_t number) {
  const std::string text = std::to_string(number);
  return placed(error, "row " + text, "[" + text + "]");
}

Error at_path(const Error& error, std::string_view path) { return placed(error, std::string(path), std::string(path)); }

}  // namespace bedplate::engine
