#pragma once
// Stream: the bytes of one connection, non-blocking. Owns its descriptor; one loop. TLS wraps the same four calls.
#include <span>
#include <string_view>

#include "base/result.hpp"
#include "net/address.hpp"
#include "net/descriptor.hpp"

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

class Stream {
 public:
  Stream(Descriptor descriptor, const Address& peer) : descriptor_(std::move(descriptor)), peer_(peer) {}

  IoResult read(std::span<char> into);
  /// Takes as many of the pieces as the kernel does; at most 16 a call.
  IoResult write(std::span<const std::string_view> pieces);
  /// Says that no more will be written; what the peer still sends can be read.
  void end_writing();
  int descriptor() const { return descriptor_.get(); }
  const Address& peer() const { return peer_; }

 private:
  Descriptor descriptor_;
  Address peer_;
};

}  // namespace bedplate::net
