#pragma once
// Steps as they are made: words that hold no token are left out with what joins them. Internal to the room.
#include "base/assert.hpp"
#include "search/query.hpp"

namespace bedplate::search {

class Steps {
 public:
  /// `tokens` as Analyser::tokens() has them, of a prefix without the last space.
  void match(std::string_view tokens) {
    const bool present = tokens.size() > 1;
    present_.push_back(present);
    if (!present) return;
    ++matches_;
    steps_.push_back({.kind = Step::Kind::kMatch, .text = std::string(tokens)});
  }
  void negate() {
    BP_ASSERT(!present_.empty());
    if (present_.back()) steps_.push_back({.kind = Step::Kind::kNot, .text = {}});
  }
  void join(Step::Kind kind) {
    BP_ASSERT(present_.size() >= 2);
    const bool right = present_.back();
    present_.pop_back();
    if (right && present_.back()) steps_.push_back({.kind = kind, .text = {}});
    present_.back() = present_.back() || right;
  }
  bool too_many() const { return matches_ > kMostMatches; }
  std::vector<Step> take() { return std::move(steps_); }

 private:
  std::vector<Step> steps_;
  std::vector<bool> present_;  // of what is on the stack, which have a value
  std::size_t matches_ = 0;
};

/// The form with operators.
Result<void> parse_operators(std::string_view text, Analyser& analyser, Steps& steps);

}  // namespace bedplate::search
