#pragma once
// Just enough JSON for values that are text in a Cell: writing a string, and telling whether a text is one JSON
// value (RFC 8259), which then may be copied into a reply as it is. The reader is json's (json/reader.hpp).
#include <string>
#include <string_view>

namespace bedplate {

/// Appends `text` as a JSON string with its quotes. Bytes that are not UTF-8 come out as U+FFFD, one each.
void append_json_string(std::string& out, std::string_view text);

/// One JSON value with nothing but whitespace around it, well-formed UTF-8, at most `max_depth` (≤ 512) deep.
/// Linear, without recursion. Duplicate keys are not looked for.
bool valid_json(std::string_view text, int max_depth = 64);

}  // namespace bedplate
