#pragma once
// Http2Stream: one request of an HTTP/2 connection and its reply. Owned by its Http2; lives until both sides have ended
// it and its handler has finished.
#include <optional>
#include <string>

#include "http/exchange.hpp"
#include "http/refusal.hpp"

namespace bedplate::http {

struct Http2Stream {
  enum class State : std::uint8_t {
    kHead,     ///< its header fields arrive
    kBody,     ///< its content arrives
    kHandler,  ///< it is being answered
    kReply,    ///< its reply waits for the client to take it
    kGone,     ///< the client has reset it, its handler still works
  };
  /// Whether content beyond the window that every stream begins with is let in.
  enum class Window : std::uint8_t { kSmall, kWaiting, kGranted };

  std::int32_t id = 0;
  std::size_t index = 0;  ///< among its connection's streams
  Exchange* exchange = nullptr;
  State state = State::kHead;
  Window window = Window::kSmall;
  bool input_ended = false;
  bool uploading = false;  ///< its handler takes its content as it comes
  bool in_parts = false;   ///< its reply comes in parts
  bool has_body = false;   ///< of such a reply: it has DATA
  bool last = false;       ///< no part follows the present one
  bool waiting = false;    ///< for the client to take a part
  std::string part;        ///< what of such a reply is being sent
  std::optional<Refusal> refusal;
  net::TimePoint deadline = net::TimePoint::max();
  std::size_t head_bytes = 0;
  std::uint64_t declared = 0;  ///< its Content-Length; without one the largest allowed
  std::size_t unconsumed = 0;  ///< of its window, while its upload waits
  std::size_t granted = 0;     ///< of the connection's budget for uploads
  std::size_t sent = 0;        ///< of content()
  std::size_t counted = 0;     ///< of the server's unsent bytes

  const std::string& content() const { return in_parts ? part : exchange->reply().body; }
};

}  // namespace bedplate::http
