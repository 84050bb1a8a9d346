#pragma once
// TokenCache: verified credentials and their principals, looked up by full bytes. Two-way set associative, so that both
// a look-up and memory are bounded; of a set's two the older one goes. Only verified credentials get in, so nobody can
// aim at a set; the hash is seeded all the same. One thread.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "operation/principal.hpp"

namespace bedplate::identity {

class TokenCache {
 public:
  TokenCache(HashSeed seed, std::size_t entries);

  /// Null unless put before and still good at `now`. The bytes are compared in constant time.
  const std::shared_ptr<const operation::Principal>* find(std::string_view token, std::int64_t now);
  /// Good while now < `until`.
  void put(std::string_view token, std::int64_t until, std::shared_ptr<const operation::Principal> principal);
  void clear();

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::int64_t until = 0;
    std::string token;
    std::shared_ptr<const operation::Principal> principal;  // null: empty
  };
  std::uint64_t hash_of(std::string_view token) const;
  Entry* set_of(std::uint64_t hash) { return &entries_[(hash & mask_) * 2]; }

  HashSeed seed_;
  std::uint64_t mask_;
  std::vector<Entry> entries_;
};

}  // namespace bedplate::identity
