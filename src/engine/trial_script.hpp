#pragma once
// TrialScript: a write's script that is tried out: it runs, its outcome is made, and its failure at the end rolls all
// of it back. May run more than once like every script. Views its inputs.
#include <functional>

#include "engine/session.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

class TrialScript final : public store::WriteScript {
 public:
  /// `finish` makes the outcome after `inner` ran.
  TrialScript(store::WriteScript& inner, std::function<Result<WriteOutcome>()> finish)
      : inner_(inner), finish_(std::move(finish)) {}

  Task<Result<void>> run(store::Transaction& transaction) override {
    outcome_.reset();
    BP_CO_TRY_VOID(co_await inner_.run(transaction));
    BP_CO_TRY_VOID(transaction.settle());
    BP_CO_TRY(outcome_, finish_());
    co_return failure(Reason::kCancelled, "The write was only tried out.");
  }

  /// Of the last run, if it came to its end.
  const std::optional<WriteOutcome>& outcome() const { return outcome_; }

 private:
  store::WriteScript& inner_;
  std::function<Result<WriteOutcome>()> finish_;
  std::optional<WriteOutcome> outcome_;
};

}  // namespace bedplate::engine
