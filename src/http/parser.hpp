#pragma once
// RequestParser: a strict HTTP/1.1 request head (RFC 9112). What two parsers could read differently is refused, never
// repaired: a bare LF or CR, obs-fold, blanks before the colon, control characters, Content-Length with
// Transfer-Encoding or twice, any coding but `chunked`, a missing or double Host (threat 87). Allocates nothing.
// Two steps: find_head() as bytes come in, each byte looked at once; then parse_head() over the whole head, leaving
// views into it in the Request. One thread; one parser a connection, reset by parse_head.
#include <cstdint>
#include <optional>
#include <string_view>

#include "http/limits.hpp"
#include "http/refusal.hpp"
#include "http/request.hpp"

namespace bedplate::http {

/// How the body that follows the head is delimited, and what the head says of the connection.
struct Framing {
  bool chunked = false;
  std::uint64_t length = 0;  ///< without chunked
  bool too_large = false;    ///< that is above Limits::body
  bool keep_alive = true;
  bool expects_continue = false;
};

class RequestParser {
 public:
  explicit RequestParser(const Limits& limits) : limits_(limits) {}

  /// `bytes` begins where the request does and grows from call to call. The size of the head with its empty line;
  /// 0: more is needed; or a refusal.
  std::optional<Refusal> find_head(std::string_view bytes, std::size_t& head_size);
  /// Of a head found by find_head(). Fills the request, all views into `head`.
  std::optional<Refusal> parse_head(std::string_view head, Request& request, Framing& framing);

 private:
  std::optional<Refusal> parse_request_line(std::string_view line, Request& request);
  std::optional<Refusal> parse_target(std::string_view target, Request& request);
  std::optional<Refusal> parse_fields(std::string_view lines, Request& request);
  std::optional<Refusal> add_field(std::string_view line, Request& request);
  std::optional<Refusal> read_framing(const Request& request, Framing& framing);

  const Limits& limits_;
  std::size_t start_ = 0;       // of the request line: an empty line before it is skipped
  std::size_t scanned_ = 0;     // all before it belongs to complete lines
  std::size_t line_start_ = 0;  // where the incomplete line begins
};

}  // namespace bedplate::http
