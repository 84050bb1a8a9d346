#include "http/http2_reply.hpp"

#include <array>
#include <charconv>
#include <nghttp2/nghttp2.h>
#include <string>
#include <vector>

#include "http/http2_stream.hpp"

namespace bedplate::http {
namespace {

nghttp2_nv field(std::string_view name, std::string_view value) {
  const auto bytes = [](std::string_view text) {
    return reinterpret_cast<std::uint8_t*>(const_cast<char*>(text.data()));
  };
  return {bytes(name), bytes(value), name.size(), value.size(), NGHTTP2_NV_FLAG_NONE};
}

/// A number and its text.
class Digits {
 public:
  explicit Digits(std::size_t number) : end_(std::to_chars(text_.begin(), text_.end(), number).ptr) {}
  std::string_view view() const { return {text_.data(), end_}; }

 private:
  std::array<char, 20> text_;
  char* end_;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// `Name: value CR LF`, as Reply keeps them; the names go to `names`, which has room for them.
void add_own_fields(std::string_view rest, std::string& names, std::vector<nghttp2_nv>& fields) {
  while (!rest.empty()) {
    const auto colon = rest.find(": ");
    const auto end = rest.find("\r\n");
    const auto from = names.size();
    for (const char c : rest.substr(0, colon)) names += lower(c);
    fields.push_back(field(std::string_view(names).substr(from), rest.substr(colon + 2, end - colon - 2)));
    rest.remove_prefix(end + 2);
  }
}

// The bytes themselves go by the session's send_data, straight from the exchange.
ssize_t next_data(nghttp2_session*, std::int32_t, std::uint8_t*, std::size_t room, std::uint32_t* flags,
                  nghttp2_data_source* source, void*) {
  auto& stream = *static_cast<Http2Stream*>(source->ptr);
  const std::size_t left = stream.content().size() - stream.sent;
  if (left == 0 && !stream.last) return NGHTTP2_ERR_DEFERRED;
  *flags |= NGHTTP2_DATA_FLAG_NO_COPY;
  if (left <= room && stream.last) *flags |= NGHTTP2_DATA_FLAG_EOF;
  return static_cast<ssize_t>(std::min(left, room));
}

}  // namespace

bool submit_http2_reply(nghttp2_session* session, Http2Stream& stream, bool head, std::string_view date) {
  const Reply& reply = stream.exchange->reply();
  const Digits status(static_cast<std::size_t>(reply.status));
  const Digits length(reply.body.size());
  const bool bodiless = reply.status == 204 || reply.status == 304;
  std::string names;
  names.reserve(reply.headers().size() + reply.standing_headers().size());
  std::vector<nghttp2_nv> fields;
  fields.reserve(12);
  fields.push_back(field(":status", status.view()));
  fields.push_back(field("date", date));
  if (!bodiless && !reply.content_type.empty()) fields.push_back(field("content-type", reply.content_type));
  // As in HTTP/1.1: what GET would have said is not known where no body was written.
  if (!bodiless && stream.last && (!head || !reply.body.empty()))
    fields.push_back(field("content-length", length.view()));
  add_own_fields(reply.headers(), names, fields);
  add_own_fields(reply.standing_headers(), names, fields);
  const bool has_body = !bodiless && !head && (!stream.last || !reply.body.empty());
  const nghttp2_data_provider body{.source = {.ptr = &stream}, .read_callback = next_data};
  // It fails only without memory, or for a stream that ends anyway.
  return nghttp2_submit_response(session, stream.id, fields.data(), fields.size(), has_body ? &body : nullptr) == 0 &&
         has_body;
}

void submit_http2_continue(nghttp2_session* session, Http2Stream& stream) {
  const nghttp2_nv status = field(":status", "100");
  nghttp2_submit_headers(session, NGHTTP2_FLAG_NONE, stream.id, nullptr, &status, 1, nullptr);
}

}  // namespace bedplate::http
