#pragma once
// UUIDv7 (RFC 9562): 48 bits of Unix ms, then a 12-bit counter in rand_a and 62 random bits, so that the ids of one
// generator strictly ascend, within a ms and when the clock goes back. One per loop; one thread.
#include <array>
#include <cstdint>
#include <string_view>

#include "base/clock.hpp"
#include "base/random.hpp"

namespace bedplate {

/// The canonical 36 characters, lower case.
struct UuidText {
  std::array<char, 36> characters;
  std::string_view view() const { return {characters.data(), characters.size()}; }
};

class Uuid7 {
 public:
  /// Both outlive it.
  Uuid7(const Clock& clock, Random& random) : clock_(clock), random_(random) {}
  UuidText next();

 private:
  const Clock& clock_;
  Random& random_;
  std::uint64_t millis_ = 0;
  std::uint32_t counter_ = 0;  // 12 bits
};

}  // namespace bedplate
