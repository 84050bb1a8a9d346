#pragma once
// A Random for tests: the same bytes every time. One thread.
#include "base/random.hpp"

namespace bedplate::crypto {

class CountingRandom final : public Random {
 public:
  void fill(std::span<std::byte> bytes) override {
    for (std::byte& byte : bytes) byte = static_cast<std::byte>(state_ = state_ * 5 + 113);
  }

 private:
  unsigned char state_ = 7;
};

}  // namespace bedplate::crypto
