#pragma once
// The few pieces of JSON that the renderers of diagnostics write. Pure.
#include <cstdint>
#include <string>
#include <string_view>

namespace bedplate::sdl {

/// `text` as a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
void append_json_string(std::string& to, std::string_view text);
/// `"key":"text"`, with a comma before it unless an object has just begun.
void append_json_member(std::string& to, std::string_view key, std::string_view text);
void append_json_member(std::string& to, std::string_view key, std::uint64_t number);
/// The comma and the key alone.
void append_json_key(std::string& to, std::string_view key);

}  // namespace bedplate::sdl
