#pragma once
// A keyed 64-bit hash (SipHash-1-3) for tables whose keys clients choose: without the seed, which is drawn once at
// start, nobody can make them collide. Not for signatures, not stable across processes.
#include <cstdint>
#include <string_view>

#include "base/random.hpp"

namespace bedplate {

struct HashSeed {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  static HashSeed draw(Random& random) {
    const std::uint64_t first = random.next();
    return {first, random.next()};
  }
};

std::uint64_t hash(HashSeed seed, std::string_view bytes);

}  // namespace bedplate
