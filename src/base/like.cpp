// LIKE: the pattern falls apart at its `%`s into runs; the first is held to the front, the last to the end, each
// between is taken at its leftmost place, which is as good as any. So nothing is ever tried again.
#include <cstring>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace bedplate {
namespace {

constexpr char kAnyOne = '\xff';  // never a byte of UTF-8
constexpr std::size_t kWorkAtOnce = 4096;

// A run's literal bytes, with kAnyOne for each `_`.
struct Run {
  std::string bytes;
  bool literal = true;
};

std::size_t step(std::string_view text) {
  const std::size_t length = utf8_length(text.substr(0, 4));
  return length == 0 ? 1 : length;
}

// Splits at `%`; false if the pattern ends within an escape.
bool split(std::string_view pattern, char escape, std::vector<Run>& runs) {
  runs.emplace_back();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (escape != 0 && c == escape) {
      if (++i == pattern.size()) return false;
      runs.back().bytes += pattern[i];
    } else if (c == '%') {
      runs.emplace_back();
    } else if (c == '_') {
      runs.back().bytes += kAnyOne;
      runs.back().literal = false;
    } else {
      runs.back().bytes += c;
    }
  }
  return true;
}

// Bytes of `text` that the run takes from its front; npos if it does not fit. `work` counts the characters looked at.
std::size_t match_front(const Run& run, std::string_view text, std::size_t& work) {
  if (run.literal) return text.starts_with(run.bytes) ? run.bytes.size() : std::string_view::npos;
  std::size_t at = 0;
  for (const char c : run.bytes) {
    ++work;
    if (at == text.size()) return std::string_view::npos;
    if (c == kAnyOne)
      at += step(text.substr(at));
    else if (c != text[at++])
      return std::string_view::npos;
  }
  return at;
}

// The end of the leftmost place where the run fits; npos if there is none.
std::size_t find_run(const Run& run, std::string_view text, Interrupt* interrupt) {
  if (run.literal) {
    // memmem is linear; std::string_view::find is not.
    const void* found =
        run.bytes.empty() ? text.data() : memmem(text.data(), text.size(), run.bytes.data(), run.bytes.size());
    if (found == nullptr && !run.bytes.empty()) return std::string_view::npos;
    return run.bytes.empty()
               ? 0
               : static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + run.bytes.size();
  }
  std::size_t work = 0;
  for (std::size_t at = 0;; at += step(text.substr(at))) {
    if (work >= kWorkAtOnce && interrupt && interrupt->spend(std::exchange(work, 0))) return std::string_view::npos;
    if (const auto taken = match_front(run, text.substr(at), work); taken != std::string_view::npos) return at + taken;
    if (at == text.size()) return std::string_view::npos;
  }
}

// Whether the run fits as the very end of `text`: it has as many code points as bytes that begin one.
bool match_back(const Run& run, std::string_view text) {
  if (run.literal) return text.ends_with(run.bytes);
  std::size_t wanted = 0;
  for (const char c : run.bytes) wanted += c == kAnyOne || (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  std::size_t start = text.size();
  for (; wanted > 0 && start > 0; --wanted) {
    --start;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80) --start;
  }
  std::size_t work = 0;
  return wanted == 0 && match_front(run, text.substr(start), work) == text.size() - start;
}

bool match(std::string_view pattern, std::string_view text, char escape, Interrupt* interrupt) {
  std::vector<Run> runs;
  if (!split(pattern, escape, runs)) return false;
  std::size_t work = 0;
  const std::size_t front = match_front(runs.front(), text, work);
  if (front == std::string_view::npos) return false;
  if (runs.size() == 1) return front == text.size();
  text.remove_prefix(front);
  for (std::size_t i = 1; i + 1 < runs.size(); ++i) {
    const std::size_t end = find_run(runs[i], text, interrupt);
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end);
  }
  return match_back(runs.back(), text);
}

}  // namespace

// Case is dropped as every store can: to lower, then to upper, of no particular language. Like folding it makes
// `Straße` and `STRASSE` one; unlike it, the dotless i and I too.
bool like_match(std::string_view pattern, std::string_view text, char escape, bool ignore_case, Interrupt* interrupt) {
  if (ignore_case)
    return match(upper(lower(pattern)), upper(lower(text)),
                 escape >= 'a' && escape <= 'z' ? static_cast<char>(escape & ~0x20) : escape, interrupt);
  return match(pattern, text, escape, interrupt);
}

}  // namespace bedplate
