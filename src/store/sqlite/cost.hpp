#pragma once
// Cost: how long a program's reads took lately, as far as it was measured: short ones on a loop are not. Decides the
// lane. Plain value, the loop's.
#include <cstdint>

namespace bedplate::store::sqlite {

class Cost {
 public:
  /// Runs on the heavy lane at once. Above the loop's budget it becomes so, below half of it no more, so that a
  /// program at the border doesn't go to and fro.
  bool heavy() const { return heavy_; }
  /// A run on the heavy lane took so long.
  void measured(std::int64_t micros, std::int64_t loop_budget) {
    // The first counts whole, later ones a quarter: one cheap run among dear ones changes nothing.
    average_ = average_ < 0 ? micros : average_ + (micros - average_) / 4;
    heavy_ = average_ > (heavy_ ? loop_budget / 2 : loop_budget);
    if (!heavy_ && average_ <= loop_budget / 2) average_ = -1;  // what comes next is judged anew
  }

 private:
  std::int64_t average_ = -1;
  bool heavy_ = false;
};

}  // namespace bedplate::store::sqlite
