#include "http/shard.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "http/connection.hpp"

namespace bedplate::http {
namespace {

// While the kernel has more events than a turn takes, health may be behind them: turns are short.
constexpr auto kShortSlice = std::chrono::microseconds(300);
constexpr auto kRestedPoll = std::chrono::milliseconds(4);

}  // namespace

Shard::Shard(net::Loop& loop, Handler& handler, const ServerOptions& options, Unsent& unsent)
    : loop_(loop),
      handler_(handler),
      options_(options),
      unsent_(unsent),
      tls_(options.tls),
      backlog_work_(loop, [this] { return run_backlog(); }),
      rested_(loop, [this] { wake_rested(); }),
      drain_deadline_(loop, [this] { close_all(); }) {}

Shard::~Shard() { connections_.clear(); }

Result<std::unique_ptr<Shard>> Shard::open(net::Loop& loop, const net::Address& address, bool shared, Handler& handler,
                                           const ServerOptions& options, Unsent& unsent) {
  auto shard = std::make_unique<Shard>(loop, handler, options, unsent);
  BP_TRY(auto listener,
         net::Listener::open(loop, address, {.shared = shared},
                             [self = shard.get()](net::Stream stream) { self->accept(std::move(stream)); }));
  shard->listeners_.push_back(std::move(listener));
  return shard;
}

Result<std::unique_ptr<Shard>> Shard::open(net::Loop& loop, std::vector<net::Descriptor> listening, Handler& handler,
                                           const ServerOptions& options, Unsent& unsent) {
  auto shard = std::make_unique<Shard>(loop, handler, options, unsent);
  for (auto& each : listening) {
    BP_TRY(auto listener, net::Listener::adopt(loop, std::move(each), [self = shard.get()](net::Stream stream) {
             self->accept(std::move(stream));
           }));
    shard->listeners_.push_back(std::move(listener));
  }
  return shard;
}

void Shard::accept(net::Stream stream) {
  counters_.accepted.add();
  if (connections_.size() >= options_.max_connections) return turn_away(std::move(stream));
  if (tls_) stream.secure(tls_);
  auto connection = std::make_unique<Connection>(*this, std::move(stream));
  connection->index = connections_.size();
  if (!connection->start()) return;
  connections_.push_back(std::move(connection));
  counters_.open.add();
}

Shard::Admission Shard::admit(Exchange& exchange) {
  const Claim claim = handler_.claim(exchange.request_);
  if (claim.urgent) return Admission::kNow;
  if (!backlog_.add(exchange, claim.caller, loop_.read_clock())) {
    counters_.shed.add();
    return Admission::kRefused;
  }
  counters_.waited.add();
  counters_.waiting.set(backlog_.size());
  return Admission::kWaits;
}

bool Shard::refuses(const Request& request) {
  if (backlog_.empty()) return false;
  const Claim claim = handler_.claim(request);
  const bool refused = !claim.urgent && backlog_.refuses(claim.caller, loop_.read_clock());
  if (refused) counters_.shed.add();
  return refused;
}

bool Shard::forget(Exchange& exchange) {
  if (!exchange.waits()) return false;
  backlog_.remove(exchange);
  counters_.waiting.set(backlog_.size());
  return true;
}

bool Shard::run_backlog() {
  if (backlog_.empty()) return false;
  auto now = loop_.read_clock();
  const auto end = now + (loop_.crowded() ? net::Duration(kShortSlice) : net::Duration(kSlice));
  do {
    Exchange& exchange = static_cast<Exchange&>(*backlog_.take(now));
    exchange.protocol_->run(exchange);
    const auto done = loop_.read_clock();
    backlog_.charge(done - std::exchange(now, done));
  } while (!backlog_.empty() && now < end);
  counters_.waiting.set(backlog_.size());
  return !backlog_.empty();
}

void Shard::let_rest(Connection& connection) {
  refusals_.given(connection, loop_.now());
  if (refusals_.any() && rested_.deadline() == net::TimePoint::max()) rested_.arm(loop_.now() + kRestedPoll);
}

void Shard::wake_rested() {
  while (auto* const entry = refusals_.next(loop_.now())) static_cast<Connection&>(*entry).wake();
  if (refusals_.any()) rested_.arm(loop_.now() + kRestedPoll);
}

void Shard::turn_away(net::Stream stream) {
  counters_.refused.add();
  if (tls_) return;  // an answer would cost a handshake
  // What the client has sent already is read, or the close would reset the connection under our answer.
  std::array<char, 4096> nowhere;
  (void)stream.read(nowhere);
  constexpr std::array<std::string_view, 1> kAnswer{
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"};
  (void)stream.write(kAnswer);
  stream.end_writing();
}

void Shard::remove(Connection& connection) {
  const std::size_t index = connection.index;
  auto ended = std::move(connections_[index]);
  if (index + 1 != connections_.size()) {
    connections_[index] = std::move(connections_.back());
    connections_[index]->index = index;
  }
  connections_.pop_back();
  counters_.open.subtract();
  ended.reset();
  drained_if_empty();
}

Exchange* Shard::take_exchange() {
  auto exchange = spare_exchanges_.empty() ? std::make_unique<Exchange>(*this) : std::move(spare_exchanges_.back());
  if (!spare_exchanges_.empty()) spare_exchanges_.pop_back();
  exchange->index_ = busy_exchanges_.size();
  busy_exchanges_.push_back(std::move(exchange));
  return busy_exchanges_.back().get();
}

void Shard::give_back(Exchange* exchange) {
  const std::size_t index = exchange->index_;
  auto ended = std::move(busy_exchanges_[index]);
  if (index + 1 != busy_exchanges_.size()) {
    busy_exchanges_[index] = std::move(busy_exchanges_.back());
    busy_exchanges_[index]->index_ = index;
  }
  busy_exchanges_.pop_back();
  if (spare_exchanges_.size() >= kSpares) return;
  ended->reset();
  spare_exchanges_.push_back(std::move(ended));
}

ReadBuffer Shard::take_buffer() {
  if (spare_buffers_.empty()) return ReadBuffer(std::make_unique_for_overwrite<char[]>(ReadBuffer::kSize));
  ReadBuffer buffer(std::move(spare_buffers_.back()));
  spare_buffers_.pop_back();
  return buffer;
}

void Shard::give_back(ReadBuffer buffer) {
  if (buffer && spare_buffers_.size() < kSpares) spare_buffers_.push_back(buffer.release());
}

void Shard::drain(net::TimePoint deadline, net::Callback done) {
  BP_ASSERT(!draining_);
  drained_ = std::move(done);
  // Clients that the kernel has already accepted are served; then the port is free, or the sockets another's.
  for (auto& listener : listeners_) listener->accept_queued();
  listeners_.clear();
  draining_ = true;
  backlog_.drain();
  for (std::size_t i = connections_.size(); i-- > 0;) {
    if (i < connections_.size()) connections_[i]->drain();
  }
  drain_deadline_.arm(deadline);
  drained_if_empty();
}

void Shard::close_all() {
  while (!connections_.empty()) connections_.back()->close();
}

void Shard::drained_if_empty() {
  if (!draining_ || !connections_.empty() || !drained_) return;
  drain_deadline_.cancel();
  auto done = std::exchange(drained_, nullptr);
  done();
}

}  // namespace bedplate::http
