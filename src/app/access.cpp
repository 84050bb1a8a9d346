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
#include "expr/describe.hpp"
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

class ModelNames final : public expr::Names {
 public:
  explicit ModelNames(const model::Model& model) : model_(model) {}
  std::string_view member_name(expr::EntityId entity, expr::MemberId member) const override {
    return model_.field(entity, member).name;
  }
  expr::Fact fact_of(expr::FactId fact) const override { return model_.facts[fact]; }

 private:
  const model::Model& model_;
};

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
  }
  return "no";
}

void add_rules(std::string& text, const std::vector<access::RuleOutcome>& rules, const model::Model& model,
               std::string_view indent) {
  const ModelNames names(model);
  for (const auto& each : rules) {
    text.append(indent).append(access::outcome_word(each.when)).append("  ").append(each.rule->text);
    text.append("  (line ").append(std::to_string(each.rule->position.line)).append(")\n");
    if (each.left)
      text.append(indent).append("        left to the row: ").append(describe(*each.left, names)).append("\n");
  }
}

std::string for_people(const access::Explanation& of, const ExplainOptions& options, const model::Model& model) {
  std::string text = options.operation + " on " + model.entity(of.entity).plural + ": ";
  text += std::string(of.unbuilt ? "not served yet" : verdict_word(of.allowed)) + "\n  " + of.reason + "\n";
  if (of.tenant_limited) text += "  and only rows of the caller's tenant\n";
  if (!of.rules.empty()) text += "rules\n";
  add_rules(text, of.rules, model, "  ");
  if (!of.fields.empty()) text += "fields\n";
  for (const auto& each : of.fields) {
    text.append("  ").append(model.field(of.entity, each.field).name).append(": ");
    text.append(verdict_word(each.allowed)).append("\n");
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
    const auto explanation = access::explain(view, entity, verb, arena);
    std::string text = options.json ? access::explanation_json(explanation, model, true) + "\n"
                                    : for_people(explanation, options, model);
    if (options.row.empty() || options.json) return text;
    BP_TRY(const bool readable, is_readable(*project, options.resource, options.row, *principal, world));
    return text + "row " + options.row + "\n  " +
           (readable ? "readable" : "for this caller it does not exist: it is not there, or READ does not grant it") +
           "\n";
  }();
  if (!answer) return print_error(world, answer.error()), kFailed;
  print(world.out, *answer);
  return kFine;
}

}  // namespace bedplate::app
