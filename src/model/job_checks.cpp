#include "model/job_checks.hpp"

#include "sdl/suggest.hpp"

namespace bedplate::model {

namespace {

void check_event(Draft& draft, const sdl::FieldDefinition& job, const sdl::Directive& use) {
  const Arguments arguments(&use);
  const auto* event = arguments.find("event");
  if (event == nullptr || event->kind != sdl::ValueKind::kString) return;
  const TypeEntry* type = draft.types.find(event->text);
  if (type == nullptr || type->directive("event") == nullptr) {
    std::vector<std::string_view> names;
    for (const TypeEntry& each : draft.types.all())
      if (each.directive("event") != nullptr) names.push_back(each.name.text);
    draft.error(
        place_of(*event), "unknown-event", "There is no event \"" + std::string(event->text) + "\".",
        "Declare it: type " + std::string(event->text) + " @event { … }." + sdl::did_you_mean(event->text, names));
    return;
  }
  for (const auto& argument : job.arguments) {
    const bool carried =
        std::ranges::any_of(type->fields, [&](const auto* field) { return field->name.text == argument.name.text; });
    if (!carried && argument.type->non_null && argument.default_value == nullptr)
      draft.error(place_of(argument.name), "event-lacks-argument",
                  "The job needs \"" + std::string(argument.name.text) + "\", which event \"" +
                      std::string(event->text) + "\" doesn't carry.",
                  "Add the field to the event, or make the argument nullable.");
  }
}

/// Five fields of digits, `*`, `,`, `-` and `/`, or names of months and days.
bool is_cron(std::string_view text) {
  int fields = 0;
  bool inside = false;
  for (char c : text) {
    if (c == ' ') {
      inside = false;
      continue;
    }
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && std::string_view("*,-/").find(c) == std::string_view::npos)
      return false;
    if (!inside) ++fields;
    inside = true;
  }
  return fields == 5;
}

void check_schedule(Draft& draft, const sdl::FieldDefinition& job, const sdl::Directive& use) {
  const Arguments arguments(&use);
  if (const auto cron = arguments.text("cron"); cron && !is_cron(*cron))
    draft.error(place_of(*arguments.find("cron")), "bad-cron",
                "\"" + std::string(*cron) + "\" is not a cron expression.",
                "Write five fields: minute, hour, day, month, weekday, such as \"0 3 * * *\".");
  for (const auto& argument : job.arguments)
    if (argument.type->non_null && argument.default_value == nullptr)
      draft.error(
          place_of(argument.name), "schedule-argument",
          "A schedule starts the job without arguments, and \"" + std::string(argument.name.text) + "\" is required.",
          "Give it a default, or make it nullable.");
}

void check_at_least(Draft& draft, const sdl::Directive& use, std::string_view argument, std::int64_t lowest) {
  const Arguments arguments(&use);
  if (const auto value = arguments.integer(argument); value && *value < lowest)
    draft.error(place_of(*arguments.find(argument)), "out-of-range",
                "`" + std::string(argument) + "` is at least " + std::to_string(lowest) + ".", "Give a larger number.");
}

}  // namespace

void check_span(Draft& draft, const Arguments& arguments, std::string_view argument) {
  const auto text = arguments.text(argument);
  if (!text) return;
  const auto digits = text->find_first_not_of("0123456789");
  const auto unit = digits == std::string_view::npos ? std::string_view() : text->substr(digits);
  static constexpr std::string_view kUnits[]{"ms", "s", "m", "h", "d"};
  if (digits != 0 && std::ranges::find(kUnits, unit) != std::end(kUnits)) return;
  draft.error(place_of(*arguments.find(argument)), "bad-span", "\"" + std::string(*text) + "\" is not a span of time.",
              "Write a number and a unit: 250ms, 30s, 5m, 1h or 1d.");
}

void check_job(Draft& draft, const sdl::FieldDefinition& field, bool is_job) {
  for (const auto& use : field.directives) {
    const auto word = use.name.text;
    const Arguments arguments(&use);
    const bool of_jobs = word == "on" || word == "retry" || word == "schedule" || word == "queue";
    if (of_jobs && !is_job)
      draft.error(
          place_of(use), "not-a-job", "@" + std::string(word) + " is for jobs, the fields of a type marked @jobs.",
          "Move \"" + std::string(field.name.text) + "\" to such a type, or remove @" + std::string(word) + ".");
    if (word == "on") check_event(draft, field, use);
    if (word == "schedule") check_schedule(draft, field, use);
    if (word == "retry") {
      check_at_least(draft, use, "max", 0);
      check_span(draft, arguments, "backoff");
    }
    if (word == "queue") check_at_least(draft, use, "concurrency", 1);
    if (word == "rateLimit") {
      check_at_least(draft, use, "limit", 1);
      check_span(draft, arguments, "window");
    }
    if (word == "http")
      if (const auto path = arguments.text("path"); path && !path->starts_with("/"))
        draft.error(place_of(*arguments.find("path")), "bad-path", "A route's path begins with a slash.",
                    "Write \"/" + std::string(*path) + "\".");
  }
}

}  // namespace bedplate::model
