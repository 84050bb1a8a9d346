#include "engine/once_script.hpp"
#include "engine/prepared_write.hpp"
#include "engine/trial_script.hpp"

namespace bedplate::engine {

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

WriteInputs Session::write_inputs(const Template& found, const operation::Operation& operation,
                                  const operation::Principal& principal, const WriteLimits& limits, std::int64_t now) {
  return {.model = model_,
          .found = found,
          .history = history_,
          .operation = operation,
          .principal = principal,
          .now = now,
          .explain = options_.explain_denials,
          .max_affected = limits.max_affected,
          .exactly_one = limits.exactly_one,
          .precondition = limits.precondition,
          .deletion = has_trash_ ? uuids_.next() : UuidText{}};
}

/// How many rows there may be is asked of the whole.
WriteInputs Session::merge_inputs(const Template& found, const operation::Operation& merge,
                                  const WriteInputs& create) const {
  return {.model = model_,
          .found = found,
          .history = history_,
          .operation = merge,
          .principal = create.principal,
          .now = create.now,
          .explain = create.explain,
          .precondition = create.precondition};
}

// Whom no rule lets change any row may still insert new ones; what is there already is a conflict.
Result<std::shared_ptr<Template>> Session::find_merge(const operation::Operation& merge,
                                                      const operation::Principal& principal) {
  auto found = templates_.find(merge, principal);
  if (found) return found;
  const Reason reason = found.error().reason();
  if (reason == Reason::kForbidden || reason == Reason::kUnauthenticated) return std::shared_ptr<Template>{};
  return found;
}

Task<Result<WriteOutcome>> Session::run(PreparedWrite& write, const operation::Principal& principal, std::int64_t now,
                                        const WriteLimits& limits) {
  auto outcome = co_await this->write(write.script(), write.prepared(), principal, now, limits,
                                      [&write] { return write.outcome(); });
  if (!outcome) co_return failure(write.at_commit(std::move(outcome).error()));
  co_return outcome;
}

Task<Result<WriteOutcome>> Session::run_create(const operation::Operation& operation,
                                               const operation::Principal& principal, const ReplyForm& form,
                                               const WriteLimits& limits, Arena& arena, std::string& out) {
  BP_CO_TRY(const auto found, templates_.find(operation, principal));
  const std::int64_t now = clock_.now();
  CreateWrite write(write_inputs(*found, operation, principal, limits, now), found,
                    {.program = rendering(*found, form), .form = form, .out = out}, uuids_, arena);
  co_return co_await run(write, principal, now, limits);
}

Task<Result<WriteOutcome>> Session::run_upsert(const operation::Operation& create, const operation::Operation& merge,
                                               bool merges, const operation::Principal& principal,
                                               const ReplyForm& form, const WriteLimits& limits, Arena& arena,
                                               std::string& out) {
  BP_CO_TRY(const auto creating, templates_.find(create, principal));
  BP_CO_TRY(const auto merging, find_merge(merge, principal));
  if (!merging) co_return co_await run_create(create, principal, form, limits, arena, out);
  const std::int64_t now = clock_.now();
  const auto inputs = write_inputs(*creating, create, principal, limits, now);
  UpsertWrite write(inputs, merge_inputs(*merging, merge, inputs), merges, creating, merging,
                    {.program = rendering(*creating, form), .form = form, .out = out}, uuids_, arena);
  co_return co_await run(write, principal, now, limits);
}

Task<Result<WriteOutcome>> Session::run_change(const operation::Operation& operation,
                                               const operation::Principal& principal, const ReplyForm& form,
                                               const WriteLimits& limits, std::string& out) {
  BP_CO_TRY(const auto found, templates_.find(operation, principal));
  const std::int64_t now = clock_.now();
  ChangeWrite write(write_inputs(*found, operation, principal, limits, now), found,
                    {.program = rendering(*found, form), .form = form, .out = out});
  co_return co_await run(write, principal, now, limits);
}

}  // namespace bedplate::engine
