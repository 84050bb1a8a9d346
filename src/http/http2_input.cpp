// What a client sends on a stream: header fields, content, and how much of it is let in.
#include <charconv>
#include <nghttp2/nghttp2.h>

#include "http/connection.hpp"
#include "http/http2.hpp"
#include "http/http2_reply.hpp"
#include "http/http2_session.hpp"
#include "http/request_head.hpp"
#include "http/shard.hpp"

namespace bedplate::http {
namespace {

using State = Http2Stream::State;
using Window = Http2Stream::Window;

constexpr std::size_t kFieldOverhead = 32;  // RFC 9113 section 6.5.2
constexpr std::size_t kHopelessHeads = 8;   // times the limit: no more is decoded
constexpr std::size_t kSmallUpload = 32 * 1024;
constexpr std::size_t kUploads = 4 << 20;  // of a connection, beyond each stream's first window

std::uint64_t content_length(const Request& request, std::uint64_t otherwise) {
  if (!request.has(HeaderName::kContentLength)) return otherwise;
  const auto text = request.header(HeaderName::kContentLength);
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  // nghttp2 has seen to it that it is one; what does not fit is larger than any limit.
  return error == std::errc{} ? number : UINT64_MAX;
}

}  // namespace

/// False: the connection is past saving.
bool Http2::add_field(Http2Stream& stream, std::string_view name, std::string_view value) {
  stream.head_bytes += name.size() + value.size() + kFieldOverhead;
  const std::size_t most = shard_.options().limits.head;
  if (stream.head_bytes > most * kHopelessHeads) return false;
  // Trailers are checked by nghttp2 and dropped, as in HTTP/1.1.
  if (stream.state != State::kHead || stream.refusal) return true;
  if (stream.head_bytes > most) {
    stream.refusal = kHeadTooLarge;
    return true;
  }
  auto& arena = stream.exchange->request_.arena();
  stream.refusal = take_field(stream, arena.copy(name), arena.copy(value));
  return true;
}

std::optional<Refusal> Http2::take_field(Http2Stream& stream, std::string_view name, std::string_view value) {
  Request& request = stream.exchange->request_;
  if (!name.starts_with(':')) {
    const auto most = std::min(shard_.options().limits.headers, Request::kMaxHeaders);
    return RequestHead::add_field(name, value, most, request);
  }
  if (name == ":authority") return RequestHead::set_authority(value, request);
  if (name == ":method") {
    if (value.empty() || value.size() > 32 || syntax::span_of(value, syntax::kToken) != value.size())
      return malformed("The method is not a token");
    RequestHead::set_method(value, request);
  } else if (name == ":path") {
    if (value.size() > shard_.options().limits.target) return kTargetTooLong;
    if (value.empty() || syntax::span_of(value, syntax::kTarget) != value.size())
      return malformed("The request target holds a character that must be percent-encoded");
    RequestHead::set_target(value, request);
  }
  return std::nullopt;
}

std::optional<Refusal> Http2::take_head(Http2Stream& stream) {
  Request& request = stream.exchange->request_;
  const auto target = request.target();
  if (!target.starts_with('/') && !(target == "*" && request.method() == Method::kOptions))
    return malformed("The request target has no path");  // CONNECT's too
  if (auto refusal = RequestHead::check_host(request)) return refusal;
  const auto most = shard_.options().limits.body;
  stream.declared = content_length(request, most);
  stream.uploading = shard_.handler().takes_parts(request);
  if (stream.declared > most && !stream.uploading) return kBodyTooLarge;
  if (request.has(HeaderName::kExpect) && !equals_ignoring_case(request.header(HeaderName::kExpect), "100-continue"))
    return Refusal{417, Reason::kMalformedRequest, "The only expectation served is '100-continue'"};
  return std::nullopt;
}

void Http2::end_head(Http2Stream& stream, bool last) {
  stream.input_ended = last;
  if (!stream.refusal) stream.refusal = take_head(stream);
  if (stream.refusal) return refuse(stream, *stream.refusal);
  stream.uploading = stream.uploading && !last;
  if (last) return call_handler(stream);
  if (stream.exchange->request_.has(HeaderName::kExpect)) submit_http2_continue(session_, stream);
  if (stream.uploading) {
    stream.exchange->upload_ = Upload::kMore;
    call_handler(stream);
  } else {
    stream.state = State::kBody;
  }
  stream.deadline = shard_.loop().now() + shard_.options().body_deadline;
}

void Http2::add_content(Http2Stream& stream, std::string_view bytes) {
  if (stream.uploading) return add_part(stream, bytes);
  if (stream.state != State::kBody) return;  // refused: its window stays closed
  auto& body = stream.exchange->body_;
  if (body.size() + bytes.size() > shard_.options().limits.body) return refuse(stream, kBodyTooLarge);
  body.append(bytes);
  stream.unconsumed += bytes.size();
  if (stream.window == Window::kSmall && body.size() >= kSmallUpload && stream.declared > kStreamWindow) {
    stream.window = Window::kWaiting;
    // It waits for us, not we for it. Those before it have deadlines.
    stream.deadline = net::TimePoint::max();
    grant_next();
  } else if (stream.window == Window::kGranted) {
    nghttp2_session_consume_stream(session_, stream.id, std::exchange(stream.unconsumed, 0));
  }
}

void Http2::grant(Http2Stream& stream) {
  stream.window = Window::kGranted;
  stream.granted = static_cast<std::size_t>(stream.declared);
  granted_ += stream.granted;
  stream.deadline = shard_.loop().now() + shard_.options().body_deadline;
  nghttp2_session_consume_stream(session_, stream.id, std::exchange(stream.unconsumed, 0));
}

// The oldest first; one that is larger than the budget comes alone.
void Http2::grant_next() {
  for (;;) {
    Http2Stream* first = nullptr;
    for (const auto& stream : streams_)
      if (stream->window == Window::kWaiting && stream->state == State::kBody &&
          (first == nullptr || stream->id < first->id))
        first = stream.get();
    if (first == nullptr || (granted_ > 0 && granted_ + first->declared > kUploads)) return;
    grant(*first);
  }
}

}  // namespace bedplate::http
