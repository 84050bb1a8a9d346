#include "engine/change_script.hpp"
#include "engine/create_script.hpp"
#include "engine/session.hpp"
#include "engine/upsert_script.hpp"

namespace bedplate::engine {

Result<void> Session::render(Template& found, rows::Recording& rows, const ReplyForm& form, std::string& out,
                             WriteOutcome& outcome) const {
  if (found.read.statements.empty()) return {};
  render::JsonVisitor visitor(found.rendering(form.options), {.shape = form.shape, .body = form.body}, out);
  BP_TRY_VOID(visitor.visit(rows));
  outcome.shown = visitor.rows();
  outcome.readable = outcome.shown > 0 || outcome.rows == 0;
  return {};
}

Task<Result<WriteOutcome>> Session::run_create(const operation::Operation& operation,
                                               const operation::Principal& principal, const ReplyForm& form,
                                               const WriteLimits& limits, Arena& arena, std::string& out) {
  BP_CO_TRY(const auto found, templates_.find(operation, principal));
  const std::int64_t now = clock_.now();
  CreateScript script({.model = model_,
                       .found = *found,
                       .operation = operation,
                       .principal = principal,
                       .now = now,
                       .explain = options_.explain_denials,
                       .max_affected = limits.max_affected,
                       .exactly_one = limits.exactly_one});
  BP_CO_TRY_VOID(script.prepare(uuids_, arena));
  if (auto written = co_await store_->write({script, principal, now}); !written)
    co_return failure(script.at_commit(std::move(written).error()));
  const auto rows = static_cast<std::int64_t>(script.rows());
  WriteOutcome outcome{.rows = rows, .inserted = rows};
  if (rows > 0) outcome.key = script.key(0);
  BP_CO_TRY_VOID(render(*found, script.recording(), form, out, outcome));
  co_return outcome;
}

Task<Result<WriteOutcome>> Session::run_upsert(const operation::Operation& create, const operation::Operation& merge,
                                               bool merges, const operation::Principal& principal,
                                               const ReplyForm& form, const WriteLimits& limits, Arena& arena,
                                               std::string& out) {
  BP_CO_TRY(const auto creating, templates_.find(create, principal));
  auto found_merge = templates_.find(merge, principal);
  if (!found_merge) {
    // Whom no rule lets change any row may still insert new ones; what is there already is a conflict.
    const Reason reason = found_merge.error().reason();
    if (reason != Reason::kForbidden && reason != Reason::kUnauthenticated)
      co_return std::unexpected(std::move(found_merge).error());
    co_return co_await run_create(create, principal, form, limits, arena, out);
  }
  const auto merging = *std::move(found_merge);
  const std::int64_t now = clock_.now();
  const WriteInputs inputs{.model = model_,
                           .found = *creating,
                           .operation = create,
                           .principal = principal,
                           .now = now,
                           .explain = options_.explain_denials,
                           .max_affected = limits.max_affected,
                           .exactly_one = limits.exactly_one};
  const WriteInputs of_merge{.model = model_,
                             .found = *merging,
                             .operation = merge,
                             .principal = principal,
                             .now = now,
                             .explain = options_.explain_denials};
  UpsertScript script(inputs, of_merge, merges);
  BP_CO_TRY_VOID(script.prepare(uuids_, arena));
  if (auto written = co_await store_->write({script, principal, now}); !written)
    co_return failure(script.at_commit(std::move(written).error()));
  WriteOutcome outcome{.rows = static_cast<std::int64_t>(script.rows()),
                       .inserted = static_cast<std::int64_t>(script.inserted())};
  if (script.inserted() > 0) outcome.key = script.inserted_key(0);
  BP_CO_TRY_VOID(render(*creating, script.recording(), form, out, outcome));
  co_return outcome;
}

Task<Result<WriteOutcome>> Session::run_change(const operation::Operation& operation,
                                               const operation::Principal& principal, const ReplyForm& form,
                                               const WriteLimits& limits, std::string& out) {
  BP_CO_TRY(const auto found, templates_.find(operation, principal));
  const std::int64_t now = clock_.now();
  ChangeScript script({.model = model_,
                       .found = *found,
                       .operation = operation,
                       .principal = principal,
                       .now = now,
                       .explain = options_.explain_denials,
                       .max_affected = limits.max_affected,
                       .exactly_one = limits.exactly_one});
  if (auto written = co_await store_->write({script, principal, now}); !written)
    co_return failure(script.at_commit(std::move(written).error()));
  WriteOutcome outcome{.rows = static_cast<std::int64_t>(script.rows())};
  BP_CO_TRY_VOID(render(*found, script.recording(), form, out, outcome));
  co_return outcome;
}

}  // namespace bedplate::engine
