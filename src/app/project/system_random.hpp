#pragma once
// The real Random: the kernel's generator. Any thread.
#include "base/random.hpp"

namespace bedplate::app {

class SystemRandom final : public Random {
 public:
  void fill(std::span<std::byte> bytes) override;
};

}  // namespace bedplate::app
