#include "http/http2.hpp"

#include <new>
#include <nghttp2/nghttp2.h>

#include "http/connection.hpp"
#include "http/http2_reply.hpp"
#include "http/http2_session.hpp"
#include "http/request_head.hpp"
#include "http/shard.hpp"

namespace bedplate::http {
namespace {

using State = Http2Stream::State;

constexpr std::size_t kCrowding = 16 * 1024;  // up to this a reply is given in any case
constexpr std::int64_t kUnknown = 16 * 1024;
constexpr std::int64_t kUnknownFrame = 1024;  // skipped bytes, also those of a body that was refused, cost little
constexpr std::size_t kFullOut = 128 * 1024;  // then what was made is sent before more is made

}  // namespace

Http2::Http2(Connection& connection, Shard& shard)
    : connection_(connection), shard_(shard), calm_(shard.loop().now()), idle_since_(shard.loop().now()) {
  const auto& limits = shard.options().limits;
  session_ =
      make_http2_session(*this, static_cast<std::uint32_t>(limits.streams), static_cast<std::uint32_t>(limits.head));
}

Http2::~Http2() {
  nghttp2_session_del(session_);
  for (auto& stream : streams_) {
    shard_.unsent().subtract(stream->counted);
    const bool at_handler = stream->state == State::kHandler || stream->state == State::kGone;
    if (at_handler && !shard_.forget(*stream->exchange)) {
      stream->exchange->orphan({});
    } else {
      shard_.give_back(stream->exchange);
    }
  }
  shard_.give_back(std::move(buffer_));
}

void Http2::begin(ReadBuffer buffer, std::size_t bytes) {
  buffer_ = std::move(buffer);
  received(bytes);
  if (shard_.draining() && !closing_) drain();
}

bool Http2::wants_input() const { return !input_ended_ && !closing_ && !connection_.held(); }

std::span<char> Http2::room() {
  if (!buffer_) buffer_ = shard_.take_buffer();
  return {buffer_.data(), ReadBuffer::kSize};
}

void Http2::received(std::size_t bytes) {
  if (bytes > 0) {
    taking_ = true;
    const auto* const from = reinterpret_cast<const std::uint8_t*>(buffer_.data());
    const auto taken = nghttp2_session_mem_recv(session_, from, bytes);
    taking_ = false;
    unknown_ += static_cast<std::int64_t>(bytes);
    if (unknown_ > kUnknown) spend(Calm::kFrame * std::exchange(unknown_, 0) / kUnknownFrame);
    // No client's magic, a flood of acknowledgements or CONTINUATION, no memory: nothing more can be said.
    if (taken < 0) {
      shard_.counters().malformed.add();
      closing_ = true;
    } else if (calm_.lost()) {
      leave(NGHTTP2_ENHANCE_YOUR_CALM);
    }
  }
  shard_.give_back(std::move(buffer_));
  flush();
}

void Http2::ended() {
  input_ended_ = true;
  half_closed();
  for (auto& stream : streams_)
    if (stream->state == State::kHead || stream->state == State::kBody || stream->uploading)
      reset(*stream, NGHTTP2_CANCEL);
  flush();
  if (streams_.empty()) closing_ = true;
}

void Http2::half_closed() {
  for (auto& stream : streams_)
    if (stream->state == State::kHandler) stream->exchange->half_closed();
}

void Http2::resume() { flush(); }

void Http2::flush() {
  while (!closing_ && !connection_.blocked() && !connection_.broken()) {
    const std::uint8_t* bytes = nullptr;
    const auto size = nghttp2_session_mem_send(session_, &bytes);
    if (size < 0) {
      closing_ = true;
      return;
    }
    if (size > 0) out().append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    const bool full = out_is_full();
    if (full) connection_.send();
    if (size == 0 && !full) break;
  }
  note_taken();
  if (nghttp2_session_want_read(session_) == 0 && nghttp2_session_want_write(session_) == 0) closing_ = true;
  if (input_ended_ && streams_.empty()) closing_ = true;
}

std::string& Http2::out() { return shard_.out(); }
bool Http2::out_is_full() { return out().size() >= kFullOut; }

void Http2::spend(std::int64_t cost) { calm_.spend(cost, shard_.loop().now()); }

void Http2::leave(std::uint32_t code) {
  if (std::exchange(leaving_, true)) return;
  nghttp2_session_terminate_session(session_, code);
}

// In two steps, so that no request that is on its way is lost: first only that the end is near; what was begun before
// the client heard of it is answered (RFC 9113 section 6.8).
void Http2::drain() {
  draining_ = true;
  idle_since_ = shard_.loop().now();
  nghttp2_submit_shutdown_notice(session_);
  nghttp2_submit_ping(session_, NGHTTP2_FLAG_NONE, nullptr);
  flush();
}

void Http2::ping_answered() {
  if (draining_) announce_end();
}

// What was begun is answered, nothing more is.
void Http2::announce_end() {
  nghttp2_submit_goaway(session_, NGHTTP2_FLAG_NONE, nghttp2_session_get_last_proc_stream_id(session_),
                        NGHTTP2_NO_ERROR, nullptr, 0);
}

net::TimePoint Http2::deadline() {
  const auto& options = shard_.options();
  if (!begun_) return idle_since_ + options.head_deadline;
  if (streams_.empty()) return idle_since_ + (draining_ ? options.drain_idle : options.idle_deadline);
  auto first = net::TimePoint::max();
  for (const auto& stream : streams_) first = std::min(first, stream->deadline);
  return first;
}

bool Http2::time_out() {
  if (!begun_) return false;
  if (streams_.empty()) leave(NGHTTP2_NO_ERROR);
  const auto now = shard_.loop().now();
  for (std::size_t i = 0; i < streams_.size(); ++i) {
    auto& stream = *streams_[i];
    if (stream.deadline > now) continue;
    stream.deadline = net::TimePoint::max();
    // Between a head and its CONTINUATION nothing else may come: the connection is stuck.
    if (stream.state == State::kHead) return false;
    if (stream.state == State::kBody) {
      refuse(stream, kTimeout);
    } else {
      reset(stream, NGHTTP2_CANCEL);
    }
  }
  flush();
  return true;
}

void Http2::begin_stream(std::int32_t id) {
  // Those whose clients have left still occupy their handlers: resetting makes no room for more (threat 91).
  if (streams_.size() >= shard_.options().limits.streams || leaving_ || calm_.lost()) {
    spend(Calm::kReset);
    nghttp2_submit_rst_stream(session_, NGHTTP2_FLAG_NONE, id, NGHTTP2_REFUSED_STREAM);
    return;
  }
  auto made = std::make_unique<Http2Stream>();
  made->id = id;
  made->index = streams_.size();
  made->deadline = shard_.loop().now() + shard_.options().head_deadline;
  made->exchange = shard_.take_exchange();
  made->exchange->begin(*this, connection_.peer());
  made->exchange->stream_ = made.get();
  RequestHead::begin(made->exchange->request_);
  nghttp2_session_set_stream_user_data(session_, id, made.get());
  streams_.push_back(std::move(made));
}

void Http2::end_input(Http2Stream& stream) {
  stream.input_ended = true;
  if (std::exchange(stream.uploading, false)) {
    stream.deadline = net::TimePoint::max();
    return stream.exchange->came(Upload::kEnd);
  }
  if (stream.state != State::kBody) return;
  stream.exchange->request_.set_body(stream.exchange->body_);
  call_handler(stream);
}

void Http2::call_handler(Http2Stream& stream) {
  stream.state = State::kHandler;
  stream.deadline = net::TimePoint::max();
  shard_.counters().requests.add();
  if (!shard_.must_wait()) [[likely]]
    return answer(stream, false);
  const auto admission = shard_.admit(*stream.exchange);
  if (admission != Shard::Admission::kWaits) answer(stream, admission == Shard::Admission::kRefused);
}

void Http2::run(Exchange& exchange) { answer(*exchange.stream_, exchange.left_->requested()); }

void Http2::answer(Http2Stream& stream, bool refused) {
  auto& exchange = *stream.exchange;
  // As in HTTP/1.1: exceptions are libraries'; a request that was finished cannot fail any more.
  try {
    if (refused) return shard_.handler().refuse(exchange.request_, exchange);
    shard_.handler().handle(exchange.request_, exchange);
    return;
  } catch (const std::bad_alloc&) {
    if (stream.state == State::kHandler) write_refusal(kNoMemory, exchange.reply_);
  } catch (...) {
    if (stream.state == State::kHandler) write_refusal(kFailed, exchange.reply_);
  }
  exchange.reply_.close = false;
  if (stream.state != State::kHandler) return;
  if (exchange.begun_)
    aborted(exchange);
  else
    finished(exchange);
}

void Http2::finished(Exchange& exchange) {
  auto& stream = *exchange.stream_;
  stream.uploading = false;
  if (stream.state == State::kGone) {
    release(stream);
    grant_next();
  } else if (exchange.begun_) {
    end_parts(stream);
  } else {
    submit_reply(stream);
  }
  if (taking_) return;
  flush();
  connection_.settle();
}

void Http2::refuse(Http2Stream& stream, const Refusal& refusal) {
  shard_.counters().malformed.add();
  write_refusal(refusal, stream.exchange->reply_);
  stream.exchange->reply_.close = false;
  submit_reply(stream);
}

void Http2::submit_reply(Http2Stream& stream) {
  auto& exchange = *stream.exchange;
  Reply& reply = exchange.reply_;
  if (reply.body.size() > kCrowding) exchange.replace_if_crowded();
  const bool head = exchange.request_.method() == Method::kHead;
  stream.state = State::kReply;
  stream.last = true;
  stream.deadline = shard_.loop().now() + shard_.options().write_deadline;
  if (submit_http2_reply(session_, stream, head, shard_.head_writer().date(shard_.loop().unix_seconds()))) {
    count(stream);
  }
  if (reply.close) announce_end();
  if (reply.status == kBusy.status) connection_.was_refused();
  shard_.counters().replies[std::min<std::size_t>(static_cast<std::size_t>(reply.status) / 100, 5)].add();
  calm_.served();
}

void Http2::reset(Http2Stream& stream, std::uint32_t code) {
  nghttp2_submit_rst_stream(session_, NGHTTP2_FLAG_NONE, stream.id, code);
}

void Http2::end_stream(Http2Stream& stream) {
  if (std::exchange(stream.waiting, false)) --waiting_;
  if (stream.state != State::kHandler || shard_.forget(*stream.exchange)) {
    release(stream);
    return grant_next();
  }
  stream.state = State::kGone;
  stream.exchange->abandon();
}

void Http2::release(Http2Stream& stream) {
  shard_.unsent().subtract(stream.counted);
  granted_ -= stream.granted;
  shard_.give_back(stream.exchange);
  const std::size_t index = stream.index;
  auto ended = std::move(streams_[index]);
  if (index + 1 != streams_.size()) {
    streams_[index] = std::move(streams_.back());
    streams_[index]->index = index;
  }
  streams_.pop_back();
  if (streams_.empty()) idle_since_ = shard_.loop().now();
}

}  // namespace bedplate::http
