#include "base/uuid7.hpp"

namespace bedplate {
namespace {

UuidText text_of(std::uint64_t high, std::uint64_t low) {
  constexpr std::string_view kHex = "0123456789abcdef";
  UuidText text;
  std::size_t at = 0;
  for (int digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) text.characters[at++] = '-';
    const std::uint64_t half = digit < 16 ? high : low;
    text.characters[at++] = kHex[half >> (60 - digit % 16 * 4) & 15];
  }
  return text;
}

}  // namespace

UuidText Uuid7::next() {
  const std::uint64_t bits = random_.next();
  const std::int64_t micros = clock_.now();
  const std::uint64_t now = micros < 0 ? 0 : static_cast<std::uint64_t>(micros) / 1000;
  if (now > millis_) {
    millis_ = now;
    // Starts in the lower half, as RFC 9562 section 6.2 advises, so that at least 2048 follow in the same ms.
    counter_ = static_cast<std::uint32_t>(random_.next() & 0x7ff);
  } else if (++counter_ > 0xfff) {
    ++millis_;
    counter_ = 0;
  }
  constexpr std::uint64_t kVersion = 0x7000;
  constexpr std::uint64_t kVariant = 0x8000'0000'0000'0000;
  return text_of((millis_ & 0xffff'ffff'ffff) << 16 | kVersion | counter_, kVariant | bits >> 2);
}

}  // namespace bedplate
