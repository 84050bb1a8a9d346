#pragma once
// Well-formed UTF-8 by table 3-7 of Unicode: no overlong forms, surrogates or code points above U+10FFFF. Pure.
#include <cstddef>
#include <string_view>

namespace bedplate::json {

/// Bytes of the well-formed sequence at the start of `text`, 0 when there is none.
std::size_t utf8_sequence(std::string_view text);

}  // namespace bedplate::json
