#pragma once
// ProgressLine: how far a seed has come, on standard error: one line that changes on a terminal, elsewhere a line every
// ten seconds. One thread.
#include "app/project/world.hpp"
#include "app/seed/seeding.hpp"

namespace bedplate::app {

class ProgressLine {
 public:
  explicit ProgressLine(const World& world);

  void show(const SeedProgress& at);
  /// The terminal's line is empty again.
  void clear();
  /// µs since it was made.
  std::int64_t elapsed() const { return world_.clock.monotonic() - began_; }

 private:
  const World& world_;
  const bool terminal_;
  const std::int64_t began_;
  std::int64_t shown_ = 0;
  bool dirty_ = false;
};

}  // namespace bedplate::app
