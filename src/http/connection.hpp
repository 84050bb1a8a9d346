#pragma once
// Connection: the transport side of one client, in the clear or by TLS: reads into its protocol's buffer, sends, waits
// for readiness, keeps the deadlines. Owned by its shard; destroyed by close(). One loop. Idle, it holds no buffer.
#include <memory>
#include <string>

#include "http/http1.hpp"
#include "http/refusals.hpp"
#include "net/stream.hpp"

namespace bedplate::http {

class Http2;

class Connection final : public net::Watcher, private Refusals::Entry {
 public:
  Connection(Shard& shard, net::Stream stream);
  ~Connection();

  Result<> start();
  void on_ready(net::Ready ready) override;
  const net::Address& peer() const { return stream_.peer(); }
  /// Sends shard.out() and then `body` (may be null), keeping what the client does not take now: a large body is taken
  /// over for that, not copied.
  void send(std::string* body = nullptr);
  /// The client has not taken everything yet: no further request is begun (backpressure).
  bool blocked() const { return sent_ != pending_.size(); }
  /// No further request is begun: it is blocked, or rests after a refusal.
  bool held() const { return blocked() || rests; }
  /// A request was answered 503: it may have to rest.
  void was_refused();
  bool broken() const { return broken_; }
  /// Nothing more is sent; the next settle() closes, so that the client sees a failure and no end.
  void cut();
  /// After the protocol has moved: sends, then closes or waits as it says. May destroy this.
  void settle();
  /// What is under way is answered, then the connection ends. May destroy this.
  void drain();
  /// Destroys this.
  void close();
  std::size_t index = 0;  ///< among its shard's connections

 private:
  friend class Shard;  // lets it rest
  void wake();
  bool read();
  void begin_http2(ReadBuffer buffer, std::size_t bytes);
  void discard_input();
  void write_pending();
  void keep(std::string_view head, std::string* body, std::size_t sent);
  void count_unsent();
  void want(net::Interest interest);
  void set_deadline();
  void linger();
  void on_deadline();

  Shard& shard_;
  net::Stream stream_;
  net::Timer timer_;
  Http1 http1_;
  std::unique_ptr<Http2> http2_;
  Protocol* protocol_ = &http1_;
  std::string pending_;  // what the client has not taken
  std::size_t sent_ = 0;
  std::size_t counted_ = 0;  // of the server's unsent bytes
  net::Interest interest_;
  bool timed_blocked_ = false;
  bool broken_ = false;
  bool lingering_ = false;
};

}  // namespace bedplate::http
