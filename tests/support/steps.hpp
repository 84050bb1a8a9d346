#pragma once
// Steps: a write as a list of statements, for tests of the stores.
#include <span>

#include "store/store.hpp"

namespace bedplate::testing_support {

struct Step {
  std::uint16_t statement = 0;
  std::span<const Cell> values;
  bool expect_true = false;  ///< fails with `otherwise` unless it yields one row whose first cell is 1
  Reason otherwise = Reason::kCheckFailed;
};

/// Runs the steps; with `key_slot` the key that the first one yields takes that slot of the later ones' values and of
/// `returning`'s. All of what it is given outlives it.
class Steps final : public store::WriteScript {
 public:
  static constexpr std::size_t kNoSlot = ~std::size_t{0};
  Steps(const sql::Program& program, std::span<const Step> steps, std::size_t key_slot = kNoSlot,
        const sql::Program* returning = nullptr)
      : program_(program), steps_(steps), key_slot_(key_slot), returning_(returning) {
    if (returning) recording = store::recording_of(*returning);
  }

  Task<Result<void>> run(store::Transaction& transaction) override {
    ++runs;
    changed = 0;
    recording.clear();
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const Step& step = steps_[i];
      Arena arena;
      store::CapturedRows rows(arena);
      store::Transaction::Outcome outcome;
      if (i == 0 || key_slot_ == kNoSlot) values_.assign(step.values.begin(), step.values.end());
      const std::span<const Cell> once[] = {values_};
      BP_CO_TRY_VOID(co_await transaction.run(program_, step.statement, once, &rows, outcome));
      changed += outcome.changed;
      if (step.expect_true && (rows.size() != 1 || rows[0][0] != Cell::integer(1)))
        co_return failure(step.otherwise, "a step was refused");
      if (i == 0 && key_slot_ != kNoSlot) {
        key = rows[0][0].as_integer();
        values_[key_slot_] = Cell::integer(key);
      }
    }
    if (returning_) BP_CO_TRY_VOID(co_await transaction.read(*returning_, values_, recording));
    co_return Result<void>{};
  }

  std::uint64_t changed = 0;
  std::int64_t key = 0;
  int runs = 0;
  rows::Recording recording{{{}}};

 private:
  const sql::Program& program_;
  std::span<const Step> steps_;
  std::size_t key_slot_;
  const sql::Program* returning_;
  std::vector<Cell> values_;
};

}  // namespace bedplate::testing_support
