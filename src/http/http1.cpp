#include "http/http1.hpp"

#include <cstring>
#include <new>

#include "http/connection.hpp"
#include "http/shard.hpp"

namespace bedplate::http {
namespace {

// Up to this a body is copied behind its head; beyond, the copy costs more than a second piece in sendmsg.
constexpr std::size_t kCopiedBody = 16 * 1024;
constexpr std::string_view kHttp2Preface = "PRI * HTTP/2.0\r\n\r\n";

}  // namespace

Http1::Http1(Connection& connection, Shard& shard)
    : connection_(connection), shard_(shard), parser_(shard.options().limits) {}

Http1::~Http1() {
  if (exchange_ != nullptr && state_ == State::kHandler && !shard_.forget(*exchange_)) {
    exchange_->orphan(std::move(buffer_));
    return;
  }
  release_exchange();
  shard_.give_back(std::move(buffer_));
}

bool Http1::wants_input() const {
  const bool uploads = uploading_ && exchange_->body_.size() < kUploadAhead;
  return (state_ == State::kIdle || state_ == State::kHead || state_ == State::kBody || uploads) && !input_ended_ &&
         !connection_.held();
}

std::span<char> Http1::room() {
  if (!buffer_) buffer_ = shard_.take_buffer();
  return {buffer_.data() + end_, ReadBuffer::kSize - end_};
}

void Http1::received(std::size_t bytes) {
  end_ += static_cast<std::uint32_t>(bytes);
  advance();
}

void Http1::ended() {
  input_ended_ = true;
  if (uploading_) end_upload(Upload::kLost);
  advance();
}

net::TimePoint Http1::deadline() {
  const auto now = shard_.loop().now();
  const auto& options = shard_.options();
  // Moved with every request: the wheel makes that two stores.
  if (state_ == State::kIdle) return timed_.at = now + (shard_.draining() ? options.drain_idle : options.idle_deadline);
  // The same wait goes on: its deadline stands, whatever drips in.
  if (timed_.state == state_ && timed_.epoch == epoch_) return timed_.at;
  timed_ = {.at = net::TimePoint::max(), .epoch = epoch_, .state = state_};
  if (state_ == State::kHead) timed_.at = now + options.head_deadline;
  const bool wants_part = uploading_ && exchange_->body_.empty();
  if (state_ == State::kBody || wants_part) timed_.at = now + options.body_deadline;
  return timed_.at;
}

bool Http1::time_out() {
  if (state_ != State::kHead && state_ != State::kBody) return false;
  refuse(kTimeout);
  tidy_buffer();
  return true;
}

Exchange& Http1::exchange() {
  if (exchange_ == nullptr) {
    exchange_ = shard_.take_exchange();
    exchange_->begin(*this, connection_.peer());
  }
  return *exchange_;
}

void Http1::release_exchange() {
  if (exchange_ != nullptr) shard_.give_back(std::exchange(exchange_, nullptr));
}

void Http1::advance() {
  advancing_ = true;
  while (!connection_.held() && !connection_.broken() && !found_http2_) {
    if (state_ == State::kIdle || state_ == State::kHead) {
      if (!take_head()) break;
    } else if (state_ == State::kBody) {
      if (!take_body()) break;
    } else if (uploading_) {
      if (!take_part()) break;
    } else {
      break;
    }
  }
  const bool waits_for_bytes = state_ == State::kIdle || state_ == State::kHead || state_ == State::kBody;
  if (input_ended_ && waits_for_bytes && !connection_.blocked()) state_ = State::kClosing;
  advancing_ = false;
  tidy_buffer();
}

bool Http1::take_head() {
  if (begin_ == end_) {
    state_ = State::kIdle;
    return false;
  }
  const auto bytes = buffer_.view(begin_, end_);
  std::size_t size = 0;
  if (const auto refusal = parser_.find_head(bytes, size)) {
    refuse(*refusal);
    return false;
  }
  if (size == 0) {
    state_ = State::kHead;
    return false;
  }
  if (const auto refusal = parser_.parse_head(bytes.substr(0, size), exchange().request_, framing_)) {
    // The one head that HTTP/1.1 reserves for it: what follows is HTTP/2 (RFC 9113 section 3.4).
    if (epoch_ == 0 && begin_ == 0 && bytes.starts_with(kHttp2Preface)) {
      found_http2_ = true;
      return false;
    }
    refuse(*refusal);
    return false;
  }
  const bool has_body = framing_.chunked || framing_.length > 0;
  const bool in_parts = has_body && shard_.handler().takes_parts(exchange_->request_);
  if (framing_.too_large && !in_parts) {
    refuse(kBodyTooLarge);
    return false;
  }
  const std::size_t head_start = begin_;
  begin_ += static_cast<std::uint32_t>(size);
  if (has_body) {
    begin_body(head_start, in_parts);
  } else {
    call_handler();
  }
  return true;
}

void Http1::begin_body(std::size_t head_start, bool in_parts) {
  state_ = State::kBody;
  const std::size_t available = end_ - begin_;
  if (head_start > 0 && (framing_.chunked || available < framing_.length)) {
    // The head moves to the front, so that there is room behind it; its views with it.
    std::memmove(buffer_.data(), buffer_.data() + head_start, end_ - head_start);
    begin_ -= static_cast<std::uint32_t>(head_start);
    end_ -= static_cast<std::uint32_t>(head_start);
    (void)parser_.parse_head(buffer_.view(0, begin_), exchange_->request_, framing_);
  }
  body_start_ = begin_;
  // A large one is not let in only to be refused.
  const bool large = in_parts || (available < framing_.length && framing_.length > ReadBuffer::kSize);
  if (large && shard_.refuses(exchange_->request_)) {
    exchange_->reply_.add_standing_header("Retry-After", "1");
    return refuse(kBusy);
  }
  body_in_buffer_ = !framing_.chunked && begin_ + framing_.length <= ReadBuffer::kSize;
  if (framing_.chunked) chunks_.emplace(in_parts ? SIZE_MAX : shard_.options().limits.body);
  if (framing_.expects_continue && available == 0) shard_.out().append("HTTP/1.1 100 Continue\r\n\r\n");
  if (!in_parts) return;
  uploading_ = true;
  taken_ = 0;
  exchange_->upload_ = Upload::kMore;
  call_handler();
}

bool Http1::take_body() {
  if (!framing_.chunked) return take_sized();
  std::size_t used = 0;
  const auto refusal = chunks_->feed(buffer_.view(begin_, end_), exchange_->body_, used);
  begin_ += static_cast<std::uint32_t>(used);
  if (refusal) {
    refuse(*refusal);
    return false;
  }
  if (!chunks_->done()) return false;
  exchange_->request_.set_body(exchange_->body_);
  call_handler();
  return true;
}

bool Http1::take_sized() {
  const std::size_t available = end_ - begin_;
  if (body_in_buffer_) {
    if (available < framing_.length) return false;
    exchange_->request_.set_body(buffer_.view(begin_, begin_ + framing_.length));
    begin_ += static_cast<std::uint32_t>(framing_.length);
  } else {
    const auto count = std::min<std::size_t>(available, framing_.length - exchange_->body_.size());
    exchange_->body_.append(buffer_.view(begin_, begin_ + count));
    begin_ += static_cast<std::uint32_t>(count);
    if (exchange_->body_.size() < framing_.length) return false;
    exchange_->request_.set_body(exchange_->body_);
  }
  call_handler();
  return true;
}

void Http1::call_handler() {
  state_ = State::kHandler;
  shard_.counters().requests.add();
  if (!shard_.must_wait()) [[likely]]
    return answer(false);
  const auto admission = shard_.admit(*exchange_);
  if (admission != Shard::Admission::kWaits) answer(admission == Shard::Admission::kRefused);
}

// Work for a client that left while it waited would be lost.
void Http1::run(Exchange& exchange) {
  advancing_ = true;
  answer(exchange.left_->requested());
  advance();
  connection_.settle();
}

void Http1::answer(bool refused) {
  // Exceptions come from libraries alone and end here, once a request; a finished request cannot fail any more.
  try {
    if (refused) return shard_.handler().refuse(exchange_->request_, *exchange_);
    shard_.handler().handle(exchange_->request_, *exchange_);
    return;
  } catch (const std::bad_alloc&) {
    if (state_ == State::kHandler) write_refusal(kNoMemory, exchange_->reply_);
  } catch (...) {
    if (state_ == State::kHandler) write_refusal(kFailed, exchange_->reply_);
  }
  if (state_ != State::kHandler) return;
  if (exchange_->begun_)
    aborted(*exchange_);
  else
    finished(*exchange_);
}

void Http1::finished(Exchange&) {
  if (exchange_->begun_)
    append_last_part();
  else
    append_reply();
  if (std::exchange(uploading_, false)) {
    refused_ = true;
    state_ = State::kClosing;
  }
  release_exchange();
  if (advancing_) return;
  advance();
  connection_.settle();
}

void Http1::append_head(bool streamed) {
  Reply& reply = exchange_->reply_;
  const bool http10 = exchange_->request_.http10();
  // What is not read of the body is no request: nothing can follow it.
  keep_alive_ = framing_.keep_alive && !reply.close && !shard_.draining() && !(streamed && http10) && !uploading_ &&
                exchange_->upload_ != Upload::kLost && exchange_->upload_ != Upload::kBroken;
  shard_.head_writer().append(reply,
                              {.http10 = http10,
                               .keep_alive = keep_alive_,
                               .head = exchange_->request_.method() == Method::kHead,
                               .streamed = streamed},
                              shard_.loop().unix_seconds(), shard_.out());
  shard_.counters().replies[std::min<std::size_t>(static_cast<std::size_t>(reply.status) / 100, 5)].add();
}

void Http1::append_reply() {
  Reply& reply = exchange_->reply_;
  if (reply.body.size() > kCopiedBody) exchange_->replace_if_crowded();
  append_head(false);
  const bool head = exchange_->request_.method() == Method::kHead;
  const bool bodiless = head || reply.status == 204 || reply.status == 304;
  if (!bodiless && reply.body.size() <= kCopiedBody) {
    shard_.out().append(reply.body);
  } else if (!bodiless) {
    connection_.send(&reply.body);
  }
  if (reply.status == kBusy.status) connection_.was_refused();
  ++epoch_;
  state_ = keep_alive_ ? State::kIdle : State::kClosing;
}

void Http1::resume() {
  if (state_ == State::kHandler && exchange_ != nullptr) {
    advancing_ = true;
    exchange_->taken();
    advancing_ = false;
  }
  advance();
}

void Http1::refuse(const Refusal& refusal) {
  shard_.counters().malformed.add();
  write_refusal(refusal, exchange().reply_);
  append_reply();
  release_exchange();
  refused_ = true;
}

ReadBuffer Http1::give_up(std::size_t& bytes) {
  release_exchange();
  state_ = State::kIdle;
  bytes = std::exchange(end_, 0);
  return std::move(buffer_);
}

void Http1::tidy_buffer() {
  if (state_ == State::kHandler || found_http2_) return;
  if (state_ == State::kClosing) {
    refused_ = refused_ || begin_ != end_;
    begin_ = end_ = 0;
  }
  if (state_ == State::kBody) {
    if (!body_in_buffer_ && begin_ == end_) begin_ = end_ = body_start_;
    return;
  }
  if (begin_ == end_) {
    begin_ = end_ = 0;
    shard_.give_back(std::move(buffer_));
  } else if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
}

}  // namespace bedplate::http
