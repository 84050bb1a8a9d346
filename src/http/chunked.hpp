#pragma once
// ChunkedDecoder: a chunked body (RFC 9112 section 7.1), strictly: CR LF only, sizes of at most 15 hex digits without
// blanks, extensions skipped within a budget, trailer fields checked and dropped within a budget. Incremental: takes
// whatever bytes there are and appends the content to a string. One thread, one body.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/parser.hpp"

namespace bedplate::http {

class ChunkedDecoder {
 public:
  explicit ChunkedDecoder(std::size_t body_limit) : body_limit_(body_limit) {}

  /// Takes from `bytes`, telling how many in `used`; what follows the body is left. done() tells the end.
  std::optional<Refusal> feed(std::string_view bytes, std::string& body, std::size_t& used);
  bool done() const { return state_ == State::kDone; }

 private:
  enum class State : std::uint8_t {
    kSize,
    kExtension,
    kSizeLf,
    kData,
    kDataCr,
    kDataLf,
    kTrailerStart,
    kTrailer,
    kTrailerLf,
    kLastLf,
    kDone
  };
  std::optional<Refusal> step(char c);
  std::optional<Refusal> size_digit(char c);
  void begin_data();

  static constexpr std::size_t kExtras = 4096;  // bytes of extensions and trailers, all chunks together

  std::size_t body_limit_;
  State state_ = State::kSize;
  std::uint64_t left_ = 0;  // of the present chunk
  std::uint64_t taken_ = 0;
  std::size_t extras_ = 0;
  std::uint8_t digits_ = 0;
};

}  // namespace bedplate::http
