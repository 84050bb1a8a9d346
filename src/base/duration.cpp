#include <charconv>

#include "base/date_time.hpp"
#include "base/text_cursor.hpp"

namespace bedplate {
namespace {

// Units in the order they must come, with their length in µs.
struct Unit {
  char letter;
  std::int64_t micros;
};
constexpr Unit kClockUnits[] = {{'H', 3600 * kMicrosPerSecond}, {'M', 60 * kMicrosPerSecond}, {'S', kMicrosPerSecond}};

bool add_span(std::int64_t count, std::int64_t unit, std::int64_t& total) {
  std::int64_t span = 0;
  return !__builtin_mul_overflow(count, unit, &span) && !__builtin_add_overflow(total, span, &total);
}

bool read_clock_units(TextCursor& in, std::int64_t& total) {
  std::size_t next = 0;
  do {
    std::int64_t count = 0;
    std::int64_t micros = 0;
    if (!in.number(count)) return false;
    const bool fraction = in.peek() == '.';
    if (fraction && !in.fraction(micros)) return false;
    while (next < std::size(kClockUnits) && kClockUnits[next].letter != in.peek()) ++next;
    if (next == std::size(kClockUnits) || (fraction && in.peek() != 'S')) return false;
    in.take(in.peek());
    if (!add_span(count, kClockUnits[next++].micros, total) || __builtin_add_overflow(total, micros, &total))
      return false;
  } while (!in.done());
  return true;
}

bool read_duration(TextCursor& in, std::int64_t& total) {
  const bool negative = in.take('-');
  if (!in.take('P')) return false;
  std::int64_t days = 0;
  if (in.at_digit() && (!in.number(days) || !in.take('D') || !add_span(days, kMicrosPerDay, total))) return false;
  if (in.take('T') && !read_clock_units(in, total)) return false;
  if (negative) total = -total;
  return in.done();
}

}  // namespace

Result<std::int64_t> parse_duration(std::string_view text) {
  TextCursor in(text);
  std::int64_t micros = 0;
  const bool bare = text == "P" || text == "-P";
  if (bare || !read_duration(in, micros))
    return failure(
        Error(Reason::kInvalidValue, quoted(text) + " is not a valid Duration")
            .with_detail("a Duration counts days of 24 hours, hours, minutes and seconds, to the microsecond")
            .with_hint("write it as PT1H30M, P1DT12H or PT0.25S"));
  return micros;
}

char* write_duration(char* out, std::int64_t micros) {
  auto rest = static_cast<std::uint64_t>(micros);
  if (micros < 0) {
    *out++ = '-';
    rest = 0 - rest;
  }
  const std::uint64_t seconds = rest / kMicrosPerSecond;
  const std::uint64_t fraction = rest % kMicrosPerSecond;
  char* const most = out + 30;
  *out++ = 'P';
  *out++ = 'T';
  if (const auto hours = seconds / 3600; hours != 0) {
    out = std::to_chars(out, most, hours).ptr;
    *out++ = 'H';
  }
  if (const auto minutes = seconds / 60 % 60; minutes != 0) {
    out = std::to_chars(out, most, minutes).ptr;
    *out++ = 'M';
  }
  if (seconds % 60 == 0 && fraction == 0 && rest != 0) return out;
  out = std::to_chars(out, most, seconds % 60).ptr;
  if (fraction != 0) {
    *out++ = '.';
    std::uint64_t digits = fraction;
    for (std::uint64_t place = kMicrosPerSecond / 10; digits != 0; digits %= place, place /= 10)
      *out++ = static_cast<char>('0' + digits / place);
  }
  *out++ = 'S';
  return out;
}

}  // namespace bedplate
