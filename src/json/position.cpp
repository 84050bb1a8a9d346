#include "json/position.hpp"

namespace bedplate::json {

Position position_of(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  Position position{.line = 1, .column = 1, .offset = static_cast<std::uint32_t>(offset)};
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++position.line;
      position.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
      ++position.column;
    }
  }
  return position;
}

}  // namespace bedplate::json
