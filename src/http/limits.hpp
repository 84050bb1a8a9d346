#pragma once
// What a request may weigh. Above: 414, 431 or 413 and the connection closes. And what all replies may that clients
// have not taken: above it 503.
#include <cstddef>

namespace bedplate::http {

struct Limits {
  std::size_t head = 16 * 1024;  ///< request line and fields; at most 16 KiB, the size of the read buffer
  std::size_t headers = 100;     ///< at most Request::kMaxHeaders
  std::size_t target = 8 * 1024;
  std::size_t body = 1024 * 1024;
  std::size_t streams = 100;                    ///< of one HTTP/2 connection at a time
  std::size_t unsent = std::size_t{256} << 20;  ///< of a server, all its loops
};

}  // namespace bedplate::http
