#pragma once
// Http1: HTTP/1.1 and 1.0 on one connection: bytes in, requests to the handler one at a time, replies out in order.
// Whatever complete requests one read brought are answered with one write. Owned by its Connection; one loop.
#include <optional>
#include <span>

#include "http/chunked.hpp"
#include "http/exchange.hpp"
#include "http/parser.hpp"
#include "http/protocol.hpp"
#include "http/read_buffer.hpp"

namespace bedplate::http {

class Connection;
class Shard;

class Http1 final : public Protocol {
 public:
  Http1(Connection& connection, Shard& shard);
  ~Http1() override;
  Http1(const Http1&) = delete;
  Http1& operator=(const Http1&) = delete;

  bool wants_input() const override;
  std::span<char> room() override;
  void received(std::size_t bytes) override;
  void ended() override;
  void half_closed() override {
    // What is still on its way of a body in parts is read first, and then its end.
    if (state_ == State::kHandler && exchange_ != nullptr && !uploading_) exchange_->half_closed();
  }
  /// With a reply under way: that goes on first.
  void resume() override;
  void drain() override {}
  net::TimePoint deadline() override;
  bool time_out() override;
  bool closing() const override { return state_ == State::kClosing; }
  bool refused() const override { return refused_; }
  void run(Exchange& exchange) override;
  void finished(Exchange& exchange) override;
  bool send_part(Exchange& exchange) override;
  void aborted(Exchange& exchange) override;
  void part_taken(Exchange& exchange) override;

  /// The first bytes were those of an HTTP/2 client.
  bool found_http2() const { return found_http2_; }
  /// What was read so far, for another protocol to go on with.
  ReadBuffer give_up(std::size_t& bytes);

 private:
  static constexpr std::size_t kUploadAhead = 64 * 1024;  // of a body in parts; then we read no further
  /// What is waited for; each has its deadline.
  enum class State : std::uint8_t { kIdle, kHead, kBody, kHandler, kClosing };
  /// What the deadline was last set for.
  struct Timed {
    net::TimePoint at;
    std::uint32_t epoch = 0;
    State state = State::kClosing;
  };

  void advance();
  bool take_head();
  bool take_body();
  bool take_sized();
  void begin_body(std::size_t head_start, bool in_parts);
  bool take_part();
  void end_upload(Upload how);
  void call_handler();
  void answer(bool refused);
  void refuse(const Refusal& refusal);
  void append_reply();
  void append_head(bool streamed);
  void append_part();
  void append_last_part();
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
  std::uint64_t taken_ = 0;  // of a body in parts
  std::uint32_t epoch_ = 0;  // counts replies: with the state it tells one wait from the next
  State state_ = State::kIdle;
  Timed timed_;
  bool advancing_ = false;
  bool found_http2_ = false;
  bool input_ended_ = false;
  bool refused_ = false;
  bool body_in_buffer_ = false;
  bool uploading_ = false;  // the handler takes the body as it comes
  bool keep_alive_ = true;  // after the reply that was begun last
};

}  // namespace bedplate::http
