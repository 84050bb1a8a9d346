#pragma once
// ProgramCache: what a connection prepared, by Program::id, bounded: 64 sets of four, the least recently used of a
// set goes. Ids are given out in sequence, so that sets fill evenly and a lookup compares at most four numbers.
// One thread, owned by its connection. The entry most recently asked for is never the one that goes next.
#include <array>
#include <cstdint>
#include <memory>

namespace bedplate::store {

template <class Prepared>
class ProgramCache {
 public:
  static constexpr std::size_t kSets = 64, kWays = 4;

  Prepared* find(std::uint64_t id) {
    auto& set = sets_[id % kSets];
    for (Entry& entry : set)
      if (entry.prepared && entry.id == id) {
        entry.used = ++clock_;
        return entry.prepared.get();
      }
    return nullptr;
  }
  /// Takes the place of the set's oldest, which is returned (null: none) for whoever must undo it elsewhere.
  std::unique_ptr<Prepared> insert(std::uint64_t id, std::unique_ptr<Prepared> prepared) {
    auto& set = sets_[id % kSets];
    Entry* oldest = &set[0];
    for (Entry& entry : set)
      if (!entry.prepared || (oldest->prepared && entry.used < oldest->used)) oldest = &entry;
    std::swap(oldest->prepared, prepared);
    oldest->id = id;
    oldest->used = ++clock_;
    return prepared;
  }
  void clear() { sets_ = {}; }

 private:
  struct Entry {
    std::uint64_t id = 0;
    std::uint64_t used = 0;
    std::unique_ptr<Prepared> prepared;
  };
  std::array<std::array<Entry, kWays>, kSets> sets_;
  std::uint64_t clock_ = 0;
};

}  // namespace bedplate::store
