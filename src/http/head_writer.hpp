#pragma once
// HeadWriter: the head of a reply as bytes. Keeps the Date line of the present second. One a loop.
#include <cstdint>
#include <string>

#include "http/reply.hpp"

namespace bedplate::http {

class HeadWriter {
 public:
  struct Kind {
    bool http10 = false;
    bool keep_alive = true;
    bool head = false;      ///< the reply to a HEAD
    bool streamed = false;  ///< its length is not known: in chunks, or by HTTP/1.0 until the connection's end
  };
  /// Appends status line, fields and the empty line. A 204 or 304 has no Content-Length, nor has a HEAD's without a
  /// body or what is streamed; the rest has that of the body.
  void append(const Reply& reply, Kind kind, std::int64_t unix_seconds, std::string& out);

  /// The value of the Date field.
  std::string_view date(std::int64_t unix_seconds);

 private:
  void begin_second(std::int64_t unix_seconds);

  std::int64_t second_ = -1;
  std::string ok_;    // status line of a 200, then the Date line
  std::string date_;  // the Date line alone
};

}  // namespace bedplate::http
