#pragma once
// Interrupt: what a long calculation tells its work to and asks whether to go on. Work is counted in bytes looked at,
// about a nanosecond each, so that short ones never ask anybody; who implements it looks at a clock or a flag now and
// then. After it said stop the calculation's result counts for nothing. One thread.
#include <cstddef>
#include <cstdint>

namespace bedplate {

class Interrupt {
 public:
  /// True: stop. `work` is told before it is done where it is known, so that too much at once is never begun.
  bool spend(std::size_t work) {
    left_ -= static_cast<std::int64_t>(work);
    return left_ < 0 && ask();
  }

 protected:
  ~Interrupt() = default;
  /// `left_` has fallen below zero: sets it anew; true: stop, then and ever after.
  virtual bool ask() = 0;
  std::int64_t left_ = 0;
};

}  // namespace bedplate
