#include "app/project/system_random.hpp"

#include <cerrno>
#include <sys/random.h>

#include "base/assert.hpp"

namespace bedplate::app {

void SystemRandom::fill(std::span<std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = ::getrandom(bytes.data(), bytes.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    BP_ASSERT(got > 0);  // a kernel that Bedplate runs on has getrandom(2)
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
}

}  // namespace bedplate::app
