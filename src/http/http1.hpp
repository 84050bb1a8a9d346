#pragma once
// Http1: HTTP/1.1 and 1.0 on one connection: bytes in, requests to the handler one at a time, replies out in order.
// Whatever complete requests one read brought are answered with one write. Owned by its Connection; one loop.
#include <optional>
#include <span>

#include "http/chunked.hpp"
#include "http/exchange.hpp"
#include "http/parser.hpp"
#include "http/read_buffer.hpp"

namespace bedplate::http {

class Connection;
class Shard;

class Http1 {
 public:
  /// What the connection waits for; each has its deadline.
  enum class State : std::uint8_t { kIdle, kHead, kBody, kHandler, kClosing };

  Http1(Connection& connection, Shard& shard);
  ~Http1();
  Http1(const Http1&) = delete;
  Http1& operator=(const Http1&) = delete;

  State state() const { return state_; }
  /// Counts replies; with the state it tells whether a wait is still the same one.
  std::uint32_t epoch() const { return epoch_; }
  /// False while bytes must wait: a request is being answered, the client has ended or takes no replies.
  bool wants_input() const;
  bool idle() const { return state_ == State::kIdle && !advancing_ && begin_ == end_; }
  /// Where the next bytes go; only while wants_input().
  std::span<char> room();
  /// So many bytes were read into room(): answers what is complete.
  void received(std::size_t bytes);
  /// The peer sends no more.
  void ended();
  /// The same, seen while a request is being answered.
  void half_closed() {
    if (state_ == State::kHandler && exchange_ != nullptr) exchange_->half_closed();
  }
  /// Goes on with requests that wait in the buffer (a slow client has taken the earlier replies).
  void resume() { advance(); }
  /// The request took too long to arrive.
  void time_out();
  /// From Exchange::finish(). May destroy this.
  void finished();
  /// The client may have sent what was not read as requests: a close must linger, or it could lose the reply.
  bool refused() const { return refused_; }

 private:
  void advance();
  bool take_head();
  bool take_body();
  bool take_sized();
  void begin_body(std::size_t head_start);
  void call_handler();
  void refuse(const Refusal& refusal);
  void append_reply();
  void replace_if_crowded();
  void release_exchange();
  void tidy_buffer();
  Exchange& exchange();

  Connection& connection_;
  Shard& shard_;
  RequestParser parser_;
  Framing framing_;
  std::optional<ChunkedDecoder> chunks_;
  Exchange* exchange_ = nullptr;
  ReadBuffer buffer_;
  std::uint32_t begin_ = 0;  // of what is not consumed yet
  std::uint32_t end_ = 0;
  std::uint32_t body_start_ = 0;
  std::uint32_t epoch_ = 0;
  State state_ = State::kIdle;
  bool advancing_ = false;
  bool input_ended_ = false;
  bool refused_ = false;
  bool body_in_buffer_ = false;
};

}  // namespace bedplate::http
