#pragma once
// Protocol: what one connection speaks: bytes in, requests to the handler, replies out; Http1 and Http2. Its Connection
// owns it, calls it on its loop and moves the bytes.
#include <cstddef>
#include <span>

#include "net/loop.hpp"

namespace bedplate::http {

class Exchange;

class Protocol {
 public:
  virtual ~Protocol() = default;

  /// False while bytes must wait.
  virtual bool wants_input() const = 0;
  /// Where the next bytes go; only while wants_input().
  virtual std::span<char> room() = 0;
  /// So many bytes were read into room(): answers what is complete.
  virtual void received(std::size_t bytes) = 0;
  /// The peer sends no more.
  virtual void ended() = 0;
  /// The same, seen while requests are being answered and nothing is read.
  virtual void half_closed() = 0;
  /// The client has taken what was sent: goes on with what waited for that.
  virtual void resume() = 0;
  /// The server drains: what is under way is answered, then the connection is to end.
  virtual void drain() = 0;
  /// When the present wait ends, TimePoint::max() without one; the client's taking bytes is the connection's own.
  virtual net::TimePoint deadline() = 0;
  /// That time has come. False: the connection is closed without a word.
  virtual bool time_out() = 0;
  /// Nothing follows what has been sent.
  virtual bool closing() const = 0;
  /// The client may have sent what was not read: a close must linger, or it could lose the reply.
  virtual bool refused() const = 0;
  /// Answers a request that had to wait, or is refused. May destroy this.
  virtual void run(Exchange& exchange) = 0;
  /// From Exchange::finish(). May destroy this.
  virtual void finished(Exchange& exchange) = 0;
  /// From its send_part(): the reply's body so far. True: the client has taken it. May destroy this.
  virtual bool send_part(Exchange& exchange) = 0;
  /// From its take_part(): more of the request's body may come. May destroy this.
  virtual void part_taken(Exchange& exchange) = 0;
  /// From its abort(): the client is shown that the reply has no end. May destroy this.
  virtual void aborted(Exchange& exchange) = 0;
};

}  // namespace bedplate::http
