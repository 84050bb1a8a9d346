#include "model/names.hpp"

#include <algorithm>

namespace bedplate::model {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

}  // namespace

std::string snake_case(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool after_word = i > 0 && (is_lower(name[i - 1]) || is_digit(name[i - 1]));
    const bool ends_acronym = i > 0 && is_upper(name[i - 1]) && i + 1 < name.size() && is_lower(name[i + 1]);
    if (is_upper(name[i]) && (after_word || ends_acronym)) out += '_';
    out += to_lower(name[i]);
  }
  return out;
}

std::string camel_case(std::string_view name) {
  std::string out{name};
  if (out.empty()) return out;
  out[0] = to_lower(out[0]);
  // A leading acronym goes down whole: `URLRule` → `urlRule`.
  for (std::size_t i = 1; i < out.size() && is_upper(out[i]) && (i + 1 == out.size() || !is_lower(out[i + 1])); ++i)
    out[i] = to_lower(out[i]);
  return out;
}

std::string capitalized(std::string_view name) {
  std::string out{name};
  if (!out.empty()) out[0] = to_upper(out[0]);
  return out;
}

std::string plural_of(std::string_view singular) {
  std::string out{singular};
  if (out.empty()) return out;
  std::string low;
  for (char c : out) low += to_lower(c);
  const char before = low.size() > 1 ? low[low.size() - 2] : 'a';
  const bool vowel_before = std::string_view("aeiou").contains(before);
  if (low.back() == 'y' && !vowel_before) return out.substr(0, out.size() - 1) + "ies";
  if (ends_with_any(low, {"s", "x", "z", "ch", "sh"})) return out + "es";
  return out + "s";
}

bool is_name(std::string_view text) {
  return !text.empty() && !is_digit(text[0]) &&
         std::ranges::all_of(text, [](char c) { return is_upper(c) || is_lower(c) || is_digit(c) || c == '_'; });
}

std::string listed(std::span<const std::string> words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return out;
}

}  // namespace bedplate::model
