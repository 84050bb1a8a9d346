#include "app/commands/access.hpp"

#include <array>

#include "access/explain.hpp"
#include "api/catalog.hpp"
#include "app/commands/admin_request.hpp"
#include "app/commands/roles.hpp"
#include "app/commands/row_reader.hpp"
#include "app/commands/serve.hpp"
#include "app/commands/token.hpp"
#include "app/node/control.hpp"
#include "app/node/database.hpp"
#include "app/project/project.hpp"
#include "json/document.hpp"
#include "json/writer.hpp"
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

/// `store`: null where no row is asked about.
Result<std::string> explain_text(const ExplainOptions& options, const model::Model& model, store::Store* store,
                                 const World& world) {
  const api::Catalog catalog(model);
  const EveryName names;
  BP_TRY(const Verb verb, verb_of(options.operation));
  BP_TRY(const auto entity, catalog.resource(options.resource, &names));
  BP_TRY(const auto principal, principal_of(options, model));
  const access::AccessView view(model, principal->facts());
  Arena arena;
  auto explanation = access::explain(view, entity, verb, arena);
  bool readable = false;
  if (store != nullptr) {
    const auto questions = access::questions(explanation);
    BP_TRY(const auto row, ask_row(model, *store, options.resource, options.row, *principal, questions, world));
    readable = row.readable;
    if (readable) access::answer(explanation, model, row.answers);
  }
  if (options.json) {
    if (store != nullptr && !readable)
      return failure(Error(Reason::kNotFound, "there is no such row for this caller")
                         .with_hint("It is not there, or READ does not grant it."));
    return access::explanation_json(explanation, model, true) + "\n";
  }
  const std::string text = for_people(explanation, options, model);
  if (store == nullptr) return text;
  return text + "row " + options.row + "\n  " +
         (readable ? "readable" : "for this caller it does not exist: it is not there, or READ does not grant it") +
         "\n";
}

/// The options that say something, by the names under which they travel.
template <class Text, class List, class Flag>
void each_member(Text text, List list, Flag flag) {
  text("resource", &ExplainOptions::resource);
  text("operation", &ExplainOptions::operation);
  text("row", &ExplainOptions::row);
  text("id", &ExplainOptions::id);
  text("tenant", &ExplainOptions::tenant);
  list("roles", &ExplainOptions::roles);
  list("scopes", &ExplainOptions::scopes);
  list("claims", &ExplainOptions::claims);
  flag("anonymous", &ExplainOptions::anonymous);
  flag("json", &ExplainOptions::json);
}

std::string request_line(const ExplainOptions& options) {
  std::string line;
  json::Writer writer(line);
  writer.begin_object();
  writer.member("command", "access.explain");
  each_member([&](std::string_view name, auto member) { writer.member(name, options.*member); },
              [&](std::string_view name, auto member) {
                writer.key(name);
                writer.begin_array();
                for (const auto& each : options.*member) writer.string(each);
                writer.end_array();
              },
              [&](std::string_view name, auto member) {
                if (options.*member) writer.member(name, "yes");
              });
  writer.end_object();
  return line;
}

/// By the process that owns the database if there is one, else by this one.
Result<std::string> ask_about_row(const ExplainOptions& options, const Project& project, const World& world) {
  auto store = open_database(project.config, {.create = false, .loops = 1, .on_fatal = {}});
  if (store) return explain_text(options, *project.model, store->get(), world);
  const std::string path = control_path(project.config.database);
  if (store.error().reason() != Reason::kDatabaseOwned || path.empty()) return failure(std::move(store).error());
  auto reply = ask_owner(path, request_line(options));
  if (!reply) return failure(std::move(store).error());
  BP_TRY(const std::string line, checked_reply(*std::move(reply)));
  BP_TRY(const auto parsed, json::Document::parse(line));
  return std::string(parsed->string("text").value_or(""));
}

}  // namespace

Result<std::string> answer_explain(const json::Node& request, store::Store& store, const model::Model& model,
                                   const World& world) {
  ExplainOptions options;
  each_member(
      [&](std::string_view name, auto member) { options.*member = std::string(request.string(name).value_or("")); },
      [&](std::string_view name, auto member) {
        if (const auto* all = request.find(name))
          for (const auto& each : all->children) (options.*member).emplace_back(each.text);
      },
      [&](std::string_view name, auto member) { options.*member = request.find(name) != nullptr; });
  BP_TRY(const std::string text, explain_text(options, model, &store, world));
  std::string out;
  json::Writer writer(out);
  writer.begin_object();
  writer.member("text", text);
  writer.end_object();
  return out;
}

int run_explain(const ExplainOptions& options, const World& world) {
  const auto project = load_project(options.directory, serve_flags({}, options.database), world);
  if (!project) return kFailed;
  const auto answer = options.row.empty() ? explain_text(options, *project->model, nullptr, world)
                                          : ask_about_row(options, *project, world);
  if (!answer) return print_error(world, answer.error()), kFailed;
  print(world.out, *answer);
  return kFine;
}

}  // namespace bedplate::app
