#pragma once
// The real Clock: the kernel's, through the vDSO (no system call). Stateless, any thread.
#include "base/clock.hpp"

namespace bedplate::net {

class SystemClock final : public Clock {
 public:
  std::int64_t now() const override;
  std::int64_t monotonic() const override;
};

}  // namespace bedplate::net
