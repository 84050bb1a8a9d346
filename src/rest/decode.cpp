#include "base/utf8.hpp"
#include "rest/parse_query.hpp"

namespace bedplate::rest {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Result<std::string_view> decode_component(std::string_view text, bool plus_is_blank, Arena& arena) {
  std::string_view decoded = text;
  if (text.find_first_of(plus_is_blank ? "%+" : "%") != std::string_view::npos) {
    char* const out = static_cast<char*>(arena.allocate(text.size(), 1));
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      if (c == '+' && plus_is_blank) c = ' ';
      if (c == '%') {
        const int high = i + 2 < text.size() ? hex(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex(text[i + 2]) : -1;
        if (high < 0 || low < 0)
          return failure(Error(Reason::kMalformedRequest, "the URL has a '%' that is not followed by two hex digits")
                             .with_hint("write a percent sign as %25"));
        c = static_cast<char>(high * 16 + low);
        i += 2;
      }
      out[size++] = c;
    }
    decoded = {out, size};
  }
  if (!valid_utf8(decoded))
    return failure(Reason::kMalformedRequest, "the URL is not well-formed UTF-8, or holds a NUL");
  return decoded;
}

}  // namespace bedplate::rest
