#pragma once
// Handler: what answers requests; the one door between the HTTP server and everything above it.
// Threading: `handle` runs on the loop of the connection, possibly on several loops at once, each with its own
// requests. Lifetime: request and writer live until writer.finish(), which happens exactly once, either inside
// `handle` (the usual case) or later on the same loop; nothing of either may be touched after it. A client that
// left does not end them: gone() turns true, finish() is still due, and the reply is dropped.
#include <coroutine>
#include <cstdint>

#include "http/message.hpp"
#include "net/loop.hpp"

namespace bedplate::http {

/// What a body that is taken in parts has come to.
enum class Upload : std::uint8_t {
  kMore,    ///< it goes on
  kEnd,     ///< that was all of it
  kLost,    ///< the client left
  kBroken,  ///< what came is no body; the client may still read a reply
};

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
  /// `co_await writer.flush()` sends what reply().body holds so far, the first time behind the head, which nothing
  /// changes any more, and goes on when the client has taken it or is gone. The body is then empty, unless this writer
  /// sends nothing before the end.
  auto flush() {
    struct Flush {
      ReplyWriter& writer;
      bool await_ready() const { return writer.send_part(); }
      void await_suspend(std::coroutine_handle<> waiter) const { writer.wait_until_taken(waiter); }
      void await_resume() const {}
    };
    return Flush{*this};
  }
  /// The head has been sent: an error can no longer be said, only abort() shows it.
  virtual bool begun() const { return false; }
  /// In the place of finish(): the client sees that the rest of a begun reply is missing.
  virtual void abort() { finish(); }
  /// Of a body that is taken in parts (Handler::takes_parts): `co_await writer.receive()` goes on when some of it has
  /// come, or its end, or the client is gone. The client sends no faster than take_part() is called.
  auto receive() {
    struct Receive {
      ReplyWriter& writer;
      bool await_ready() const { return writer.part_came(); }
      void await_suspend(std::coroutine_handle<> waiter) const { writer.wait_for_part(waiter); }
      void await_resume() const {}
    };
    return Receive{*this};
  }
  /// Replaces `into` by what has come since. Of any other request that is nothing, and the end.
  virtual Upload take_part(std::string& into) {
    into.clear();
    return Upload::kEnd;
  }
  /// Sends the reply. Requests pipelined on one connection are answered in their order.
  virtual void finish() = 0;

  /// For flush(), and for writers that stand before others. True: the client has taken it, or is gone.
  virtual bool send_part() { return true; }
  /// After send_part() said false: resumes `waiter` once, on the loop, when it would say true.
  virtual void wait_until_taken(std::coroutine_handle<>) {}
  /// For receive(), and for writers that stand before others, the same.
  virtual bool part_came() { return true; }
  virtual void wait_for_part(std::coroutine_handle<>) {}

 protected:
  Reply reply_;
};

/// What a loop that is behind must know of a request before it lets it wait.
struct Claim {
  bool urgent = false;       ///< answered at once: it costs next to nothing and tells whether the loop turns
  std::uint64_t caller = 0;  ///< a keyed hash of who asks: callers take turns
};

class Handler {
 public:
  virtual ~Handler() = default;
  virtual void handle(Request& request, ReplyWriter& writer) = 0;
  /// Asked of a head that a body follows: it is handled before its body has come, and takes that as it comes, however
  /// long it is.
  virtual bool takes_parts(const Request&) const { return false; }
  /// Of a request that may have to wait. Cheap, and writes nothing.
  virtual Claim claim(const Request&) { return {}; }
  /// In the place of handle(), for a request that came while too many waited: answers 503 at once.
  virtual void refuse(Request& request, ReplyWriter& writer);
};

}  // namespace bedplate::http
