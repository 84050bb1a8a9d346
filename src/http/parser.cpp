#include "http/parser.hpp"

#include <charconv>
#include <cstring>

#include "http/request_head.hpp"
#include "http/syntax.hpp"

namespace bedplate::http {
namespace {

// RFC 9112 section 2.2 lets a server skip an empty line before the request line; one, not a stream of them.
constexpr std::string_view kEmptyLine = "\r\n";

bool list_has(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (equals_ignoring_case(syntax::trim(list.substr(0, comma)), token)) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

bool connection_says(const Request& request, std::string_view token) {
  if (!request.has(HeaderName::kConnection)) return false;
  for (const auto& field : request.headers())
    if (field.known == HeaderName::kConnection && list_has(field.value, token)) return true;
  return false;
}

}  // namespace

std::optional<Refusal> RequestParser::find_head(std::string_view bytes, std::size_t& head_size) {
  head_size = 0;
  if (start_ == 0 && bytes.starts_with(kEmptyLine)) start_ = scanned_ = line_start_ = kEmptyLine.size();
  while (scanned_ < bytes.size()) {
    const void* found = std::memchr(bytes.data() + scanned_, '\n', bytes.size() - scanned_);
    if (found == nullptr) {
      scanned_ = bytes.size();
      break;
    }
    const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
    if (at == line_start_ || bytes[at - 1] != '\r') return malformed("A line of the head ends without CR LF");
    const bool empty = at - 1 == line_start_;
    const bool first = line_start_ == start_;
    scanned_ = line_start_ = at + 1;
    if (!empty) continue;
    if (first) return malformed("The request line is missing");
    if (at + 1 > limits_.head) return kHeadTooLarge;
    head_size = at + 1;
    return std::nullopt;
  }
  if (bytes.size() < limits_.head) return std::nullopt;
  return line_start_ == start_ ? kTargetTooLong : kHeadTooLarge;
}

std::optional<Refusal> RequestParser::parse_head(std::string_view head, Request& request, Framing& framing) {
  start_ = scanned_ = line_start_ = 0;
  RequestHead::begin(request);
  if (head.starts_with(kEmptyLine)) head.remove_prefix(kEmptyLine.size());
  const auto line_end = head.find('\r');
  if (auto refusal = parse_request_line(head.substr(0, line_end), request)) return refusal;
  if (head[line_end + 1] != '\n') return malformed("The request line holds a bare CR");
  if (auto refusal = parse_fields(head.substr(line_end + 2), request)) return refusal;
  if (auto refusal = RequestHead::check_host(request)) return refusal;
  return read_framing(request, framing);
}

std::optional<Refusal> RequestParser::parse_request_line(std::string_view line, Request& request) {
  const auto method_end = syntax::span_of(line, syntax::kToken);
  if (method_end == 0 || method_end > 32 || method_end == line.size() || line[method_end] != ' ')
    return malformed("The request line does not begin with a method and one blank");
  RequestHead::set_method(line.substr(0, method_end), request);
  line.remove_prefix(method_end + 1);
  const auto target_end = syntax::span_of(line, syntax::kTarget);
  if (target_end > limits_.target) return kTargetTooLong;
  if (target_end == 0 || target_end == line.size() || line[target_end] != ' ')
    return malformed("The request target holds a character that must be percent-encoded");
  const auto version = line.substr(target_end + 1);
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (version.size() != 8 || !version.starts_with("HTTP/") || !digit(version[5]) || version[6] != '.' ||
      !digit(version[7]))
    return malformed("The request line does not end with one blank and an HTTP version");
  if (version[5] != '1') return Refusal{505, Reason::kMalformedRequest, "Only HTTP/1.1 and HTTP/1.0 are served here"};
  request.http10_ = version[7] == '0';
  return parse_target(line.substr(0, target_end), request);
}

// RFC 9112 section 3.2: origin form, absolute form, or `*` of OPTIONS.
std::optional<Refusal> RequestParser::parse_target(std::string_view target, Request& request) {
  if (target.front() != '/') {
    if (target == "*" && request.method_ == Method::kOptions) {
      RequestHead::set_target(target, request);
      return std::nullopt;
    }
    const auto scheme_end = target.find("://");
    if (scheme_end == std::string_view::npos || !(equals_ignoring_case(target.substr(0, scheme_end), "http") ||
                                                  equals_ignoring_case(target.substr(0, scheme_end), "https")))
      return malformed("The request target is neither a path nor an http address");
    target.remove_prefix(scheme_end + 3);
    const auto authority = target.substr(0, target.find_first_of("/?"));
    if (auto refusal = RequestHead::set_authority(authority, request)) return refusal;
    target.remove_prefix(authority.size());
    if (target.empty()) target = "/";
    if (target.front() != '/') return malformed("The request target has no path");
  }
  RequestHead::set_target(target, request);
  return std::nullopt;
}

std::optional<Refusal> RequestParser::parse_fields(std::string_view lines, Request& request) {
  for (;;) {
    const auto end = lines.find('\r');
    if (lines[end + 1] != '\n') return malformed("A header field holds a bare CR");
    if (end == 0) return std::nullopt;
    if (auto refusal = add_field(lines.substr(0, end), request)) return refusal;
    lines.remove_prefix(end + 2);
  }
}

std::optional<Refusal> RequestParser::add_field(std::string_view line, Request& request) {
  if (syntax::is_blank(line.front())) return malformed("A header field continues over lines (obs-fold)");
  const auto name_end = syntax::span_of(line, syntax::kToken);
  if (name_end == 0 || name_end == line.size() || line[name_end] != ':')
    return malformed("A header field's name is not a token followed by a colon");
  const auto value = syntax::trim(line.substr(name_end + 1));
  return RequestHead::add_field(line.substr(0, name_end), value, std::min(limits_.headers, Request::kMaxHeaders),
                                request);
}

// RFC 9112 sections 6 and 9.3.
std::optional<Refusal> RequestParser::read_framing(const Request& request, Framing& framing) {
  framing = {};
  if (request.has(HeaderName::kTransferEncoding)) {
    if (request.has(HeaderName::kContentLength))
      return malformed("Content-Length and Transfer-Encoding exclude each other");
    if (request.http10_) return malformed("HTTP/1.0 has no Transfer-Encoding");
    if (!equals_ignoring_case(request.header(HeaderName::kTransferEncoding), "chunked"))
      return malformed("The only transfer coding served is 'chunked'");
    framing.chunked = true;
  } else if (request.has(HeaderName::kContentLength)) {
    const auto text = request.header(HeaderName::kContentLength);
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, framing.length);
    if (text.empty() || text.front() == '-' || stop != end) return malformed("Content-Length is not a number");
    if (error != std::errc{}) return kBodyTooLarge;
    framing.too_large = framing.length > limits_.body;
  }
  framing.keep_alive = request.http10_ ? connection_says(request, "keep-alive") : !connection_says(request, "close");
  if (request.has(HeaderName::kExpect) && !request.http10_) {
    if (!equals_ignoring_case(request.header(HeaderName::kExpect), "100-continue"))
      return Refusal{417, Reason::kMalformedRequest, "The only expectation served is '100-continue'"};
    framing.expects_continue = framing.chunked || framing.length > 0;
  }
  return std::nullopt;
}

}  // namespace bedplate::http
