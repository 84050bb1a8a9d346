#include "http/http2_session.hpp"

#include <array>
#include <memory>
#include <new>
#include <nghttp2/nghttp2.h>

#include "http/http2.hpp"

namespace bedplate::http {

/// nghttp2's C callbacks; the user data is the Http2, a stream's its Http2Stream (none once it was refused).
struct Http2Callbacks {
  static constexpr std::size_t kFrameHead = 9;
  static Http2& owner(void* user_data) { return *static_cast<Http2*>(user_data); }
  static Http2Stream* stream(nghttp2_session* session, std::int32_t id) {
    return static_cast<Http2Stream*>(nghttp2_session_get_stream_user_data(session, id));
  }
  static std::string_view text(const std::uint8_t* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
  }

  static int on_begin_frame(nghttp2_session*, const nghttp2_frame_hd* head, void* user_data) {
    owner(user_data).unknown_ -= static_cast<std::int64_t>(kFrameHead + head->length);
    const bool content = head->type == NGHTTP2_DATA && (head->length > 0 || (head->flags & NGHTTP2_FLAG_END_STREAM));
    if (!content) owner(user_data).spend(head->type == NGHTTP2_RST_STREAM ? Calm::kReset : Calm::kFrame);
    return 0;
  }
  static int on_begin_headers(nghttp2_session*, const nghttp2_frame* frame, void* user_data) {
    if (frame->headers.cat == NGHTTP2_HCAT_REQUEST) owner(user_data).begin_stream(frame->hd.stream_id);
    return 0;
  }
  static int on_header(nghttp2_session* session, const nghttp2_frame* frame, const std::uint8_t* name,
                       std::size_t name_size, const std::uint8_t* value, std::size_t value_size, std::uint8_t,
                       void* user_data) {
    auto* const found = stream(session, frame->hd.stream_id);
    if (found == nullptr) return 0;
    return owner(user_data).add_field(*found, text(name, name_size), text(value, value_size))
               ? 0
               : NGHTTP2_ERR_CALLBACK_FAILURE;
  }
  /// Without it a field that no header may hold would be left out silently (threat 89).
  static int on_invalid_header(nghttp2_session*, const nghttp2_frame*, const std::uint8_t*, std::size_t,
                               const std::uint8_t*, std::size_t, std::uint8_t, void*) {
    return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE;
  }
  static int on_frame(nghttp2_session* session, const nghttp2_frame* frame, void* user_data) {
    const bool last = (frame->hd.flags & NGHTTP2_FLAG_END_STREAM) != 0;
    if (frame->hd.type == NGHTTP2_SETTINGS) owner(user_data).begun_ = true;
    if (frame->hd.type == NGHTTP2_PING && (frame->hd.flags & NGHTTP2_FLAG_ACK) != 0) owner(user_data).ping_answered();
    if (frame->hd.type != NGHTTP2_HEADERS && frame->hd.type != NGHTTP2_DATA) return 0;
    auto* const found = stream(session, frame->hd.stream_id);
    if (found == nullptr) return 0;
    if (frame->hd.type == NGHTTP2_HEADERS && frame->headers.cat == NGHTTP2_HCAT_REQUEST) {
      owner(user_data).end_head(*found, last);
    } else if (last) {
      owner(user_data).end_input(*found);
    }
    return 0;
  }
  static int on_data(nghttp2_session* session, std::uint8_t, std::int32_t id, const std::uint8_t* bytes,
                     std::size_t size, void* user_data) {
    nghttp2_session_consume_connection(session, size);
    if (auto* const found = stream(session, id)) owner(user_data).add_content(*found, text(bytes, size));
    return 0;
  }
  static int on_frame_sent(nghttp2_session* session, const nghttp2_frame* frame, void*) {
    if (frame->hd.type != NGHTTP2_HEADERS && frame->hd.type != NGHTTP2_DATA) return 0;
    if ((frame->hd.flags & NGHTTP2_FLAG_END_STREAM) == 0) return 0;
    // Answered before it was heard out: nobody waits for the rest (RFC 9113 section 8.1).
    const auto* const found = stream(session, frame->hd.stream_id);
    if (found != nullptr && !found->input_ended)
      nghttp2_submit_rst_stream(session, NGHTTP2_FLAG_NONE, frame->hd.stream_id, NGHTTP2_NO_ERROR);
    return 0;
  }
  static int on_close(nghttp2_session* session, std::int32_t id, std::uint32_t, void* user_data) {
    if (auto* const found = stream(session, id)) owner(user_data).end_stream(*found);
    return 0;
  }
  /// DATA goes straight from the reply's body behind its frame's head.
  static int send_data(nghttp2_session*, nghttp2_frame*, const std::uint8_t* head, std::size_t size,
                       nghttp2_data_source* source, void* user_data) {
    auto& mine = owner(user_data);
    if (mine.out_is_full()) return NGHTTP2_ERR_WOULDBLOCK;
    auto& from = *static_cast<Http2Stream*>(source->ptr);
    mine.out().append(text(head, kFrameHead)).append(from.content(), from.sent, size);
    from.sent += size;
    mine.calm_.sent(size);
    return 0;
  }

  static void set(nghttp2_session_callbacks* to) {
    nghttp2_session_callbacks_set_on_begin_frame_callback(to, on_begin_frame);
    nghttp2_session_callbacks_set_on_begin_headers_callback(to, on_begin_headers);
    nghttp2_session_callbacks_set_on_header_callback(to, on_header);
    nghttp2_session_callbacks_set_on_invalid_header_callback(to, on_invalid_header);
    nghttp2_session_callbacks_set_on_frame_recv_callback(to, on_frame);
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(to, on_data);
    nghttp2_session_callbacks_set_on_frame_send_callback(to, on_frame_sent);
    nghttp2_session_callbacks_set_on_stream_close_callback(to, on_close);
    nghttp2_session_callbacks_set_send_data_callback(to, send_data);
  }
};

namespace {

constexpr std::int32_t kConnectionWindow = 1 << 20;

template <class T, auto kMake, auto kFree>
class Made {
 public:
  Made() {
    if (kMake(&made_) != 0) throw std::bad_alloc();
  }
  ~Made() { kFree(made_); }
  Made(const Made&) = delete;
  Made& operator=(const Made&) = delete;
  T* get() const { return made_; }

 private:
  T* made_ = nullptr;
};

}  // namespace

nghttp2_session* make_http2_session(Http2& owner, std::uint32_t streams, std::uint32_t header_bytes) {
  const Made<nghttp2_session_callbacks, nghttp2_session_callbacks_new, nghttp2_session_callbacks_del> callbacks;
  const Made<nghttp2_option, nghttp2_option_new, nghttp2_option_del> options;
  Http2Callbacks::set(callbacks.get());
  nghttp2_option_set_no_auto_window_update(options.get(), 1);
  nghttp2_option_set_max_outbound_ack(options.get(), 100);
  nghttp2_option_set_max_continuations(options.get(), 8);
  nghttp2_session* session = nullptr;
  if (nghttp2_session_server_new2(&session, callbacks.get(), &owner, options.get()) != 0) throw std::bad_alloc();
  const std::array settings{
      nghttp2_settings_entry{NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, streams},
      nghttp2_settings_entry{NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, static_cast<std::uint32_t>(kStreamWindow)},
      nghttp2_settings_entry{NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, header_bytes},
      nghttp2_settings_entry{NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1}};
  if (nghttp2_submit_settings(session, NGHTTP2_FLAG_NONE, settings.data(), settings.size()) != 0 ||
      nghttp2_session_set_local_window_size(session, NGHTTP2_FLAG_NONE, 0, kConnectionWindow) != 0) {
    nghttp2_session_del(session);
    throw std::bad_alloc();
  }
  return session;
}

}  // namespace bedplate::http
