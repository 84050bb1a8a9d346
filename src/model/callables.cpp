#include "model/job_checks.hpp"
#include "model/phases.hpp"
#include "model/rule_reader.hpp"
#include "model/scalars.hpp"

namespace bedplate::model {

namespace {

using Kind = Callable::Kind;

std::optional<Kind> root_kind(const TypeEntry& type) {
  if (type.name.text == "Query") return Kind::kQuery;
  if (type.name.text == "Mutation") return Kind::kMutation;
  if (type.directive("jobs") != nullptr) return Kind::kJob;
  return std::nullopt;
}

void check_handler(Draft& draft, const sdl::FieldDefinition& field, const sdl::Directive& use) {
  const Arguments arguments(&use);
  const auto* handler = arguments.find("handler");
  if (handler == nullptr || handler->kind != sdl::ValueKind::kString) return;
  const auto text = handler->text;
  const bool script = (text.starts_with("ts:") || text.starts_with("cpp:")) && text.find('#') != std::string_view::npos;
  const bool remote = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("grpc:");
  if (!script && !remote)
    draft.error(place_of(*handler), "bad-handler", "\"" + std::string(text) + "\" names no handler.",
                "Write \"ts:file#" + std::string(field.name.text) +
                    "\", \"cpp:library#function\", an http(s) URL or \"grpc:…\".");
  check_span(draft, arguments, "timeout");
}

void add_operation(Draft& draft, const sdl::FieldDefinition& field, Kind kind) {
  Callable out{.kind = kind,
               .name = std::string(field.name.text),
               .description = description_of(field.description),
               .position = field.name.at,
               .rules = {}};
  const auto* action = find_directive(field.directives, "action");
  const auto* sql = find_directive(field.directives, "sql");
  if (action == nullptr && sql == nullptr)
    draft.error(
        place_of(field.name), "no-handler", "Nobody answers \"" + out.name + "\".",
        kind == Kind::kJob
            ? "Add @action(handler: \"ts:…#…\")."
            : "Add @action(handler: \"ts:…#…\") or @sql(query: \"…\"); entities have their operations without it.");
  if (action != nullptr && sql != nullptr)
    draft.error(place_of(*sql), "two-handlers", "\"" + out.name + "\" has both @action and @sql.",
                "Keep one of the two.");
  if (action != nullptr) check_handler(draft, field, *action);
  for (const auto& use : field.directives) {
    if (!is_rule(use)) continue;
    if (kind == Kind::kJob)
      draft.error(place_of(use), "job-rule", "A job is run by the system; rules are for what callers ask.",
                  "Remove the rule.");
    else if (auto rule = read_rule(draft, use, kNoEntity, RuleOn::kOperation))
      out.rules.push_back(*std::move(rule));
  }
  if (sql != nullptr && kind != Kind::kJob && find_directive(field.directives, "allow") == nullptr)
    draft.error(place_of(*sql), "sql-without-rule",
                "@sql runs as the system, and \"" + out.name + "\" says not who may call it.",
                "Add @allow(roles: […]) or @allow(when: \"…\").");
  check_job(draft, field, kind == Kind::kJob);
  draft.model.callables.push_back(std::move(out));
}

void add_event(Draft& draft, const TypeEntry& type) {
  for (const auto* field : type.fields) {
    const auto kind = target_kind(draft, *field->type);
    if (kind == TargetKind::kEntity || kind == TargetKind::kOther)
      draft.error(place_of(field->type->named()), "event-field",
                  "An event carries scalars, enums and @embedded types; \"" + std::string(field->type->named().text) +
                      "\" is none of them.",
                  "Carry the key instead: `" + std::string(field->name.text) + ": ID!`.");
  }
  draft.model.callables.push_back({.kind = Kind::kEvent,
                                   .name = std::string(type.name.text),
                                   .description = description_of(type.description),
                                   .position = type.name.at,
                                   .rules = {}});
}

}  // namespace

void add_callables(Draft& draft) {
  for (const TypeEntry& type : draft.types.all()) {
    if (type.kind != sdl::TypeKind::kObject || type.from_prelude || type.directive("entity") != nullptr) continue;
    if (type.directive("event") != nullptr) add_event(draft, type);
    if (type.name.text == "Subscription")
      draft.error(place_of(type.name), "own-subscription",
                  "Subscriptions come with the entities; a model defines none of its own.", "Remove the type.");
    if (const auto kind = root_kind(type))
      for (const auto* field : type.fields) add_operation(draft, *field, *kind);
  }
  for (std::size_t id = 0; id < draft.definitions.size(); ++id)
    for (const auto* from : draft.definitions[id])
      if (from != nullptr) {
        if (const auto* action = find_directive(from->directives, "action")) check_handler(draft, *from, *action);
        check_job(draft, *from, false);
      }
}

}  // namespace bedplate::model
