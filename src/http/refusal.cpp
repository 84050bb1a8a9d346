#include "http/refusal.hpp"

#include "http/handler.hpp"

namespace bedplate::http {

void write_refusal(const Refusal& refusal, Reply& reply) {
  reply.reset();
  reply.status = refusal.status;
  reply.content_type = "application/problem+json";
  reply.close = true;
  const auto word = reason_word(refusal.reason);
  // Messages and words are literals of ours without quotes or backslashes: they need no escaping.
  reply.body.append(R"({"type":"about:blank","title":")").append(reason_phrase(refusal.status));
  reply.body.append(R"(","status":)").append(std::to_string(refusal.status));
  reply.body.append(R"(,"detail":")").append(refusal.message);
  reply.body.append(R"(","reason":")").append(word);
  reply.body.append(R"(","code":")").append(word);
  reply.body.append(R"(","message":")").append(refusal.message);
  reply.body.append(R"(","details":null,"hint":null})");
}

void Handler::refuse(Request&, ReplyWriter& writer) {
  write_refusal(kBusy, writer.reply());
  writer.reply().close = false;
  writer.reply().add_header("Retry-After", "1");
  writer.finish();
}

}  // namespace bedplate::http
