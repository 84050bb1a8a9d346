#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace bedplate {
namespace {

char plain(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::uint8_t, kLongestCompared + 1>, 3> rows;
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& before = rows[(i + 1) % 3];
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = plain(a[i - 1]) == plain(b[j - 1]);
      int best = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && plain(a[i - 1]) == plain(b[j - 2]) && plain(a[i - 2]) == plain(b[j - 1]);
      if (swapped) best = std::min(best, before[j - 2] + 1);
      row[j] = static_cast<std::uint8_t>(best);
    }
  }
  return rows[a.size() % 3][b.size()];
}

std::string_view did_you_mean(std::string_view name, std::span<const std::string_view> candidates) {
  if (name.empty() || name.size() > kLongestCompared) return {};
  // Of two that are as near, the one that begins as the name does.
  const auto begins_alike = [&](std::string_view text) { return plain(text[0]) == plain(name[0]); };
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, name.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t apart =
        candidate.size() > name.size() ? candidate.size() - name.size() : name.size() - candidate.size();
    if (candidate.empty() || candidate.size() > kLongestCompared || apart > least) continue;
    const std::size_t edits = edit_distance(name, candidate);
    const bool begins_better = !best.empty() && begins_alike(candidate) && !begins_alike(best);
    if (edits < least || (edits == least && begins_better)) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

}  // namespace bedplate
