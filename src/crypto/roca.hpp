#pragma once
// CVE-2017-15361 (ROCA): RSA keys whose primes a faulty library made in a pattern that lets them be factored.

struct bignum_st;

namespace bedplate::crypto {

/// Whether the modulus has the fingerprint: modulo each of some small primes it's a power of 65537. An honest
/// modulus has it with probability 2^-28.
bool has_roca_fingerprint(const bignum_st* modulus);

}  // namespace bedplate::crypto
