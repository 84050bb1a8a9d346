#include "base/date_time.hpp"

#include <chrono>

#include "base/text_cursor.hpp"

namespace bedplate {
namespace {

constexpr std::string_view kDateTimeHint =
    "write it by RFC 3339, such as 2024-05-17T10:00:00Z, or with an offset (+02:00, whose + is %2B in a URL)";

std::unexpected<Error> refuse(std::string_view what, std::string_view text, std::string_view why,
                              std::string_view hint) {
  return failure(Error(Reason::kInvalidValue, quoted(text) + " is not a valid " + std::string(what))
                     .with_detail(std::string(why))
                     .with_hint(std::string(hint)));
}

struct Clockwork {
  std::int64_t seconds = 0;  // of the day
  std::int64_t micros = 0;   // of the second
  bool leap = false;
};

// Each returns what is wrong, or null.
const char* read_calendar(TextCursor& in, std::int64_t& days) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (!in.digits(4, year) || !in.take('-') || !in.digits(2, month) || !in.take('-') || !in.digits(2, day))
    return "a date is YYYY-MM-DD";
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (year == 0 || !date.ok()) return "there is no such day";
  days = std::chrono::sys_days{date}.time_since_epoch().count();
  return nullptr;
}

const char* read_clock(TextCursor& in, bool seconds_optional, Clockwork& clock) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!in.digits(2, hour) || !in.take(':') || !in.digits(2, minute)) return "a time is HH:MM:SS";
  if (in.take(':')) {
    if (!in.digits(2, second)) return "a time is HH:MM:SS";
  } else if (!seconds_optional) {
    return "the seconds are missing";
  }
  if (hour > 23 || minute > 59 || second > 60) return "there is no such time of day";
  clock.leap = second == 60;
  clock.seconds = hour * 3600 + minute * 60 + second;
  if (in.peek() != '.') return nullptr;
  return in.fraction(clock.micros) ? nullptr : "a fraction of a second has one to six digits";
}

const char* read_offset(TextCursor& in, std::int64_t& seconds) {
  if (in.take('Z') || in.take('z')) return nullptr;
  const char sign = in.peek();
  if (sign != '+' && sign != '-') return "the offset from UTC is missing";
  in.take(sign);
  int hours = 0;
  int minutes = 0;
  if (!in.digits(2, hours) || !in.take(':') || !in.digits(2, minutes) || hours > 23 || minutes > 59)
    return "an offset is Z or ±HH:MM";
  seconds = (hours * 3600 + minutes * 60) * (sign == '-' ? -1 : 1);
  return nullptr;
}

bool take_separator(TextCursor& in) { return in.take('T') || in.take('t') || in.take(' '); }

const char* read_instant(std::string_view text, bool offset, std::int64_t& micros) {
  TextCursor in(text);
  std::int64_t days = 0;
  Clockwork clock;
  std::int64_t east = 0;
  if (const char* wrong = read_calendar(in, days)) return wrong;
  if (!take_separator(in)) return "the time of day is missing";
  if (const char* wrong = read_clock(in, false, clock)) return wrong;
  if (offset)
    if (const char* wrong = read_offset(in, east)) return wrong;
  if (!in.done()) return offset ? "something follows it" : "something follows it; it has no offset";
  const std::int64_t seconds = days * 86'400 + clock.seconds - east;
  if (clock.leap && (!offset || seconds % 86'400 != 0)) return "a leap second is 23:59:60 UTC";
  micros = seconds * kMicrosPerSecond + clock.micros;
  return micros < kMinDateTime || micros > kMaxDateTime ? "years go from 0001 to 9999" : nullptr;
}

char* write_digits(char* out, std::int64_t value, int width) {
  for (int i = width; i-- > 0; value /= 10) out[i] = static_cast<char>('0' + value % 10);
  return out + width;
}

char* write_clock(char* out, std::int64_t seconds) {
  out = write_digits(out, seconds / 3600, 2);
  *out++ = ':';
  out = write_digits(out, seconds / 60 % 60, 2);
  *out++ = ':';
  return write_digits(out, seconds % 60, 2);
}

char* write_fraction(char* out, std::int64_t micros, bool shortest) {
  if (shortest && micros == 0) return out;
  *out++ = '.';
  out = write_digits(out, micros, 6);
  while (shortest && out[-1] == '0') --out;
  return out;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
std::int64_t floor_mod(std::int64_t a, std::int64_t b) { return a % b + (a % b < 0 ? b : 0); }

char* write_instant(char* out, std::int64_t micros, char separator, bool shortest) {
  const std::int64_t days = floor_div(micros, kMicrosPerDay);
  const std::int64_t rest = floor_mod(micros, kMicrosPerDay);
  out = write_date(out, days);
  *out++ = separator;
  out = write_clock(out, rest / kMicrosPerSecond);
  return write_fraction(out, rest % kMicrosPerSecond, shortest);
}

}  // namespace

Result<std::int64_t> parse_date_time(std::string_view text) {
  std::int64_t micros = 0;
  if (const char* wrong = read_instant(text, true, micros)) return refuse("DateTime", text, wrong, kDateTimeHint);
  return micros;
}

char* write_date_time(char* out, std::int64_t micros) {
  out = write_instant(out, micros, 'T', true);
  *out++ = 'Z';
  return out;
}

Result<std::int64_t> parse_local_date_time(std::string_view text) {
  std::int64_t micros = 0;
  if (const char* wrong = read_instant(text, false, micros))
    return refuse("LocalDateTime", text, wrong, "write it as 2024-05-17T10:00:00, without an offset");
  return micros;
}

char* write_local_date_time(char* out, std::int64_t micros) { return write_instant(out, micros, 'T', false); }

Result<std::int64_t> parse_sql_date_time(std::string_view text) {
  std::int64_t micros = 0;
  if (const char* wrong = read_instant(text, false, micros))
    return refuse("date and time", text, wrong, "the database should hold 2024-05-17 10:00:00");
  return micros;
}

char* write_sql_date_time(char* out, std::int64_t micros) { return write_instant(out, micros, ' ', true); }

Result<std::int64_t> parse_date(std::string_view text) {
  TextCursor in(text);
  std::int64_t days = 0;
  const char* wrong = read_calendar(in, days);
  if (!wrong && !in.done()) wrong = "something follows it";
  if (wrong) return refuse("Date", text, wrong, "write it as 2024-05-17");
  return days;
}

char* write_date(char* out, std::int64_t days) {
  // Howard Hinnant's civil_from_days, since std::chrono::year ends at 32767 and a database may hold any int64.
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = floor_div(shifted, 146'097);
  const std::int64_t day_of_era = shifted - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t march_month = (5 * day_of_year + 2) / 153;
  const std::int64_t month = march_month < 10 ? march_month + 3 : march_month - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  if (year >= 1 && year <= 9999) {
    out = write_digits(out, year, 4);
  } else {
    *out++ = year < 0 ? '-' : '+';
    out = write_digits(out, year < 0 ? -year : year, 6);
  }
  *out++ = '-';
  out = write_digits(out, month, 2);
  *out++ = '-';
  return write_digits(out, day_of_year - (153 * march_month + 2) / 5 + 1, 2);
}

Result<std::int64_t> parse_time(std::string_view text) {
  TextCursor in(text);
  Clockwork clock;
  const char* wrong = read_clock(in, true, clock);
  if (!wrong && clock.leap) wrong = "there is no such time of day";
  if (!wrong && !in.done()) wrong = "something follows it; a Time has no offset";
  if (wrong) return refuse("Time", text, wrong, "write it as 10:00:00");
  return clock.seconds * kMicrosPerSecond + clock.micros;
}

char* write_time(char* out, std::int64_t micros) {
  micros = floor_mod(micros, kMicrosPerDay);
  return write_fraction(write_clock(out, micros / kMicrosPerSecond), micros % kMicrosPerSecond, false);
}

}  // namespace bedplate
