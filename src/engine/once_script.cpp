#include "engine/once_script.hpp"

#include "engine/session.hpp"
#include "sql/idempotency.hpp"

namespace bedplate::engine {

using Program = sql::IdempotencyProgram;

crypto::Sha256 once_scope(const operation::Principal& principal, std::string_view operation, std::string_view key) {
  const auto& who = principal.identity();
  std::string text;
  // Lengths first, so that no part can be taken for another; an id is never taken for a credential.
  for (const std::string_view part :
       {std::string_view(who.tenant), std::string_view(who.id), std::string_view(who.credential), operation, key})
    text.append(std::to_string(part.size())).append(":").append(part);
  return crypto::sha256(text);
}

Task<Result<void>> OnceScript::run(store::Transaction& transaction) {
  inputs_.once.kept.reset();
  BP_CO_TRY(const bool is_new, co_await claim(transaction));
  if (!is_new) co_return co_await find(transaction);
  if (!inputs_.prepared) co_return failure(Error(inputs_.prepared.error()));
  BP_CO_TRY_VOID(co_await inputs_.inner.run(transaction));
  BP_CO_TRY(const WriteOutcome outcome, inputs_.finish());
  const KeptReply reply = inputs_.once.reply(outcome);
  if (reply.body.size() > kMostBody)
    co_return failure(Error(Reason::kLimitExceeded, "the reply is too large to be kept with an Idempotency-Key")
                          .with_hint("select less, or ask for Prefer: return=minimal"));
  co_return co_await keep(transaction, reply);
}

Task<Result<bool>> OnceScript::claim(store::Transaction& transaction) {
  store::Transaction::Outcome outcome;
  const Cell expired = Cell::integer(inputs_.now - kKeptFor);
  if (inputs_.sweep) {
    const std::span<const Cell> once[] = {{&expired, 1}};
    BP_CO_TRY_VOID(co_await transaction.run(inputs_.program, Program::kSweep, once, nullptr, outcome));
  }
  const Cell slots[] = {scope(), Cell::blob(crypto::as_bytes(inputs_.once.request)), Cell::integer(inputs_.now),
                        expired};
  const std::span<const Cell> once[] = {slots};
  Arena arena;
  store::CapturedRows claimed(arena);
  BP_CO_TRY_VOID(co_await transaction.run(inputs_.program, Program::kClaim, once, &claimed, outcome));
  co_return claimed.size() > 0;
}

Task<Result<void>> OnceScript::find(store::Transaction& transaction) {
  Arena arena;
  store::CapturedRows found(arena);
  store::Transaction::Outcome outcome;
  const Cell slots[] = {scope()};
  const std::span<const Cell> once[] = {slots};
  BP_CO_TRY_VOID(co_await transaction.run(inputs_.program, Program::kFind, once, &found, outcome));
  // It has just been swept by another: this write begins again.
  if (found.size() == 0) co_return failure(Reason::kConflict, "Another operation used the same Idempotency-Key.");
  const auto row = found[0];
  if (row[0].as_bytes() != crypto::as_bytes(inputs_.once.request))
    co_return failure(
        Error(Reason::kIdempotencyKeyReused, "the Idempotency-Key was sent before with another request")
            .with_hint("make a new key for each operation; repeat a request with all that it was sent with"));
  BP_ASSERT(!row[1].is_null());
  inputs_.once.kept = KeptReply{.status = static_cast<int>(row[1].as_integer()),
                                .head = std::string(row[2].as_bytes()),
                                .body = std::string(row[3].as_bytes())};
  co_return Result<void>{};
}

Task<Result<void>> OnceScript::keep(store::Transaction& transaction, const KeptReply& reply) {
  store::Transaction::Outcome outcome;
  const Cell slots[] = {scope(), Cell::integer(reply.status), Cell::text(reply.head), Cell::blob(reply.body)};
  const std::span<const Cell> once[] = {slots};
  co_return co_await transaction.run(inputs_.program, Program::kKeep, once, nullptr, outcome);
}

}  // namespace bedplate::engine
