// Bytes as a client may send them through head parser and chunked decoder, whole and in two parts: both ways must
// agree, and whatever is accepted must keep the promises of request.hpp.
// links: base http/parser.cpp http/request_head.cpp http/chunked.cpp http/header_name.cpp
#include <cstdint>
#include <cstdlib>

#include "base/assert.hpp"
#include "http/chunked.hpp"
#include "http/parser.hpp"

namespace {

using namespace bedplate;

void check_request(const http::Request& request) {
  BP_ASSERT(request.target() == "*" || request.path().starts_with('/'));
  BP_ASSERT(request.path().size() + request.query().size() <= request.target().size());
  BP_ASSERT(request.headers().size() <= http::Request::kMaxHeaders);
  for (const auto& field : request.headers()) {
    BP_ASSERT(!field.name.empty());
    for (const char c : field.value) BP_ASSERT(c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f));
    if (field.known != http::HeaderName::kOther) BP_ASSERT(request.has(field.known));
  }
}

struct Found {
  bool refused = false;
  std::size_t head = 0;
};

Found find(std::string_view bytes, std::size_t split) {
  const http::Limits limits;
  http::RequestParser parser(limits);
  Found found;
  for (const auto part : {split, bytes.size()}) {
    if (found.refused || found.head != 0) break;
    found.refused = parser.find_head(bytes.substr(0, part), found.head).has_value();
  }
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Found whole = find(bytes, bytes.size());
  const Found parts = find(bytes, bytes.size() / 2);
  BP_ASSERT(whole.refused == parts.refused && whole.head == parts.head);
  if (whole.refused || whole.head == 0) return 0;
  const http::Limits limits;
  http::RequestParser parser(limits);
  static http::Request request;
  http::Framing framing;
  if (parser.parse_head(bytes.substr(0, whole.head), request, framing)) return 0;
  check_request(request);
  if (!framing.chunked) return 0;
  const auto rest = bytes.substr(whole.head);
  std::string body[2];
  std::size_t used[2] = {0, 0};
  http::ChunkedDecoder one(limits.body);
  const bool refused = one.feed(rest, body[0], used[0]).has_value();
  http::ChunkedDecoder two(limits.body);
  bool refused_in_two = two.feed(rest.substr(0, rest.size() / 2), body[1], used[1]).has_value();
  if (!refused_in_two && !two.done()) {
    std::size_t more = 0;
    refused_in_two = two.feed(rest.substr(used[1]), body[1], more).has_value();
    used[1] += more;
  }
  BP_ASSERT(refused == refused_in_two && used[0] == used[1] && body[0] == body[1]);
  return 0;
}
