// Replies in parts: each is a stream whose DATA pauses between two; and bodies in parts.
#include <nghttp2/nghttp2.h>

#include "http/connection.hpp"
#include "http/http2.hpp"
#include "http/http2_reply.hpp"
#include "http/shard.hpp"

namespace bedplate::http {

namespace {

using State = Http2Stream::State;

}  // namespace

bool Http2::send_part(Exchange& exchange) {
  auto& stream = *exchange.stream_;
  submit_part(stream);
  if (!taking_) {
    flush();
    connection_.settle();
  }
  // With this gone so is the stream.
  return exchange.gone() || !stream.waiting;
}

void Http2::submit_part(Http2Stream& stream) {
  auto& exchange = *stream.exchange;
  Reply& reply = exchange.reply_;
  if (!std::exchange(exchange.begun_, true)) {
    stream.in_parts = true;
    const bool head = exchange.request_.method() == Method::kHead;
    const auto date = shard_.head_writer().date(shard_.loop().unix_seconds());
    stream.has_body = submit_http2_reply(session_, stream, head, date);
    if (reply.close) announce_end();
    shard_.counters().replies[std::min<std::size_t>(static_cast<std::size_t>(reply.status) / 100, 5)].add();
  } else if (stream.has_body) {
    nghttp2_session_resume_data(session_, stream.id);
  }
  if (!stream.has_body || reply.body.empty()) return reply.body.clear();
  stream.deadline = shard_.loop().now() + shard_.options().write_deadline;
  // The reply is its handler's again, whoever lent it.
  stream.part.swap(reply.body);
  stream.sent = 0;
  stream.waiting = true;
  ++waiting_;
  count(stream);
}

/// What was a part's is with the connection: its handler may go on, but not on this stack.
void Http2::note_taken() {
  if (waiting_ == 0 || connection_.blocked()) return;
  for (auto& stream : streams_) {
    if (!stream->waiting || stream->sent < stream->part.size()) continue;
    stream->waiting = false;
    --waiting_;
    stream->part.clear();
    stream->sent = 0;
    stream->deadline = net::TimePoint::max();
    count(*stream);
    stream->exchange->wake();
  }
}

void Http2::end_parts(Http2Stream& stream) {
  submit_part(stream);
  // No handler waits for this one.
  if (std::exchange(stream.waiting, false)) --waiting_;
  stream.state = State::kReply;
  stream.last = true;
  stream.deadline = shard_.loop().now() + shard_.options().write_deadline;
  if (stream.has_body) nghttp2_session_resume_data(session_, stream.id);
  calm_.served();
}

void Http2::aborted(Exchange& exchange) {
  auto& stream = *exchange.stream_;
  if (stream.state == State::kGone) return finished(exchange);
  stream.state = State::kReply;
  reset(stream, NGHTTP2_INTERNAL_ERROR);
  if (taking_) return;
  flush();
  connection_.settle();
}

/// No more of it is let in than the window has that every stream begins with, until its handler has taken it.
void Http2::add_part(Http2Stream& stream, std::string_view bytes) {
  stream.unconsumed += bytes.size();
  stream.deadline = net::TimePoint::max();
  stream.exchange->body_.append(bytes);
  stream.exchange->wake_receiver();
}

void Http2::part_taken(Exchange& exchange) {
  auto& stream = *exchange.stream_;
  stream.deadline = shard_.loop().now() + shard_.options().body_deadline;
  nghttp2_session_consume_stream(session_, stream.id, std::exchange(stream.unconsumed, 0));
  if (taking_) return;
  flush();
  connection_.settle();
}

/// Among the server's unsent bytes.
void Http2::count(Http2Stream& stream) {
  const auto& content = stream.content();
  const std::size_t now = stream.sent < content.size() ? content.capacity() : 0;
  shard_.unsent().add(now - stream.counted);  // modulo 2^64
  stream.counted = now;
}

}  // namespace bedplate::http
