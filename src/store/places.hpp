#pragma once
// Places: so many of something at a time, of which a caller may hold as many as are left: one alone half of them, two a
// third each; or, with a share, that part of those that are left. The loop's. `Place` holds one.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bedplate::store {

class Places {
 public:
  /// A caller may take one while it holds less than one in `share` of those that are left.
  explicit Places(std::size_t most, std::size_t share = 1) : most_(most), share_(share) {}
  std::size_t held() const { return held_.size(); }

 private:
  friend class Place;
  bool take(std::uint64_t caller) {
    if (held_.size() >= most_) return false;
    const std::size_t left = most_ - held_.size();
    // Who holds fewer than its part in any case is not counted. 0 is nobody in particular.
    if (caller != 0 && held_.size() * share_ >= left &&
        static_cast<std::size_t>(std::ranges::count(held_, caller)) * share_ >= left)
      return false;
    held_.push_back(caller);
    return true;
  }
  void give_back(std::uint64_t caller) {
    const auto at = std::ranges::find(held_, caller);
    *at = held_.back();
    held_.pop_back();
  }

  const std::size_t most_, share_;
  std::vector<std::uint64_t> held_;
};

class Place {
 public:
  Place(Places& of, std::uint64_t caller) : of_(of), caller_(caller), held_(of.take(caller)) {}
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    if (held_) of_.give_back(caller_);
  }
  /// Whether there was one.
  explicit operator bool() const { return held_; }

 private:
  Places& of_;
  const std::uint64_t caller_;
  const bool held_;
};

}  // namespace bedplate::store
