#pragma once
// LocalExchange: a request given as raw text and the reply a handler makes of it, without sockets: for tests of
// handlers. run() handles it and turns the loop until finish() (five seconds at most). One thread.
#include <memory>
#include <string>
#include <string_view>

#include "http/handler.hpp"
#include "http/parser.hpp"

namespace bedplate::test {

class LocalExchange final : public http::ReplyWriter {
 public:
  /// `GET /path?query`, then optional header lines (`Name: value\n`), an empty line and a body; Host is added.
  LocalExchange(net::Loop& loop, std::string_view text, std::string_view host = "test") : loop_(loop) {
    const auto line_end = std::min(text.find('\n'), text.size());
    head_.append(text.substr(0, line_end)).append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
    for (std::size_t at = line_end + 1; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      if (end == at) {
        body_ = text.substr(at + 1);
        break;
      }
      head_.append(text.substr(at, end - at)).append("\r\n");
      at = end + 1;
    }
    head_.append("\r\n");
  }

  /// Null if the text is no request.
  http::Request* request() {
    http::RequestParser parser(limits_);
    http::Framing framing;
    if (parser.parse_head(head_, request_, framing)) return nullptr;
    request_.set_body(body_);
    return &request_;
  }
  /// Handles it without waiting for finish(): for several at once.
  bool begin(http::Handler& handler) {
    auto* const parsed = request();
    if (parsed != nullptr) handler.handle(*parsed, *this);
    return parsed != nullptr;
  }
  bool finished() const { return finished_; }
  bool run(http::Handler& handler) {
    if (!begin(handler)) return false;
    for (int i = 0; i < 500 && !finished_; ++i) loop_.run_turn(std::chrono::milliseconds(10));
    return finished_;
  }

  net::Loop& loop() override { return loop_; }
  bool gone() const override { return false; }
  void finish() override { finished_ = true; }

 private:
  net::Loop& loop_;
  http::Limits limits_;
  std::string head_;
  std::string body_;
  http::Request request_;
  bool finished_ = false;
};

}  // namespace bedplate::test
