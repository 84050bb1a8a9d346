#include "engine/change_script.hpp"
#include "engine/create_script.hpp"
#include "engine/once_script.hpp"
#include "engine/session.hpp"
#include "engine/trial_script.hpp"
#include "engine/upsert_script.hpp"

namespace bedplate::engine {

namespace {

/// What a write has done so far as `outcome`, with the rows that it read back written out behind the first `begun`
/// bytes.
Result<WriteOutcome> rendered(const render::Program* rendering, rows::Recording& rows, const ReplyForm& form,
                              std::string& out, std::size_t begun, WriteOutcome outcome) {
  out.resize(begun);  // of a script that ran before, and in vain
  if (rendering == nullptr) return outcome;
  render::JsonVisitor visitor(*rendering, {.shape = form.shape, .body = form.body}, out);
  BP_TRY_VOID(visitor.visit(rows));
  outcome.readable = visitor.rows() > 0 || outcome.rows == 0;
  return outcome;
}

}  // namespace

Task<Result<WriteOutcome>> Session::write(store::WriteScript& script, const Result<void>& prepared,
                                          const operation::Principal& principal, std::int64_t now,
                                          const WriteLimits& limits, std::function<Result<WriteOutcome>()> finish) {
  if (limits.rolls_back) {
    BP_ASSERT(limits.once == nullptr);  // nothing stays that could be kept
    if (!prepared) co_return failure(Error(prepared.error()));
    TrialScript trial(script, std::move(finish));
    auto ended = co_await store_->write({trial, principal, now, limits.caller});
    if (trial.outcome()) co_return *trial.outcome();
    BP_ASSERT(!ended);
    co_return failure(std::move(ended).error());
  }
  if (limits.once == nullptr) {
    if (!prepared) co_return failure(Error(prepared.error()));
    BP_CO_TRY_VOID(co_await store_->write({script, principal, now, limits.caller}));
    co_return finish();
  }
  constexpr std::uint32_t kSweepEvery = 16;
  WriteOutcome outcome;
  OnceScript keyed({.inner = script,
                    .prepared = prepared,
                    .program = idempotency_,
                    .once = *limits.once,
                    .finish =
                        [&] {
                          auto made = finish();
                          if (made) outcome = *made;
                          return made;
                        },
                    .now = now,
                    .sweep = keyed_++ % kSweepEvery == 0});
  BP_CO_TRY_VOID(co_await store_->write({keyed, principal, now, limits.caller}));
  co_return outcome;
}

Task<Result<WriteOutcome>> Session::run_create(const operation::Operation& operation,
                                               const operation::Principal& principal, const ReplyForm& form,
                                               const WriteLimits& limits, Arena& arena, std::string& out) {
  if (limits.precondition != nullptr && !limits.precondition->holds_of_none())
    co_return failure(precondition_failed(*limits.precondition));
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
  const auto prepared = script.prepare(uuids_, arena);
  const auto* rendering = this->rendering(*found, form);
  const auto finish = [&, begun = out.size()] {
    const auto rows = static_cast<std::int64_t>(script.rows());
    WriteOutcome outcome{.rows = rows, .inserted = rows};
    if (rows > 0) outcome.key = script.key(0);
    if (rows == 1) outcome.version = script.version(0);
    return rendered(rendering, script.recording(), form, out, begun, outcome);
  };
  auto outcome = co_await write(script, prepared, principal, now, limits, finish);
  if (!outcome) co_return failure(script.at_commit(std::move(outcome).error()));
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
                           .exactly_one = limits.exactly_one,
                           .precondition = limits.precondition};
  const WriteInputs of_merge{.model = model_,
                             .found = *merging,
                             .operation = merge,
                             .principal = principal,
                             .now = now,
                             .explain = options_.explain_denials,
                             .precondition = limits.precondition};
  UpsertScript script(inputs, of_merge, merges);
  const auto prepared = script.prepare(uuids_, arena);
  const auto* rendering = this->rendering(*creating, form);
  const auto finish = [&, begun = out.size()] {
    WriteOutcome outcome{.rows = static_cast<std::int64_t>(script.rows()),
                         .inserted = static_cast<std::int64_t>(script.inserted())};
    if (script.inserted() > 0) outcome.key = script.inserted_key(0);
    if (script.rows() == 1) outcome.version = script.version(0);
    return rendered(rendering, script.recording(), form, out, begun, outcome);
  };
  auto outcome = co_await write(script, prepared, principal, now, limits, finish);
  if (!outcome) co_return failure(script.at_commit(std::move(outcome).error()));
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
                       .exactly_one = limits.exactly_one,
                       .precondition = limits.precondition});
  const auto* rendering = this->rendering(*found, form);
  const auto finish = [&, begun = out.size()] {
    WriteOutcome outcome{.rows = static_cast<std::int64_t>(script.rows())};
    if (script.rows() == 1) outcome.version = script.version(0);
    return rendered(rendering, script.recording(), form, out, begun, outcome);
  };
  auto outcome = co_await write(script, {}, principal, now, limits, finish);
  if (!outcome) co_return failure(script.at_commit(std::move(outcome).error()));
  co_return outcome;
}

}  // namespace bedplate::engine
