#include "app/access.hpp"

#include <array>

#include "access/explain.hpp"
#include "api/catalog.hpp"
#include "app/database.hpp"
#include "app/project.hpp"
#include "app/roles.hpp"
#include "app/row_reader.hpp"
#include "app/serve.hpp"
#include "app/token.hpp"
#include "json/document.hpp"
#include "operation/principal.hpp"

namespace bedplate::app {
namespace {

using access::Outcome;
using model::Verb;

Result<Verb> verb_of(std::string_view name) {
  if (const auto verb = model::verb_by_name(name)) return *verb;
  return failure(Error(Reason::kInvalidValue, "there is no operation '" + std::string(name) + "'")
                     .with_hint("READ, CREATE, UPDATE, DELETE or PURGE."));
}

Result<std::shared_ptr<const operation::Principal>> principal_of(const ExplainOptions& options,
                                                                 const model::Model& model) {
  const operation::Principals principals(model);
  const bool nobody = options.id.empty() && options.tenant.empty() && options.roles.empty() && options.scopes.empty() &&
                      options.claims.empty();
  if (options.anonymous || nobody) return principals.anonymous();
  BP_TRY_VOID(check_roles(model, options.roles));
  BP_TRY(const std::string text, claims_text(options.claims));
  BP_TRY(const auto claims, json::Document::parse(text));
  operation::Identity who{.authenticated = true,
                          .id = options.id,
                          .tenant = options.tenant,
                          .roles = options.roles,
                          .scopes = options.scopes,
                          .claims = {}};
  for (const auto& claim : claims->children) {
    std::string value;
    json::append(value, claim);
    who.claims.emplace_back(claim.key, std::move(value));
  }
  return principals.make(std::move(who));
}

/// Who runs the command reads the model itself.
class EveryName final : public api::Names {
 public:
  bool readable(model::EntityId) const override { return true; }
  bool usable(model::EntityId) const override { return true; }
  bool shown(model::EntityId, model::FieldId) const override { return true; }
};

std::string_view verdict_word(Outcome outcome) {
  switch (outcome) {
    case Outcome::kHolds:
      return "yes";
    case Outcome::kFails:
      return "no";
    case Outcome::kByRow:
      return "by row";
    case Outcome::kByNewRow:
      return "by new row";
  }
  return "no";
}

void add_rules(std::string& text, const std::vector<access::RuleOutcome>& rules, const model::Model& model,
               std::string_view indent) {
  for (const auto& each : rules) {
    text.append(indent)
        .append(access::outcome_word(each.on_row.value_or(each.when)))
        .append("  ")
        .append(each.rule->text);
    text.append("  (line ").append(std::to_string(each.rule->position.line)).append(")\n");
    if (each.left && !each.on_row)
      text.append(indent)
          .append("        left to the row: ")
          .append(access::condition_text(*each.left, model))
          .append("\n");
    if (!each.on_row || (each.on_row != Outcome::kHolds) == each.rule->allow) continue;
    for (const auto* condition : each.afterwards)
      text.append(indent)
          .append(each.rule->allow ? "        of the new row: " : "        not of the new row: ")
          .append(access::condition_text(*condition, model))
          .append("\n");
  }
}

std::string for_people(const access::Explanation& of, const ExplainOptions& options, const model::Model& model) {
  std::string text = options.operation + " on " + model.entity(of.entity).plural + ": ";
  text += std::string(of.unbuilt ? "not served yet" : verdict_word(of.on_row.value_or(of.allowed))) + "\n  " +
          of.reason + "\n";
  if (of.tenant_limited) text += "  and only rows of the caller's tenant\n";
  if (!of.rules.empty()) text += "rules\n";
  add_rules(text, of.rules, model, "  ");
  if (!of.fields.empty()) text += "fields\n";
  for (const auto& each : of.fields) {
    text.append("  ").append(model.field(of.entity, each.field).name).append(": ");
    text.append(verdict_word(each.on_row.value_or(each.allowed))).append("\n");
    add_rules(text, each.rules, model, "    ");
  }
  return text;
}

}  // namespace

int run_explain(const ExplainOptions& options, const World& world) {
  const auto project = load_project(options.directory, serve_flags({}, options.database), world);
  if (!project) return kFailed;
  const auto answer = [&]() -> Result<std::string> {
    const model::Model& model = *project->model;
    const api::Catalog catalog(model);
    const EveryName names;
    BP_TRY(const Verb verb, verb_of(options.operation));
    BP_TRY(const auto entity, catalog.resource(options.resource, &names));
    BP_TRY(const auto principal, principal_of(options, model));
    const access::AccessView view(model, principal->facts());
    Arena arena;
    auto explanation = access::explain(view, entity, verb, arena);
    bool readable = false;
    if (!options.row.empty()) {
      const auto questions = access::questions(explanation);
      BP_TRY(const auto row, ask_row(*project, options.resource, options.row, *principal, questions, world));
      readable = row.readable;
      if (readable) access::answer(explanation, model, row.answers);
    }
    if (options.json) {
      if (!options.row.empty() && !readable)
        return failure(Error(Reason::kNotFound, "there is no such row for this caller")
                           .with_hint("It is not there, or READ does not grant it."));
      return access::explanation_json(explanation, model, true) + "\n";
    }
    const std::string text = for_people(explanation, options, model);
    if (options.row.empty()) return text;
    return text + "row " + options.row + "\n  " +
           (readable ? "readable" : "for this caller it does not exist: it is not there, or READ does not grant it") +
           "\n";
  }();
  if (!answer) return print_error(world, answer.error()), kFailed;
  print(world.out, *answer);
  return kFine;
}

}  // namespace bedplate::app
