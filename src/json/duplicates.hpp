#pragma once
// Finds a key that occurs twice in one object. Keys of the objects that are open at the moment form a stack.
// Sorting instead of hashing: no input makes it slower than n log n. Owned by one parse.
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.hpp"

namespace bedplate::json {

class DuplicateKeys {
 public:
  void open() { frames_.push_back(keys_.size()); }
  /// `name` must outlive the parse.
  void add(std::string_view name) { keys_.push_back(name); }
  /// Ends the innermost object; the key that it holds twice, if there is one (the later of the two in memory).
  std::optional<std::string_view> close();

 private:
  std::vector<std::string_view> keys_;
  std::vector<std::size_t> frames_;
};

}  // namespace bedplate::json
