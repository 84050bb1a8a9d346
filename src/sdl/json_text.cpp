#include "sdl/json_text.hpp"

#include "base/json_text.hpp"

namespace bedplate::sdl {

void append_json_key(std::string& to, std::string_view key) {
  if (!to.empty() && to.back() != '{') to += ',';
  append_json_string(to, key);
  to += ':';
}

void append_json_member(std::string& to, std::string_view key, std::string_view text) {
  append_json_key(to, key);
  append_json_string(to, text);
}

void append_json_member(std::string& to, std::string_view key, std::uint64_t number) {
  append_json_key(to, key);
  to += std::to_string(number);
}

}  // namespace bedplate::sdl
