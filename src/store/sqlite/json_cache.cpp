#include "store/sqlite/json_cache.hpp"

#include <algorithm>

namespace bedplate::store::sqlite {

const json::Node* JsonCache::parsed(std::string_view text) {
  for (Entry& entry : entries_)
    if (entry.used != 0 && entry.text == text) {
      entry.used = ++clock_;
      return entry.root;
    }
  Entry& oldest = *std::ranges::min_element(entries_, {}, &Entry::used);
  oldest.used = 0;  // whatever throws below leaves it empty
  if (oldest.arena == nullptr || oldest.arena->footprint() > kKept)
    oldest.arena = std::make_unique<Arena>(1024);
  else
    oldest.arena->reset();
  ++misses_;
  oldest.text.assign(text);
  oldest.root = json::parse(oldest.text, *oldest.arena).value_or(nullptr);
  oldest.used = ++clock_;
  bytes_ = 0;
  for (const Entry& entry : entries_) bytes_ += entry.text.capacity() + (entry.arena ? entry.arena->footprint() : 0);
  return oldest.root;
}

void JsonCache::clear() {
  entries_ = {};
  bytes_ = 0;
}

}  // namespace bedplate::store::sqlite
