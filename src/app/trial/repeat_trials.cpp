// A write that is sent again with the same Idempotency-Key is done once.
#include "app/trial/trial_run.hpp"

namespace bedplate::app {

void try_repeats(TrialRun& run, model::EntityId id) {
  const auto& entity = run.model.entity(id);
  const auto& [caller, draft] = run.granted[id];
  if (caller == nullptr || caller->anonymous() || caller->who.id.empty()) return;
  Ask ask{.method = "POST",
          .path = "/api/" + entity.plural,
          .headers = {"Idempotency-Key: \"bedplate-test-" + entity.plural + "\""},
          .body = body_of(entity, draft.row.cells, draft.given)};
  const Answer first = run.look(*caller, ask);
  if (first.status != 201) return;  // what was written before it may matter to its rules
  const std::string what = "repeat as " + caller->name + ": ";
  run.ask(entity, what + "a create with the same Idempotency-Key is done once", *caller, ask,
          {{201}, "the first answer again", [&](const Answer& answer) -> std::string {
             if (answer.header("idempotent-replayed") != "true") return "no Idempotent-Replayed: true";
             const auto location = answer.header("location");
             return location == first.header("location") ? "" : "the Location of another row: " + std::string(location);
           }});
  ask.body = "[" + ask.body + "]";
  run.ask(entity, what + "another request with the same Idempotency-Key is refused", *caller, ask,
          {{422}, "the key belongs to the first request", {}});
}

}  // namespace bedplate::app
