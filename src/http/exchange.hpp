#pragma once
// Exchange: one request in flight and its reply, with all the memory that needs: the parsed head, a body that did not
// fit the read buffer, the arena, the reply. Pooled by its shard, so idle connections hold none. Its connection may
// end first: then it waits for finish(), keeping the buffer the request's views point into, and goes back unheard.
#include <memory>
#include <optional>
#include <string>

#include "base/cancel.hpp"
#include "http/handler.hpp"
#include "http/read_buffer.hpp"

namespace bedplate::http {

class Http1;
class Shard;

class Exchange final : public ReplyWriter {
 public:
  explicit Exchange(Shard& shard) : shard_(shard) {}

  net::Loop& loop() override;
  bool gone() const override { return connection_ == nullptr; }
  bool crowded() const override;
  void finish() override;

 private:
  friend class Http1;
  friend class Shard;

  void begin(Http1& connection, const net::Address& peer) {
    connection_ = &connection;
    request_.set_peer(peer);
    request_.method_ = Method::kOther;
    request_.http10_ = false;
    left_.emplace();
    request_.left_ = left_->token();
  }
  /// The connection ends while a handler still works.
  void orphan(ReadBuffer buffer) {
    connection_ = nullptr;
    kept_ = std::move(buffer);
    left_->cancel();
  }
  /// The peer sends no more while a handler works: mostly a client that left, which nothing tells from one that still
  /// reads.
  void half_closed() { left_->cancel(); }
  /// Ready for the next; memory beyond the usual is given back.
  void reset();

  Shard& shard_;
  Http1* connection_ = nullptr;
  Request request_;
  std::optional<CancelSource> left_;  // of the request under way
  std::string body_;
  ReadBuffer kept_;
  std::size_t index_ = 0;  // among its shard's busy ones
};

}  // namespace bedplate::http
