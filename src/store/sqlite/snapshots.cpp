#include "store/sqlite/snapshots.hpp"

#include <chrono>
#include <thread>

namespace bedplate::store::sqlite {
namespace {

// Turns take tens to hundreds of µs.
constexpr auto kLookAgain = std::chrono::microseconds(50);

}  // namespace

Snapshots::Holder::Holder(Snapshots& all, net::Loop& loop) : all_(all), entry_(std::make_shared<Entry>(&loop)) {
  const std::lock_guard lock(all_.mutex_);
  all_.entries_.push_back(entry_);
}

Snapshots::Holder::~Holder() {
  left();
  const std::lock_guard lock(all_.mutex_);
  std::erase(all_.entries_, entry_);
}

bool Snapshots::any_older(std::uint64_t number, bool wake) {
  bool any = false;
  // Under the mutex: an entry's loop is there as long as the entry is.
  const std::lock_guard lock(mutex_);
  for (const auto& entry : entries_) {
    if (entry->held.load(std::memory_order_acquire) >= number) continue;
    any = true;
    if (wake) entry->loop->post([] {});
  }
  return any;
}

void Snapshots::await_older(std::uint64_t number, std::int64_t at_most_us, const Clock& clock) {
  if (!any_older(number, true)) return;
  const std::int64_t until = clock.monotonic() + at_most_us;
  do std::this_thread::sleep_for(kLookAgain);
  while (any_older(number, false) && clock.monotonic() < until);
}

}  // namespace bedplate::store::sqlite
