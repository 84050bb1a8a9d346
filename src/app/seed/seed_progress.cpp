#include "app/seed/seed_progress.hpp"

#include <unistd.h>

namespace bedplate::app {
namespace {

constexpr std::int64_t kTerminalPause = 100'000, kPlainPause = 10'000'000;

/// `orders 12000 of 40000 · 21000 of 100000 rows · 45000 a second · 2 s left`
std::string line_of(const SeedProgress& at, std::int64_t micros) {
  std::string text(at.table);
  text += " " + std::to_string(at.made) + " of " + std::to_string(at.planned) + " · " + std::to_string(at.made_in_all) +
          " of " + std::to_string(at.planned_in_all) + " rows";
  const auto rate = at.made_in_all * 1'000'000 / static_cast<std::uint64_t>(std::max<std::int64_t>(micros, 1));
  if (rate == 0) return text;
  const std::uint64_t left = at.planned_in_all > at.made_in_all ? at.planned_in_all - at.made_in_all : 0;
  return text + " · " + std::to_string(rate) + " a second · " + std::to_string(left / rate) + " s left";
}

}  // namespace

ProgressLine::ProgressLine(const World& world)
    : world_(world), terminal_(::isatty(::fileno(world.err)) == 1), began_(world.clock.monotonic()), shown_(began_) {}

void ProgressLine::show(const SeedProgress& at) {
  const std::int64_t now = world_.clock.monotonic();
  if (now - shown_ < (terminal_ ? kTerminalPause : kPlainPause)) return;
  shown_ = now;
  const std::string line = line_of(at, now - began_);
  print(world_.err, terminal_ ? "\r\x1b[K" + line : line + "\n");
  dirty_ = terminal_;
}

void ProgressLine::clear() {
  if (dirty_) print(world_.err, "\r\x1b[K");
  dirty_ = false;
}

}  // namespace bedplate::app
