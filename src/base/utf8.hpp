#pragma once
// UTF-8 as text must be before it goes anywhere: well-formed (RFC 3629: no surrogates, no overlong forms, at most
// U+10FFFF) and without NUL. Pure functions, no allocation.
#include <cstddef>
#include <string_view>

namespace bedplate {

/// Well-formed and without NUL.
bool valid_utf8(std::string_view text);
/// Code points of a well-formed text; any other counts its bytes that do not continue one.
std::size_t code_points(std::string_view text);
/// Length in bytes of the code point at the front: 1 to 4; 0 if there is none well-formed.
std::size_t utf8_length(std::string_view text);

}  // namespace bedplate
