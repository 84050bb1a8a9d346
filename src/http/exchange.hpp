#pragma once
// Exchange: one request in flight and its reply, with all the memory that needs: the parsed head, a body that did not
// fit the read buffer, the arena, the reply. Pooled by its shard, so idle connections hold none. Its connection may
// end first: then it stays for finish(), keeping the buffer the request's views point into, and goes back unheard.
#include <memory>
#include <optional>
#include <string>

#include "base/cancel.hpp"
#include "http/backlog.hpp"
#include "http/handler.hpp"
#include "http/read_buffer.hpp"

namespace bedplate::http {

class Protocol;
class Shard;
struct Http2Stream;

class Exchange final : public ReplyWriter, private Backlog::Entry {
 public:
  explicit Exchange(Shard& shard) : shard_(shard) {}

  net::Loop& loop() override;
  bool gone() const override { return protocol_ == nullptr || abandoned_; }
  bool crowded() const override;
  bool begun() const override { return begun_; }
  void finish() override;
  void abort() override;
  bool send_part() override;
  void wait_until_taken(std::coroutine_handle<> waiter) override { taken_ = waiter; }
  Upload take_part(std::string& into) override;
  bool part_came() override { return gone() || upload_ != Upload::kMore || !body_.empty(); }
  void wait_for_part(std::coroutine_handle<> waiter) override { receiver_ = waiter; }

 private:
  friend class Http1;
  friend class Http2;
  friend class Shard;

  void begin(Protocol& protocol, const net::Address& peer) {
    protocol_ = &protocol;
    abandoned_ = false;
    request_.set_peer(peer);
    request_.method_ = Method::kOther;
    request_.http10_ = false;
    left_.emplace();
    request_.left_ = left_->token();
  }
  /// The connection ends while a handler still works.
  void orphan(ReadBuffer buffer);
  /// The peer sends no more while a handler works: mostly a client that left, which nothing tells from one that still
  /// reads.
  void half_closed() { left_->cancel(); }
  /// The client wants no reply any more, on a connection that goes on: that still hears of finish().
  void abandon();
  /// The client has taken what was sent, or is gone: goes on with the reply, now or not on this stack.
  void taken() {
    if (taken_) std::exchange(taken_, {}).resume();
  }
  void wake();
  /// Of a body in parts: some has come, or how it ended.
  void came(Upload upload) {
    upload_ = upload;
    wake_receiver();
  }
  void wake_receiver();
  /// Replaces a large reply to a GET where the clients hold up too much already. The reply of a write is sent in any
  /// case: its client must learn that it was done.
  void replace_if_crowded();
  /// The handler has not seen it yet: it waits in its shard's backlog.
  bool waits() const { return flow != nullptr; }
  /// Ready for the next; memory beyond the usual is given back.
  void reset();

  Shard& shard_;
  Protocol* protocol_ = nullptr;
  Http2Stream* stream_ = nullptr;  // of HTTP/2
  bool abandoned_ = false;
  Request request_;
  std::optional<CancelSource> left_;  // of the request under way
  std::string body_;
  ReadBuffer kept_;
  std::coroutine_handle<> taken_;     // waits for the client to take a part
  std::coroutine_handle<> receiver_;  // waits for the client to send one
  Upload upload_ = Upload::kEnd;
  bool begun_ = false;     // the head is sent, the body follows in parts
  std::size_t index_ = 0;  // among its shard's busy ones
};

}  // namespace bedplate::http
