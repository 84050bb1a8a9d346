#pragma once
// Budget: what one run of statements may still cost on a connection. SQLite's progress handler and our own functions
// ask it; a clock is read only once some work was done, so that short statements never do. Its connection's thread;
// `stop` may be set by another.
#include <atomic>

#include "base/clock.hpp"
#include "base/interrupt.hpp"

namespace bedplate::store::sqlite {

class Budget final : public Interrupt {
 public:
  enum class End : std::uint8_t {
    kNone,     ///< goes on, or ended by itself
    kTooLong,  ///< `time` is over
    kTooMuch,  ///< one call would do more than `at_once`
    kStopped,  ///< `stop` was set
  };
  struct Limits {
    std::int64_t time = 0;     ///< µs; 0: none
    std::int64_t at_once = 0;  ///< bytes of one function's arguments or of one row; 0: as many as there are
    const std::atomic<bool>* stop = nullptr;
  };

  explicit Budget(const Clock& clock) : clock_(clock) {}

  /// From here it counts anew.
  void start(const Limits& limits) {
    limits_ = limits;
    left_ = kWorkAtOnce;
    started_ = -1;
    end_ = End::kNone;
  }
  /// Looks at the clock; true: over.
  bool look();
  End end() const { return end_; }

 private:
  static constexpr std::int64_t kWorkAtOnce = 16 * 1024;  // bytes between two looks: some 20 µs
  bool ask() override;

  const Clock& clock_;
  Limits limits_;
  std::int64_t started_ = -1;
  End end_ = End::kNone;
};

}  // namespace bedplate::store::sqlite
