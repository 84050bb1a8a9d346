#include "base/date_time.hpp"

#include <chrono>
#include <gtest/gtest.h>
#include <random>

namespace bedplate {
namespace {

template <class Writer>
std::string written(Writer writer, std::int64_t value) {
  char buffer[kMaxTimeText];
  return {buffer, writer(buffer, value)};
}
std::string instant(std::string_view text) {
  const auto micros = parse_date_time(text);
  return micros ? written(write_date_time, *micros) : micros.error().detail();
}
std::string span(std::string_view text) {
  const auto micros = parse_duration(text);
  return micros ? written(write_duration, *micros) : "refused";
}

TEST(DateTime, ReadsRfc3339AndWritesZ) {
  EXPECT_EQ(parse_date_time("1970-01-01T00:00:00Z").value(), 0);
  EXPECT_EQ(instant("2024-05-17T10:00:00+02:00"), "2024-05-17T08:00:00Z");
  EXPECT_EQ(instant("2024-05-17t10:00:00.500000z"), "2024-05-17T10:00:00.5Z");
  EXPECT_EQ(instant("2024-05-17 10:00:00.000001-00:00"), "2024-05-17T10:00:00.000001Z");
  EXPECT_EQ(instant("2024-02-29T23:59:59.999999Z"), "2024-02-29T23:59:59.999999Z");
  EXPECT_EQ(instant("0001-01-01T00:00:00Z"), "0001-01-01T00:00:00Z");
  EXPECT_EQ(instant("9999-12-31T23:59:59.999999Z"), "9999-12-31T23:59:59.999999Z");
  EXPECT_EQ(parse_date_time("0001-01-01T00:00:00Z").value(), kMinDateTime);
  EXPECT_EQ(parse_date_time("9999-12-31T23:59:59.999999Z").value(), kMaxDateTime);
}

TEST(DateTime, RefusesWithTheReason) {
  EXPECT_EQ(instant("2024-05-17T10:00:00"), "the offset from UTC is missing");
  EXPECT_EQ(instant("2024-05-17"), "the time of day is missing");
  EXPECT_EQ(instant("2024-05-17T10:00:00.1234567Z"), "a fraction of a second has one to six digits");
  EXPECT_EQ(instant("2024-05-17T10:00:00.Z"), "a fraction of a second has one to six digits");
  EXPECT_EQ(instant("2023-02-29T10:00:00Z"), "there is no such day");
  EXPECT_EQ(instant("0000-01-01T10:00:00Z"), "there is no such day");
  EXPECT_EQ(instant("2024-05-17T24:00:00Z"), "there is no such time of day");
  EXPECT_EQ(instant("2024-05-17T10:00Z"), "the seconds are missing");
  EXPECT_EQ(instant("2024-05-17T10:00:00+0200"), "an offset is Z or ±HH:MM");
  EXPECT_EQ(instant("2024-05-17T10:00:00Zx"), "something follows it");
  EXPECT_EQ(instant("0001-01-01T00:00:00+00:01"), "years go from 0001 to 9999");
  EXPECT_EQ(instant("9999-12-31T23:59:59-00:01"), "years go from 0001 to 9999");
  EXPECT_EQ(instant(""), "a date is YYYY-MM-DD");
}

TEST(DateTime, LeapSecondIsTheNextSecond) {
  EXPECT_EQ(instant("2016-12-31T23:59:60Z"), "2017-01-01T00:00:00Z");
  EXPECT_EQ(instant("2017-01-01T00:59:60+01:00"), "2017-01-01T00:00:00Z");
  EXPECT_EQ(instant("2016-12-31T12:00:60Z"), "a leap second is 23:59:60 UTC");
  EXPECT_FALSE(parse_local_date_time("2016-12-31T23:59:60"));
  EXPECT_FALSE(parse_time("23:59:60"));
}

TEST(DateTime, WritesWhatOnlyADatabaseCanHold) {
  EXPECT_EQ(written(write_date_time, INT64_MIN), "-290308-12-21T19:59:05.224192Z");
  EXPECT_EQ(written(write_date_time, INT64_MAX), "+294247-01-10T04:00:54.775807Z");
  EXPECT_EQ(written(write_date_time, kMinDateTime - 1), "+000000-12-31T23:59:59.999999Z");
}

TEST(DateTime, LocalFormsAreFixedWidth) {
  EXPECT_EQ(written(write_local_date_time, parse_local_date_time("2024-05-17T10:00:00.5").value()),
            "2024-05-17T10:00:00.500000");
  EXPECT_EQ(written(write_time, parse_time("07:05").value()), "07:05:00.000000");
  EXPECT_EQ(written(write_time, parse_time("23:59:59.999999").value()), "23:59:59.999999");
  EXPECT_EQ(written(write_date, parse_date("1969-12-31").value()), "1969-12-31");
  EXPECT_FALSE(parse_local_date_time("2024-05-17T10:00:00Z"));
  EXPECT_FALSE(parse_time("10:00:00Z"));
  EXPECT_FALSE(parse_date("2024-5-17"));
  EXPECT_FALSE(parse_date("2024-04-31"));
  EXPECT_EQ(written(write_sql_date_time, parse_sql_date_time("2009-01-01 00:00:00").value()), "2009-01-01 00:00:00");
  EXPECT_EQ(written(write_sql_date_time, parse_sql_date_time("2009-01-01 00:00:00.250").value()),
            "2009-01-01 00:00:00.25");
}

TEST(Duration, ReadsAndWritesIso8601) {
  EXPECT_EQ(span("PT1H30M"), "PT1H30M");
  EXPECT_EQ(span("P1DT2H"), "PT26H");
  EXPECT_EQ(span("P2D"), "PT48H");
  EXPECT_EQ(span("PT90S"), "PT1M30S");
  EXPECT_EQ(span("-PT0.000001S"), "-PT0.000001S");
  EXPECT_EQ(span("PT0.25S"), "PT0.25S");
  EXPECT_EQ(span("PT0S"), "PT0S");
  EXPECT_EQ(span("PT1H0.5S"), "PT1H0.5S");
  EXPECT_EQ(written(write_duration, INT64_MIN), "-PT2562047788H54.775808S");
  for (const char* text : {"",
                           "P",
                           "-P",
                           "PT",
                           "P1DT",
                           "P1Y",
                           "P1M",
                           "P1W",
                           "1H",
                           "PT1M1H",
                           "PT1.5H",
                           "PT1",
                           "PT1H ",
                           "PT0.1234567S",
                           "PT9999999999999H",
                           "P999999999999D",
                           "PTS",
                           "PT-1S",
                           "P1D1H",
                           "PT1S1S"})
    EXPECT_EQ(span(text), "refused") << text;
}

TEST(DateTime, RoundTripsRandomInstants) {
  std::mt19937_64 random(11);
  std::uniform_int_distribution<std::int64_t> any(kMinDateTime, kMaxDateTime);
  for (int i = 0; i < 20000; ++i) {
    const std::int64_t micros = any(random);
    ASSERT_EQ(parse_date_time(written(write_date_time, micros)).value(), micros);
    ASSERT_EQ(parse_local_date_time(written(write_local_date_time, micros)).value(), micros);
    ASSERT_EQ(parse_sql_date_time(written(write_sql_date_time, micros)).value(), micros);
    ASSERT_EQ(parse_duration(written(write_duration, micros)).value(), micros);
    const auto date = parse_date(written(write_date, micros / kMicrosPerDay));
    ASSERT_EQ(date.value(), micros / kMicrosPerDay);
  }
}

}  // namespace
}  // namespace bedplate
