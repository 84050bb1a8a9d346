#include "identity/token_cache.hpp"

#include <bit>

namespace bedplate::identity {
namespace {
// A signature's or key's own bytes are at the end, and tell tokens apart as well as all of them would.
constexpr std::size_t kHashedTail = 32;

// Every byte is looked at, whatever the first difference; by words, since it is a good part of a request's cost
// (OpenSSL's goes byte by byte).
bool equal_whole(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::uint64_t different = 0;
  std::size_t at = 0;
  for (; at + 8 <= a.size(); at += 8) {
    std::uint64_t x = 0, y = 0;
    std::memcpy(&x, a.data() + at, 8);
    std::memcpy(&y, b.data() + at, 8);
    different |= x ^ y;
  }
  for (; at < a.size(); ++at) different |= static_cast<unsigned char>(a[at] ^ b[at]);
  return different == 0;
}

}  // namespace

TokenCache::TokenCache(HashSeed seed, std::size_t entries)
    : seed_(seed), mask_(std::bit_ceil(std::max<std::size_t>(entries, 2)) / 2 - 1), entries_((mask_ + 1) * 2) {}

std::uint64_t TokenCache::hash_of(std::string_view token) const {
  return hash(seed_, token.substr(token.size() - std::min(token.size(), kHashedTail)));
}

const std::shared_ptr<const operation::Principal>* TokenCache::find(std::string_view token, std::int64_t now) {
  const std::uint64_t hash = hash_of(token);
  Entry* const set = set_of(hash);
  for (Entry* entry : {set, set + 1}) {
    if (!entry->principal || entry->hash != hash || now >= entry->until) continue;
    if (equal_whole(entry->token, token)) return &entry->principal;
  }
  return nullptr;
}

void TokenCache::put(std::string_view token, std::int64_t until,
                     std::shared_ptr<const operation::Principal> principal) {
  const std::uint64_t hash = hash_of(token);
  Entry* const set = set_of(hash);
  if (set[0].principal) std::swap(set[0], set[1]);
  set[0] = {hash, until, std::string(token), std::move(principal)};
}

void TokenCache::clear() {
  for (Entry& entry : entries_) entry = {};
}

}  // namespace bedplate::identity
