#pragma once
// Partial evaluation: what is left of an expression once the bits of a principal's facts are known. TRUE, FALSE and
// UNKNOWN of the whole stay what they were on every row. Pure; unchanged parts are shared, not copied.
#include <type_traits>

#include "base/arena.hpp"
#include "expr/tree.hpp"

namespace bedplate::expr {

/// A callable `bool(FactId)`, not owning.
class FactBits {
 public:
  template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, FactBits>)
  FactBits(const F& test)
      : object_(&test),
        call_([](const void* object, FactId fact) -> bool { return (*static_cast<const F*>(object))(fact); }) {}
  bool operator()(FactId fact) const { return call_(object_, fact); }

 private:
  const void* object_;
  bool (*call_)(const void*, FactId);
};

/// kHasFact becomes a literal, kPrincipal without its bit a null; then constants are folded.
const Node* simplify(const Node* node, FactBits holds, Arena& arena);

/// The same for a condition of which only TRUE matters (a row filter, a check): rows on which the result is TRUE are
/// the same, but UNKNOWN may become FALSE. `UNKNOWN && x` ends as FALSE here.
const Node* simplify_condition(const Node* node, FactBits holds, Arena& arena);

}  // namespace bedplate::expr
