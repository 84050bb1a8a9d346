#pragma once
// Dice: a seeded source of choices for generators; the same seed makes the same world everywhere.
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace bedplate::oracle {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15u + 1) {}
  std::size_t below(std::size_t bound) {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
  }
  bool in(std::size_t parts, std::size_t of) { return below(of) < parts; }
  std::string_view one(std::initializer_list<std::string_view> from) { return from.begin()[below(from.size())]; }
  template <class T>
  const T& one(const std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace bedplate::oracle
