#pragma once
// Random: unpredictable bytes, injected, so that a node can be replayed. The real one is the system's generator.
#include <cstddef>
#include <cstdint>
#include <span>

namespace bedplate {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::byte> bytes) = 0;
  std::uint64_t next() {
    std::uint64_t value = 0;
    fill(std::as_writable_bytes(std::span(&value, 1)));
    return value;
  }
};

}  // namespace bedplate
