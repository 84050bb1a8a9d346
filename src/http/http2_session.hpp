#pragma once
// The nghttp2 session of an Http2: its callbacks, options and first settings. Throws std::bad_alloc.
#include <cstddef>
#include <cstdint>

struct nghttp2_session;

namespace bedplate::http {

class Http2;

/// What every stream may send before more is let in.
inline constexpr std::size_t kStreamWindow = 64 * 1024 - 1;
/// To be freed with nghttp2_session_del, before `owner` ends.
nghttp2_session* make_http2_session(Http2& owner, std::uint32_t streams, std::uint32_t header_bytes);

}  // namespace bedplate::http
