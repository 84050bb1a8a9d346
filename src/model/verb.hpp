#pragma once
// Verb: what may be asked of a row, and its word in SDL, questions and replies. One table for all of them.
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace bedplate::model {

enum class Verb : std::uint8_t { kRead, kCreate, kUpdate, kDelete, kPurge };
inline constexpr std::array<std::string_view, 5> kVerbNames{"READ", "CREATE", "UPDATE", "DELETE", "PURGE"};
inline constexpr std::size_t kVerbs = kVerbNames.size();

constexpr std::string_view verb_name(Verb verb) { return kVerbNames[static_cast<std::size_t>(verb)]; }

/// The verb of that word, in capitals; none for anything else.
constexpr std::optional<Verb> verb_by_name(std::string_view name) {
  for (std::size_t i = 0; i < kVerbs; ++i)
    if (kVerbNames[i] == name) return static_cast<Verb>(i);
  return std::nullopt;
}

/// A set of verbs, a bit each.
class Verbs {
 public:
  constexpr Verbs() = default;
  constexpr Verbs(std::initializer_list<Verb> verbs) {
    for (Verb verb : verbs) add(verb);
  }
  constexpr void add(Verb verb) { bits_ |= 1u << static_cast<unsigned>(verb); }
  constexpr bool has(Verb verb) const { return (bits_ >> static_cast<unsigned>(verb)) & 1u; }
  constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(Verbs, Verbs) = default;

 private:
  std::uint8_t bits_ = 0;
};

/// `READ, CREATE`.
inline std::string verb_names(Verbs verbs) {
  std::string names;
  for (std::size_t i = 0; i < kVerbs; ++i)
    if (verbs.has(static_cast<Verb>(i))) names.append(names.empty() ? "" : ", ").append(kVerbNames[i]);
  return names;
}

}  // namespace bedplate::model
