#include "crypto/roca.hpp"

#include <array>
#include <openssl/bn.h>

namespace bedplate::crypto {
namespace {

constexpr std::array<unsigned, 17> kPrimes = {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157};

bool is_power_of_65537(unsigned value, unsigned prime) {
  unsigned power = 1;
  do {
    if (power == value) return true;
    power = power * (65537 % prime) % prime;
  } while (power != 1);
  return false;
}

}  // namespace

bool has_roca_fingerprint(const bignum_st* modulus) {
  for (const unsigned prime : kPrimes) {
    const auto rest = static_cast<unsigned>(BN_mod_word(modulus, prime));
    if (!is_power_of_65537(rest, prime)) return false;
  }
  return true;
}

}  // namespace bedplate::crypto
