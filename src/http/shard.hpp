#pragma once
// Shard: one loop's part of a server: its listener, its connections, and the pools they borrow from. Everything on
// that loop's thread but the counters.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "http/backlog.hpp"
#include "http/exchange.hpp"
#include "http/head_writer.hpp"
#include "http/refusals.hpp"
#include "http/server_options.hpp"
#include "http/unsent.hpp"
#include "net/listener.hpp"
#include "telemetry/http_counters.hpp"

namespace bedplate::http {

class Connection;

class Shard {
 public:
  static Result<std::unique_ptr<Shard>> open(net::Loop& loop, const net::Address& address, bool shared,
                                             Handler& handler, const ServerOptions& options, Unsent& unsent);
  /// The same on sockets that listen already.
  static Result<std::unique_ptr<Shard>> open(net::Loop& loop, std::vector<net::Descriptor> listening, Handler& handler,
                                             const ServerOptions& options, Unsent& unsent);
  /// New connections speak TLS with it; null: none of it.
  void use_tls(std::shared_ptr<const net::TlsContext> tls) { tls_ = std::move(tls); }
  Shard(net::Loop& loop, Handler& handler, const ServerOptions& options, Unsent& unsent);
  ~Shard();

  /// A connection that a listener has accepted.
  void accept(net::Stream stream);
  const net::Address& address() const { return listeners_.front()->address(); }
  /// Until it drains.
  const std::vector<std::unique_ptr<net::Listener>>& listeners() const { return listeners_; }
  /// No more connections; idle ones close, busy ones after their reply, all of them at the deadline. Then `done`.
  void drain(net::TimePoint deadline, net::Callback done);

  net::Loop& loop() { return loop_; }
  Handler& handler() { return handler_; }
  const ServerOptions& options() const { return options_; }
  telemetry::HttpCounters& counters() { return counters_; }
  HeadWriter& head_writer() { return head_writer_; }
  Unsent& unsent() { return unsent_; }
  bool draining() const { return draining_; }
  /// Where the replies of one turn of a connection are gathered; empty between them.
  std::string& out() { return out_; }

  /// Whether requests must wait for their turn: others do, or this turn of the loop has gone on for long.
  bool must_wait() {
    if (!backlog_.empty()) return true;
    if (std::exchange(asked_in_, loop_.turn()) != loop_.turn()) unasked_ = kUnasked;
    if (unasked_ > 0) return --unasked_, false;
    return loop_.read_clock() - loop_.now() > kSlice;
  }
  enum class Admission : std::uint8_t { kNow, kWaits, kRefused };
  /// Of a request that must wait: it is run later, unless it is urgent or there are too many.
  Admission admit(Exchange& exchange);
  /// Whether a request like this one, which has yet to arrive whole, would be refused now.
  bool refuses(const Request& request);
  /// False: it doesn't wait.
  bool forget(Exchange& exchange);
  void let_rest(Connection& connection);
  Refusals& refusals() { return refusals_; }

  Exchange* take_exchange();
  void give_back(Exchange* exchange);
  ReadBuffer take_buffer();
  void give_back(ReadBuffer buffer);
  /// Forgets and destroys the connection.
  void remove(Connection& connection);

 private:
  static constexpr std::size_t kSpares = 64;
  /// Of requests in a turn, before events are looked at again: what health may have to wait.
  static constexpr auto kSlice = std::chrono::milliseconds(1);
  /// Requests of a turn that are begun without a look at the clock.
  static constexpr int kUnasked = 4;
  void turn_away(net::Stream stream);
  bool run_backlog();
  void wake_rested();
  void drained_if_empty();
  void close_all();

  net::Loop& loop_;
  Handler& handler_;
  const ServerOptions& options_;
  Unsent& unsent_;  // the server's
  telemetry::HttpCounters counters_;
  Backlog backlog_;
  Refusals refusals_;
  std::uint64_t asked_in_ = 0;  // the turn that `unasked_` counts
  int unasked_ = 0;
  HeadWriter head_writer_;
  std::string out_;
  std::vector<std::unique_ptr<char[]>> spare_buffers_;
  std::vector<std::unique_ptr<Exchange>> spare_exchanges_;
  std::vector<std::unique_ptr<Exchange>> busy_exchanges_;
  std::vector<std::unique_ptr<Connection>> connections_;
  std::vector<std::unique_ptr<net::Listener>> listeners_;
  std::shared_ptr<const net::TlsContext> tls_;
  bool draining_ = false;
  net::TurnWork backlog_work_;
  net::Timer rested_;
  net::Timer drain_deadline_;
  net::Callback drained_;
};

}  // namespace bedplate::http
