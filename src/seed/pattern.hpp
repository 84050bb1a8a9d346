#pragma once
// Pattern: texts that an RE2 pattern matches, made by walking it: literals, classes, groups, alternatives, repetition.
// It knows what data is described with; of the rest (\b, counted Unicode properties beyond letters and digits) it says
// that it does not. Whoever uses a text asks RE2 whether it matches. Immutable; any thread.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "seed/dice.hpp"

namespace bedplate::seed {

class Pattern {
 public:
  /// None where the pattern says something that cannot be made up here.
  static std::optional<Pattern> parse(std::string_view pattern);
  /// `few`: how often something may stand beyond the least, where the pattern says no most.
  std::string make(Dice& dice, unsigned few = 6) const;

  struct Node {
    enum class Kind : std::uint8_t { kSet, kSequence, kChoice };
    Kind kind = Kind::kSequence;
    std::vector<std::string> set;  ///< characters, each its bytes
    std::vector<Node> parts;
    unsigned least = 1, most = 1;
    bool open = false;  ///< no most
  };

 private:
  explicit Pattern(Node root) : root_(std::move(root)) {}

  Node root_;
};

}  // namespace bedplate::seed
