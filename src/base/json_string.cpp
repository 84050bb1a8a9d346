#include <cstdint>
#include <cstring>

#include "base/json_text.hpp"
#include "base/utf8.hpp"

namespace bedplate {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = 0x8080808080808080;

// High bits where a byte is zero; exact up to the first, which is all that is asked of it.
constexpr std::uint64_t zeros(std::uint64_t word) { return (word - kOnes) & ~word & kHighs; }

constexpr bool plain(unsigned char c) { return c >= 0x20 && c != '"' && c != '\\'; }

// Bytes from the front that need no escape; `high` gathers their high bits.
std::size_t plain_prefix(const char* text, std::size_t size, std::uint64_t& high) {
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text + at, 8);
    const std::uint64_t control = (word - kOnes * 0x20) & ~word & kHighs;
    if ((control | zeros(word ^ kOnes * '"') | zeros(word ^ kOnes * '\\')) != 0) break;
    high |= word & kHighs;
  }
  for (; at < size && plain(static_cast<unsigned char>(text[at])); ++at)
    high |= static_cast<unsigned char>(text[at]) & 0x80u;
  return at;
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[c & 15];
  }
}

// The text from out[start] is plain but for bytes that are not UTF-8, which an existing database may well hold.
void mend_utf8(std::string& out, std::size_t start) {
  const std::string raw = out.substr(start);
  out.resize(start);
  std::string_view rest = raw;
  while (!rest.empty()) {
    const std::size_t length = utf8_length(rest);
    out += length == 0 ? std::string_view("\xef\xbf\xbd") : rest.substr(0, length);
    rest.remove_prefix(length == 0 ? 1 : length);
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  const std::size_t start = out.size();
  std::uint64_t high = 0;
  const char* from = text.data();
  std::size_t left = text.size();
  while (true) {
    const std::size_t run = plain_prefix(from, left, high);
    out.append(from, run);
    if (run == left) break;
    append_escape(out, from[run]);
    from += run + 1;
    left -= run + 1;
  }
  if (high != 0 && !valid_utf8({out.data() + start, out.size() - start})) [[unlikely]]
    mend_utf8(out, start);
  out += '"';
}

}  // namespace bedplate
