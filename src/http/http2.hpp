#pragma once
// Http2: HTTP/2 on one connection over nghttp2, which keeps the frames, HPACK and windows; each stream is an Exchange
// like a request of HTTP/1.1. What one read brings is answered with one write. Memory is bounded: streams at a time,
// header bytes, bodies (a stream's first window each, more only within a budget), replies by the client's windows.
// Owned by its Connection; one loop.
#include <memory>
#include <span>
#include <vector>

#include "http/calm.hpp"
#include "http/http2_stream.hpp"
#include "http/protocol.hpp"
#include "http/read_buffer.hpp"

struct nghttp2_session;

namespace bedplate::http {

class Connection;
class Shard;

class Http2 final : public Protocol {
 public:
  Http2(Connection& connection, Shard& shard);
  ~Http2() override;
  Http2(const Http2&) = delete;
  Http2& operator=(const Http2&) = delete;

  /// Says our settings and takes what was read of the client's already.
  void begin(ReadBuffer buffer, std::size_t bytes);

  bool wants_input() const override;
  std::span<char> room() override;
  void received(std::size_t bytes) override;
  void ended() override;
  void half_closed() override;
  void resume() override;
  void drain() override;
  net::TimePoint deadline() override;
  bool time_out() override;
  bool closing() const override { return closing_; }
  bool refused() const override { return true; }
  void run(Exchange& exchange) override;
  void finished(Exchange& exchange) override;
  bool send_part(Exchange& exchange) override;
  void aborted(Exchange& exchange) override;
  void part_taken(Exchange& exchange) override;

 private:
  friend struct Http2Callbacks;

  // From nghttp2, while bytes are taken or frames are made.
  void begin_stream(std::int32_t id);
  bool add_field(Http2Stream& stream, std::string_view name, std::string_view value);
  void end_head(Http2Stream& stream, bool last);
  void add_content(Http2Stream& stream, std::string_view bytes);
  void end_input(Http2Stream& stream);
  void end_stream(Http2Stream& stream);
  void spend(std::int64_t cost);
  void ping_answered();
  void announce_end();
  std::string& out();
  bool out_is_full();

  std::optional<Refusal> take_field(Http2Stream& stream, std::string_view name, std::string_view value);
  std::optional<Refusal> take_head(Http2Stream& stream);
  void call_handler(Http2Stream& stream);
  void answer(Http2Stream& stream, bool refused);
  void refuse(Http2Stream& stream, const Refusal& refusal);
  void submit_reply(Http2Stream& stream);
  void submit_part(Http2Stream& stream);
  void end_parts(Http2Stream& stream);
  void add_part(Http2Stream& stream, std::string_view bytes);
  void note_taken();
  void count(Http2Stream& stream);
  void grant(Http2Stream& stream);
  void grant_next();
  void release(Http2Stream& stream);
  void reset(Http2Stream& stream, std::uint32_t code);
  void flush();
  void leave(std::uint32_t code);

  Connection& connection_;
  Shard& shard_;
  nghttp2_session* session_ = nullptr;
  ReadBuffer buffer_;  // while bytes are taken
  std::vector<std::unique_ptr<Http2Stream>> streams_;
  Calm calm_;
  net::TimePoint idle_since_;
  std::size_t granted_ = 0;   // to uploads
  std::size_t waiting_ = 0;   // streams whose part is not taken
  std::int64_t unknown_ = 0;  // bytes that came in frames which nghttp2 skipped; below 0: of a frame to come
  bool begun_ = false;        // the client's settings came
  bool taking_ = false;
  bool draining_ = false;
  bool leaving_ = false;
  bool input_ended_ = false;
  bool closing_ = false;
};

}  // namespace bedplate::http
