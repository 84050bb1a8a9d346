#pragma once
// What a read or write that does not wait came to. Plain values.
#include <cstddef>
#include <cstdint>

namespace bedplate::net {

enum class IoState : std::uint8_t {
  kDone,     ///< some bytes moved
  kBlocked,  ///< wait for readiness
  kEnd,      ///< the peer sends no more
  kFailed,   ///< the connection is broken
};
struct IoResult {
  IoState state = IoState::kFailed;
  std::size_t bytes = 0;
};

}  // namespace bedplate::net
