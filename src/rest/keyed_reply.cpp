#include "rest/keyed_reply.hpp"

namespace bedplate::rest {
namespace {

constexpr std::size_t kMostKey = 255;

Error wrong_key(std::string message) {
  return Error(Reason::kInvalidIdempotencyKey, std::move(message))
      .with_hint("send for example Idempotency-Key: \"8e03978e-40d5-43dd-bc93-6894a57f9324\", a new one an operation");
}

/// Everything that must be the same when a request is sent again.
crypto::Sha256 hash_of(const http::Request& request) {
  using enum http::HeaderName;
  std::string text;
  const auto add = [&](std::string_view part) { text.append(std::to_string(part.size())).append(":").append(part); };
  add(request.method_text());
  add(request.target());
  for (const auto name : {kContentType, kAccept, kPrefer, kIfMatch}) add(request.header(name));
  add(request.body());
  return crypto::sha256(text);
}

}  // namespace

Result<std::string> parse_idempotency_key(std::string_view value) {
  const bool quoted = value.starts_with('"');
  if (quoted && (value.size() < 2 || !value.ends_with('"')))
    return failure(wrong_key("the Idempotency-Key is a quoted string that does not end"));
  if (quoted) value = value.substr(1, value.size() - 2);
  std::string key;
  for (std::size_t i = 0; i < value.size(); ++i) {
    char c = value[i];
    if (quoted && c == '\\') {
      if (++i == value.size() || (value[i] != '"' && value[i] != '\\'))
        return failure(wrong_key("in an Idempotency-Key only \\\" and \\\\ are escapes"));
      key += value[i];
      continue;
    }
    const bool visible = c > ' ' && c < 0x7f;
    if (c == '"' || !(visible || (quoted && c == ' ')) || (!quoted && (c == ',' || c == ';')))
      return failure(wrong_key("the Idempotency-Key has a character that a key cannot have"));
    key += c;
  }
  if (key.empty()) return failure(wrong_key("the Idempotency-Key is empty"));
  if (key.size() > kMostKey)
    return failure(wrong_key("the Idempotency-Key is longer than " + std::to_string(kMostKey) + " characters"));
  return key;
}

Result<KeyedReply> KeyedReply::make(const http::Request& request, http::Reply& reply,
                                    const operation::Principal& principal, std::string_view operation) {
  BP_TRY(const auto key, parse_idempotency_key(request.header(http::HeaderName::kIdempotencyKey)));
  const auto& who = principal.identity();
  if (!who.authenticated || (who.id.empty() && who.credential.empty()))
    return failure(
        Error(Reason::kInvalidIdempotencyKey, "an Idempotency-Key belongs to a caller, and this one is nobody")
            .with_hint("authenticate, or leave the Idempotency-Key out"));
  KeyedReply made(reply);
  made.scope = engine::once_scope(principal, operation, key);
  made.request = hash_of(request);
  return made;
}

engine::KeptReply KeyedReply::reply(const engine::WriteOutcome& outcome) {
  std::string body = std::move(reply_->body);
  reply_->reset();  // the script may have run before, and in vain
  reply_->body = std::move(body);
  complete_(outcome);
  completed_ = true;
  return {.status = reply_->status,
          .head = std::string(reply_->content_type) + "\r\n" + reply_->headers(),
          .body = reply_->body};
}

void KeyedReply::put_back(Arena& arena) {
  reply_->reset();
  reply_->status = kept->status;
  reply_->body = std::move(kept->body);
  std::string_view head = arena.copy(kept->head);
  for (bool first = true; !head.empty(); first = false) {
    const std::size_t end = std::min(head.find("\r\n"), head.size());
    const auto line = head.substr(0, end);
    head.remove_prefix(std::min(end + 2, head.size()));
    const std::size_t colon = line.find(": ");
    if (first)
      reply_->content_type = line;
    else if (colon != std::string_view::npos)
      reply_->add_header(line.substr(0, colon), line.substr(colon + 2));
  }
  reply_->add_header("Idempotent-Replayed", "true");
}

}  // namespace bedplate::rest
