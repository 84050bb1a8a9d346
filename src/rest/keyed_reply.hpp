#pragma once
// KeyedReply: the reply of a write under an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): made inside
// of the write's transaction and kept with it, or, where the key was used before, put back as it was. Inside rest
// alone; lives as long as the request.
#include <functional>

#include "engine/session.hpp"
#include "http/reply.hpp"
#include "http/request.hpp"

namespace bedplate::rest {

class KeyedReply final : public engine::Once {
 public:
  using Complete = std::function<void(const engine::WriteOutcome&)>;

  /// Of a request that has the field. `operation`: what a key is for, as in `POST orders`. INVALID_IDEMPOTENCY_KEY.
  static Result<KeyedReply> make(const http::Request& request, http::Reply& reply,
                                 const operation::Principal& principal, std::string_view operation);

  engine::KeptReply reply(const engine::WriteOutcome& outcome) override;

  /// What fills in the reply of this write but for its body; it must live as long.
  void complete_with(Complete complete) { complete_ = std::move(complete); }
  bool completed() const { return completed_; }
  /// The reply that was kept, with `Idempotent-Replayed: true`.
  void put_back(Arena& arena);

 private:
  explicit KeyedReply(http::Reply& reply) : reply_(&reply) {}

  http::Reply* reply_;
  Complete complete_;
  bool completed_ = false;
};

/// The key that a field's value means: a quoted string (RFC 8941) or the same without quotes; up to 255 visible ASCII
/// characters and blanks.
Result<std::string> parse_idempotency_key(std::string_view value);

}  // namespace bedplate::rest
