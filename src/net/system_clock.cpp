#include "net/system_clock.hpp"

#include <time.h>

namespace bedplate::net {
namespace {

std::int64_t microseconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_nsec / 1'000;
}

}  // namespace

std::int64_t SystemClock::now() const { return microseconds(CLOCK_REALTIME); }
std::int64_t SystemClock::monotonic() const { return microseconds(CLOCK_MONOTONIC); }

}  // namespace bedplate::net
