#include "base/hash.hpp"

#include <bit>
#include <cstring>

namespace bedplate {
namespace {

// J.-P. Aumasson, D. J. Bernstein: SipHash, with one round a word and three at the end.
struct Sip {
  std::uint64_t v0, v1, v2, v3;

  void round() {
    v0 += v1;
    v2 += v3;
    v1 = std::rotl(v1, 13) ^ v0;
    v3 = std::rotl(v3, 16) ^ v2;
    v0 = std::rotl(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = std::rotl(v1, 17) ^ v2;
    v3 = std::rotl(v3, 21) ^ v0;
    v2 = std::rotl(v2, 32);
  }
  void word(std::uint64_t m) {
    v3 ^= m;
    round();
    v0 ^= m;
  }
};

}  // namespace

std::uint64_t hash(HashSeed seed, std::string_view bytes) {
  Sip sip{seed.first ^ 0x736f6d6570736575, seed.second ^ 0x646f72616e646f6d, seed.first ^ 0x6c7967656e657261,
          seed.second ^ 0x7465646279746573};
  std::size_t at = 0;
  std::uint64_t word = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::memcpy(&word, bytes.data() + at, 8);
    sip.word(word);
  }
  word = 0;
  if (at < bytes.size()) std::memcpy(&word, bytes.data() + at, bytes.size() - at);
  sip.word(word | static_cast<std::uint64_t>(bytes.size()) << 56);
  sip.v2 ^= 0xff;
  for (int i = 0; i < 3; ++i) sip.round();
  return sip.v0 ^ sip.v1 ^ sip.v2 ^ sip.v3;
}

}  // namespace bedplate
