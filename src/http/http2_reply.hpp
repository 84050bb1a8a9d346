#pragma once
// The reply of a stream as nghttp2 takes it: its header fields in lower case, its body by reference.
#include <string_view>

struct nghttp2_session;

namespace bedplate::http {

struct Http2Stream;

/// Of the exchange's reply, which must stay until the stream ends, its body until it is sent; with more parts to come
/// unless the stream's is the last. True: frames of its body follow.
bool submit_http2_reply(nghttp2_session* session, Http2Stream& stream, bool head, std::string_view date);
/// An interim 100 Continue.
void submit_http2_continue(nghttp2_session* session, Http2Stream& stream);

}  // namespace bedplate::http
