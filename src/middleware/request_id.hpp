#pragma once
// The name of a request, the same in the log, the reply and the client's own log: what the client gave it if that is
// well-formed, else one of ours. For every protocol over HTTP. On the request's loop.
#include <cstdint>
#include <string_view>

#include "base/arena.hpp"
#include "base/random.hpp"
#include "http/request.hpp"

namespace bedplate::middleware {

/// X-Request-Id of 1 to 128 letters, digits and `-._~:/+=@`; else the trace id of a traceparent (W3C Trace Context,
/// section 3.2); else empty.
std::string_view given_request_id(const http::Request& request);

/// Ids of ours: a random beginning, one a loop, and a number. Unique, not secret.
class RequestIds {
 public:
  explicit RequestIds(Random& random);
  /// In the arena.
  std::string_view next(Arena& arena);

 private:
  std::uint64_t begin_;
  std::uint32_t number_ = 0;
};

}  // namespace bedplate::middleware
