#pragma once
// Points and spans of time as text and as integers, in µs of the proleptic Gregorian calendar, years 0001–9999.
// Readers refuse rather than guess (more than six digits of a second, no offset, February 30); writers never fail,
// never allocate, fill the caller's buffer and return its end. No clock and no time zone data here.
#include <cstdint>
#include <string_view>

#include "base/result.hpp"

namespace bedplate {

constexpr int kMaxTimeText = 40;  ///< a buffer that every writer below fits in
constexpr std::int64_t kMicrosPerSecond = 1'000'000;
constexpr std::int64_t kMicrosPerDay = 86'400 * kMicrosPerSecond;
constexpr std::int64_t kMinDateTime = -62'135'596'800 * kMicrosPerSecond;      ///< 0001-01-01T00:00:00Z
constexpr std::int64_t kMaxDateTime = 253'402'300'800 * kMicrosPerSecond - 1;  ///< 9999-12-31T23:59:59.999999Z

/// RFC 3339 with its offset (`2024-05-17T10:00:00.5+02:00`) → µs UTC. A leap second (23:59:60 UTC) is the second
/// after it, as in PostgreSQL: the count of µs has none.
Result<std::int64_t> parse_date_time(std::string_view text);
/// `2024-05-17T08:00:00.5Z`, the shortest fraction. Beyond 0001–9999 the year is written as ±YYYYYY.
char* write_date_time(char* out, std::int64_t micros);

/// `2024-05-17T10:00:00[.ffffff]` without an offset → µs as if UTC.
Result<std::int64_t> parse_local_date_time(std::string_view text);
/// The canonical form of a Cell, always six digits.
char* write_local_date_time(char* out, std::int64_t micros);

/// `2024-05-17` → days since 1970-01-01.
Result<std::int64_t> parse_date(std::string_view text);
char* write_date(char* out, std::int64_t days);

/// `10:00[:00[.ffffff]]`, up to 23:59:59.999999 → µs of the day.
Result<std::int64_t> parse_time(std::string_view text);
/// The canonical form of a Cell, always six digits.
char* write_time(char* out, std::int64_t micros);

/// ISO 8601 `[-]P[nD][T[nH][nM][n[.f]S]]`, a day being 24 hours; no years, months or weeks → µs.
Result<std::int64_t> parse_duration(std::string_view text);
/// `PT26H30M0.5S`, `-PT1S`, `PT0S`.
char* write_duration(char* out, std::int64_t micros);

/// `2024-05-17 10:00:00[.ffffff]`, as databases write it, also with `T` → µs UTC.
Result<std::int64_t> parse_sql_date_time(std::string_view text);
/// `2024-05-17 10:00:00`, the shortest fraction.
char* write_sql_date_time(char* out, std::int64_t micros);

}  // namespace bedplate
