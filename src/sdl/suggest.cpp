#include "sdl/suggest.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace bedplate::sdl {

namespace {

constexpr std::size_t kShown = 5;

/// Texts that differ in case alone are 1 apart.
std::size_t distance(std::string_view input, std::string_view option) {
  return input == option ? 0 : std::max<std::size_t>(1, edit_distance(input, option));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits at `at`, without leading zeros; `at` moves behind them.
std::string_view digits_at(std::string_view text, std::size_t& at) {
  const std::size_t first = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  std::string_view digits = text.substr(first, at - first);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

/// Text order in which runs of digits compare as numbers.
bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const std::string_view x = digits_at(a, i);
      const std::string_view y = digits_at(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i;
      ++j;
    }
  }
  return a.size() - i < b.size() - j;
}

}  // namespace

std::vector<std::string_view> suggestions(std::string_view input, std::span<const std::string_view> options) {
  if (input.size() > kLongestCompared) return {};
  const std::size_t threshold = input.size() * 2 / 5 + 1;
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view option : options) {
    if (option.size() > kLongestCompared) continue;
    if (std::max(input.size(), option.size()) - std::min(input.size(), option.size()) > threshold) continue;
    const std::size_t apart = distance(input, option);
    if (apart <= threshold) near.emplace_back(apart, option);
  }
  std::ranges::sort(near, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : natural_less(a.second, b.second);
  });
  std::vector<std::string_view> found;
  for (const auto& [apart, option] : near) {
    if (found.empty() || found.back() != option) found.push_back(option);
  }
  return found;
}

std::string did_you_mean(std::string_view input, std::span<const std::string_view> options) {
  const std::vector<std::string_view> found = suggestions(input, options);
  const std::size_t shown = std::min(found.size(), kShown);
  if (shown == 0) return {};
  std::string text = " Did you mean ";
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += shown > 2 ? ", " : " ";
    if (i > 0 && i + 1 == shown) text += "or ";
    text += '"';
    text += found[i];
    text += '"';
  }
  return text + "?";
}

}  // namespace bedplate::sdl
