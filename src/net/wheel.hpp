#pragma once
// The timer wheel of a loop: 1,024 slots of 4 ms; a timer farther away than one round is met on every round and put
// back. A deadline that moves later stays where it is linked and is put right when its old slot comes up, so a
// connection may move its deadline with every request for nothing. One thread.
#include <array>
#include <bit>
#include <cstdint>
#include <optional>

#include "net/loop.hpp"

namespace bedplate::net {

class Wheel {
 public:
  explicit Wheel(TimePoint now) : current_(floor_tick(now)) {}

  void arm(Timer& timer, TimePoint deadline);
  void cancel(Timer& timer);
  /// Fires what is due. A callback may arm, cancel or destroy any timer.
  void advance(TimePoint now);
  /// When the next occupied slot comes up; nothing without timers.
  std::optional<TimePoint> next() const;

 private:
  static constexpr std::int64_t kSlots = 1024;
  static constexpr std::int64_t kTickNs = 4'000'000;
  static constexpr std::int64_t kDue = -2;  // slot_tick_ of one that is in due_

  static std::int64_t floor_tick(TimePoint time) { return time.time_since_epoch().count() / kTickNs; }
  static std::int64_t ceil_tick(TimePoint time) {
    const std::int64_t ns = time.time_since_epoch().count();
    return ns / kTickNs + (ns % kTickNs != 0);
  }
  void link(Timer& timer, std::int64_t tick);
  void unlink(Timer& timer);
  void visit(std::int64_t tick, TimePoint now);

  std::array<Timer*, kSlots> slots_{};
  std::array<std::uint64_t, kSlots / 64> occupied_{};
  Timer* due_ = nullptr;
  std::int64_t current_;
};

}  // namespace bedplate::net
