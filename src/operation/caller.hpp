#pragma once
// Caller: who asks, as far as a fair share of what is scarce goes: asked for where something has to wait, and only
// then.
#include <cstdint>

namespace bedplate::operation {

class Caller {
 public:
  /// The same for whatever one caller asks, on every loop of a node.
  virtual std::uint64_t number() const = 0;

 protected:
  ~Caller() = default;
};

}  // namespace bedplate::operation
