#pragma once
// The few pieces of JSON that the renderers of diagnostics write. Pure.
#include <cstdint>
#include <string>
#include <string_view>

namespace bedplate::sdl {

/// `"key":"text"`, with a comma before it unless an object has just begun.
void append_json_member(std::string& to, std::string_view key, std::string_view text);
void append_json_member(std::string& to, std::string_view key, std::uint64_t number);
/// The comma and the key alone.
void append_json_key(std::string& to, std::string_view key);

}  // namespace bedplate::sdl
