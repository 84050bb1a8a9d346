#pragma once
// Clock: the time, injected, so that a node can be replayed. Implemented by net (the real one) and by simulations.
#include <cstdint>

namespace bedplate {

class Clock {
 public:
  virtual ~Clock() = default;
  /// µs since 1970-01-01T00:00:00Z. May jump.
  virtual std::int64_t now() const = 0;
  /// µs since some start; never goes back. For deadlines and durations.
  virtual std::int64_t monotonic() const = 0;
};

}  // namespace bedplate
