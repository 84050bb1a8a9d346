#pragma once
// Reply: what a handler says. `body` is appended to in place (its capacity is recycled), so rendering writes once;
// the server puts the head in front and sends both with one system call. One loop, until ReplyWriter::finish.
#include <cstdint>
#include <string>
#include <string_view>

namespace bedplate::http {

class Reply {
 public:
  int status = 200;
  /// Must live until finish(): a literal or in the request's arena. Empty: no Content-Type is sent.
  std::string_view content_type = "application/json; charset=utf-8";
  std::string body;
  /// The connection is closed after this reply.
  bool close = false;

  /// Appends `name: value`. Date, Content-Length, Content-Type and Connection are the server's. A control
  /// character in the value is replaced by a blank, so that no value can end the field (threat 78).
  void add_header(std::string_view name, std::string_view value);
  /// The same of what holds however the request is answered: reset() keeps it.
  void add_standing_header(std::string_view name, std::string_view value);
  /// The same of whole lines that are constants of ours.
  void add_standing_lines(std::string_view lines) { standing_.append(lines); }
  /// The fields added so far, as they go on the wire.
  const std::string& headers() const { return headers_; }
  const std::string& standing_headers() const { return standing_; }
  /// Drops the body and fields begun, to answer otherwise (an error after rendering began).
  void reset() {
    status = 200;
    content_type = "application/json; charset=utf-8";
    body.clear();
    headers_.clear();
    close = false;
  }
  /// As new.
  void clear() {
    reset();
    standing_.clear();
  }

 private:
  std::string headers_, standing_;
};

/// The phrase of a status code; `Unknown` for one without.
std::string_view reason_phrase(int status);

}  // namespace bedplate::http
