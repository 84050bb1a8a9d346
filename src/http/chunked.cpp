#include "http/chunked.hpp"

#include <algorithm>

#include "http/syntax.hpp"

namespace bedplate::http {
namespace {

constexpr Refusal kMalformed{400, Reason::kMalformedRequest, "The chunked body is malformed"};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<Refusal> ChunkedDecoder::feed(std::string_view bytes, std::string& body, std::size_t& used) {
  used = 0;
  while (used < bytes.size() && state_ != State::kDone) {
    if (state_ == State::kData) {
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size() - used));
      body.append(bytes.substr(used, count));
      used += count;
      left_ -= count;
      if (left_ == 0) state_ = State::kDataCr;
      continue;
    }
    if (auto refusal = step(bytes[used])) return refusal;
    ++used;
  }
  return std::nullopt;
}

std::optional<Refusal> ChunkedDecoder::size_digit(char c) {
  const int value = hex_value(c);
  if (value >= 0) {
    if (++digits_ > 15) return kMalformed;
    left_ = left_ * 16 + static_cast<std::uint64_t>(value);
    return std::nullopt;
  }
  if (digits_ == 0 || (c != '\r' && c != ';')) return kMalformed;
  if (left_ > body_limit_ - taken_) return kBodyTooLarge;
  state_ = c == '\r' ? State::kSizeLf : State::kExtension;
  return std::nullopt;
}

void ChunkedDecoder::begin_data() {
  taken_ += left_;
  state_ = left_ == 0 ? State::kTrailerStart : State::kData;
  digits_ = 0;
}

std::optional<Refusal> ChunkedDecoder::step(char c) {
  const auto expect = [&](char wanted, State next) -> std::optional<Refusal> {
    if (c != wanted) return kMalformed;
    state_ = next;
    return std::nullopt;
  };
  switch (state_) {
    case State::kSize:
      return size_digit(c);
    case State::kExtension:
    case State::kTrailer:
      if (c == '\r') {
        state_ = state_ == State::kExtension ? State::kSizeLf : State::kTrailerLf;
        return std::nullopt;
      }
      if (!syntax::is(c, syntax::kFieldByte) || ++extras_ > kExtras) return kMalformed;
      return std::nullopt;
    case State::kSizeLf:
      if (c != '\n') return kMalformed;
      begin_data();
      return std::nullopt;
    case State::kDataCr:
      return expect('\r', State::kDataLf);
    case State::kDataLf:
      left_ = 0;
      return expect('\n', State::kSize);
    case State::kTrailerStart:
      if (c == '\r') {
        state_ = State::kLastLf;
        return std::nullopt;
      }
      // A trailer begins with its name: a blank would be obs-fold.
      if (!syntax::is(c, syntax::kToken) || ++extras_ > kExtras) return kMalformed;
      state_ = State::kTrailer;
      return std::nullopt;
    case State::kTrailerLf:
      return expect('\n', State::kTrailerStart);
    case State::kLastLf:
      return expect('\n', State::kDone);
    case State::kData:
    case State::kDone:
      break;
  }
  return kMalformed;
}

}  // namespace bedplate::http
