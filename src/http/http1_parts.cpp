// Replies and bodies in parts.
#include <fmt/format.h>

#include "http/connection.hpp"
#include "http/http1.hpp"
#include "http/shard.hpp"

namespace bedplate::http {

void Http1::append_part() {
  Reply& reply = exchange_->reply_;
  if (!exchange_->begun_) append_head(true);
  exchange_->begun_ = true;
  if (!reply.body.empty() && exchange_->request_.method() != Method::kHead) {
    if (!exchange_->request_.http10()) {
      fmt::format_to(std::back_inserter(shard_.out()), "{:x}\r\n", reply.body.size());
      reply.body += "\r\n";
    }
    connection_.send(&reply.body);
  }
  reply.body.clear();
  ++epoch_;  // each part has its own deadline
}

bool Http1::send_part(Exchange&) {
  append_part();
  connection_.send();
  const bool taken = !connection_.blocked() && !connection_.broken();
  // Whoever asks now for bytes to be taken is told so by readiness, which settle() waits for.
  if (!advancing_ && !taken) connection_.settle();
  return taken;
}

void Http1::append_last_part() {
  append_part();
  if (!exchange_->request_.http10()) shard_.out().append("0\r\n\r\n");
  ++epoch_;
  state_ = keep_alive_ ? State::kIdle : State::kClosing;
}

void Http1::aborted(Exchange&) {
  uploading_ = false;
  connection_.cut();
  release_exchange();
  state_ = State::kClosing;
  if (!advancing_) connection_.settle();
}

/// Of what is in the buffer to a handler that takes the body in parts.
bool Http1::take_part() {
  auto& body = exchange_->body_;
  if (body.size() >= kUploadAhead) return false;
  const auto bytes = buffer_.view(begin_, end_);
  const std::size_t before = body.size();
  std::size_t used = 0;
  bool ended = false;
  if (framing_.chunked) {
    if (chunks_->feed(bytes, body, used)) {
      end_upload(Upload::kBroken);
      return false;
    }
    ended = chunks_->done();
  } else {
    used = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), framing_.length - taken_));
    body.append(bytes.substr(0, used));
    taken_ += used;
    ended = taken_ == framing_.length;
  }
  begin_ += static_cast<std::uint32_t>(used);
  const bool came = body.size() > before;
  if (came) ++epoch_;  // each part has its own deadline; what only frames it has none
  if (ended)
    end_upload(Upload::kEnd);
  else if (begin_ == end_)
    begin_ = end_ = body_start_;
  if (came) exchange_->wake_receiver();
  return false;
}

void Http1::end_upload(Upload how) {
  uploading_ = false;
  ++epoch_;
  exchange_->came(how);
  if (how != Upload::kEnd) refused_ = true;
}

void Http1::part_taken(Exchange&) {
  ++epoch_;
  if (advancing_) return;
  advance();
  connection_.settle();
}

}  // namespace bedplate::http
