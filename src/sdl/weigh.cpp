#include "sdl/weigh.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace bedplate::sdl {

namespace {

std::uint64_t saturating(std::uint64_t a, std::uint64_t b) {
  std::uint64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? UINT64_MAX : sum;
}

void add(Weight& to, const Weight& from, std::uint64_t level) {
  to.fields = saturating(to.fields, from.fields);
  to.aliases = saturating(to.aliases, from.aliases);
  to.directives = saturating(to.directives, from.directives);
  to.depth = std::max(to.depth, saturating(level, from.depth));
}

enum class State : std::uint8_t { kNew, kOpen, kDone };

struct Fragment {
  const FragmentDefinition* definition;
  State state = State::kNew;
  Weight weight;
};

/// A selection set that is being counted, on behalf of a fragment or of the operation.
struct Frame {
  std::span<const Selection> rest;
  std::uint64_t level;  ///< of fields, within its owner
  Fragment* owner;      ///< null: the operation
  bool outermost;       ///< of its owner
  std::uint64_t caller_level;
};

class Scale {
 public:
  explicit Scale(const Tree& document) {
    for (const FragmentDefinition* one : document.fragments) fragments_.push_back({one, State::kNew, {}});
    std::ranges::sort(fragments_, [](const Fragment& a, const Fragment& b) {
      return std::pair(name_of(a), a.definition->at.offset) < std::pair(name_of(b), b.definition->at.offset);
    });
  }

  Result<Weight> weigh(const OperationDefinition& operation) {
    total_.directives = operation.directives.size();
    open_.push_back({operation.selections, 0, nullptr, true, 0});
    while (!open_.empty()) {
      if (open_.back().rest.empty()) {
        close();
        continue;
      }
      const Selection& one = open_.back().rest.front();
      open_.back().rest = open_.back().rest.subspan(1);
      BP_TRY_VOID(count(one, open_.back()));
    }
    return total_;
  }

 private:
  static std::string_view name_of(const Fragment& one) { return one.definition->name.text; }
  Weight& weight_of(Fragment* owner) { return owner == nullptr ? total_ : owner->weight; }

  void close() {
    const Frame done = open_.back();
    open_.pop_back();
    if (!done.outermost || done.owner == nullptr) return;
    done.owner->state = State::kDone;
    add(weight_of(open_.back().owner), done.owner->weight, done.caller_level);
  }

  Result<> count(const Selection& one, const Frame frame) {
    Weight& weight = weight_of(frame.owner);
    weight.directives = saturating(weight.directives, one.directives.size());
    if (one.kind == SelectionKind::kFragmentSpread) return spread(one, frame);
    std::uint64_t level = frame.level;
    if (one.kind == SelectionKind::kField) {
      ++level;
      weight.fields = saturating(weight.fields, 1);
      weight.aliases = saturating(weight.aliases, one.alias.empty() ? 0 : 1);
      weight.depth = std::max(weight.depth, level);
    }
    if (!one.selections.empty()) open_.push_back({one.selections, level, frame.owner, false, 0});
    return {};
  }

  Result<> spread(const Selection& one, const Frame& frame) {
    const auto found = std::ranges::lower_bound(fragments_, one.name.text, {}, name_of);
    const std::string name = '"' + std::string(one.name.text) + '"';
    if (found == fragments_.end() || name_of(*found) != one.name.text) {
      return failure(Error(Reason::kInvalidQuery, "Unknown fragment " + name + ".")
                         .with_hint("Define the fragment, or correct its name.")
                         .at(one.name.at));
    }
    if (found->state == State::kOpen) {
      return failure(Error(Reason::kInvalidQuery, "Cannot spread fragment " + name + " within itself.")
                         .with_hint("A fragment that contains itself has no end: remove this spread.")
                         .at(one.at));
    }
    if (found->state == State::kDone) {
      add(weight_of(frame.owner), found->weight, frame.level);
      return {};
    }
    found->state = State::kOpen;
    found->weight.directives = found->definition->directives.size();
    open_.push_back({found->definition->selections, 0, &*found, true, frame.level});
    return {};
  }

  std::vector<Fragment> fragments_;  // by name; of equal names the first counts
  std::vector<Frame> open_;
  Weight total_;
};

}  // namespace

Result<Weight> weigh(const Tree& document, const OperationDefinition& operation) {
  return Scale(document).weigh(operation);
}

}  // namespace bedplate::sdl
