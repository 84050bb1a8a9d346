#pragma once
// Handler: what answers requests; the one door between the HTTP server and everything above it.
// Threading: `handle` runs on the loop of the connection, possibly on several loops at once, each with its own
// requests. Lifetime: request and writer live until writer.finish(), which happens exactly once, either inside
// `handle` (the usual case) or later on the same loop; nothing of either may be touched after it. A client that
// left does not end them: gone() turns true, finish() is still due, and the reply is dropped.
#include "http/message.hpp"
#include "net/loop.hpp"

namespace bedplate::http {

class ReplyWriter {
 public:
  virtual ~ReplyWriter() = default;
  /// To be filled before finish().
  Reply& reply() { return reply_; }
  /// The loop this exchange belongs to: timers, posts.
  virtual net::Loop& loop() = 0;
  /// The client has left or its deadline passed; work for it may be given up.
  virtual bool gone() const = 0;
  /// Clients hold up so much of the server's memory that no reply but a small one should be begun (503).
  virtual bool crowded() const { return false; }
  /// Sends the reply. Requests pipelined on one connection are answered in their order.
  virtual void finish() = 0;

 protected:
  Reply reply_;
};

class Handler {
 public:
  virtual ~Handler() = default;
  virtual void handle(Request& request, ReplyWriter& writer) = 0;
};

}  // namespace bedplate::http
