#pragma once
// Sojourn: whether a queue stands. In a burst waits are long and the queue drains again; under more work than can be
// done whatever is taken has waited, for a whole interval (CoDel, RFC 8289). From then on who would have to wait longer
// than the target, at the pace at which others are taken (PIE, RFC 8033), is refused at once. Times in µs. Plain value;
// its queue's.
#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace bedplate {

class Sojourn {
 public:
  struct Limits {
    std::int64_t target = 0;    ///< a wait that is fine
    std::int64_t interval = 0;  ///< for so long all may wait longer
    std::size_t few = 0;        ///< behind fewer than so many nobody is refused: that is a slow machine, no load
    std::int64_t stuck = 0;     ///< and at least so long while none is taken: the machine may have stopped for a moment
  };

  /// One was taken from the queue after it had waited so long; `last`: nobody waits any more.
  void taken(std::int64_t waited, std::int64_t now, bool last, const Limits& limits) {
    // Newcomers are let in up to the target: it is the half that tells that the work has become less.
    if (last || waited < limits.target / 2) refusing_ = false;
    if (last || waited < limits.target) {
      above_since_ = -1;
    } else if (above_since_ < 0) {
      above_since_ = now;
    } else if (now - above_since_ >= limits.interval) {
      refusing_ = true;
    }
    measure(now, last);
  }
  /// Whether a newcomer is to be refused, behind so many of which the first has waited so long.
  bool refuses(std::size_t waiting, std::int64_t first_waits, const Limits& limits) const {
    if (waiting < limits.few) return false;
    const std::int64_t burst = limits.target + limits.interval;
    const std::int64_t expected = static_cast<std::int64_t>(waiting) * pace_ / kScale;
    // Where nothing at all is taken, the pace tells nothing.
    return expected > (refusing_ ? limits.target : burst) || first_waits > std::max(burst, limits.stuck);
  }
  bool refusing() const { return refusing_; }

 private:
  static constexpr std::int64_t kScale = 1024;
  static constexpr std::int64_t kWindow = 5'000;

  void measure(std::int64_t now, bool last) {
    if (window_ < 0) {
      window_ = now;
      taken_ = 0;
    } else {
      ++taken_;
      if (now - window_ >= kWindow) {
        const std::int64_t found = (now - window_) * kScale / taken_;
        pace_ = pace_ == 0 ? found : (3 * pace_ + found) / 4;
        window_ = now;
        taken_ = 0;
      }
    }
    if (last) window_ = -1;  // what follows is no pace
  }

  std::int64_t above_since_ = -1;  // when the first was taken of those that waited too long; -1: the last one did not
  std::int64_t window_ = -1;
  std::int64_t taken_ = 0;  // since then
  std::int64_t pace_ = 0;   // from one to the next, in parts of a µs; 0: not known yet
  bool refusing_ = false;
};

}  // namespace bedplate
