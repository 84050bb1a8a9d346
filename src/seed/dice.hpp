#pragma once
// Dice: the numbers that rows are made of. A generator of our own (splitmix64) with integer arithmetic alone, so that a
// seed means the same rows on every machine, compiler and store, in every later version. Not for secrets. One thread.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/decimal.hpp"

namespace bedplate::seed {

/// One number of two, well stirred.
constexpr std::uint64_t stir(std::uint64_t a, std::uint64_t b) {
  std::uint64_t mixed = a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2));
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
  return mixed ^ (mixed >> 31);
}

/// A number of a name (FNV-1a), so that rows do not depend on the order in which a model declares its fields.
constexpr std::uint64_t number_of(std::string_view name) {
  std::uint64_t number = 0xcbf29ce484222325u;
  for (const char c : name) number = (number ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return number;
}

class Dice {
 public:
  explicit constexpr Dice(std::uint64_t state) : state_(state) {}

  constexpr std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
  }
  /// 0 ≤ it < `end`; 0 where `end` is 0.
  constexpr std::uint64_t below(std::uint64_t end) {
    return static_cast<std::uint64_t>(static_cast<Int128>(next() >> 1) * static_cast<Int128>(end) >> 63);
  }
  /// `low` ≤ it ≤ `high`.
  constexpr std::int64_t between(std::int64_t low, std::int64_t high) {
    const auto span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + (span == 0 ? next() : below(span)));
  }
  /// As below(), small numbers more often: a few have much, most have little.
  constexpr std::uint64_t skewed(std::uint64_t end) {
    const std::uint64_t part = next() >> 32;
    return static_cast<std::uint64_t>(static_cast<Int128>(part * part >> 32) * static_cast<Int128>(end) >> 32);
  }
  constexpr bool percent(unsigned chance) { return below(100) < chance; }
  template <class T>
  constexpr const T& of(std::span<const T> list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace bedplate::seed
