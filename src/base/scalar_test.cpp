#include "base/scalar.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

#include "base/allocation_probe.hpp"

namespace bedplate {
namespace {

Type type(Scalar scalar) { return {.scalar = scalar}; }
const Type kMoney{.scalar = Scalar::kDecimal, .precision = 10, .scale = 2};
const Type kBig{.scalar = Scalar::kDecimal, .precision = 38, .scale = 4};

// text → Cell → JSON, or the reason it was refused for.
std::string json_of(const Type& of, std::string_view text) {
  Arena arena;
  const auto cell = parse_scalar(of, text, arena);
  if (!cell) {
    EXPECT_EQ(cell.error().reason(), Reason::kInvalidValue);
    EXPECT_FALSE(cell.error().hint().empty());
    return cell.error().detail();
  }
  std::string out;
  append_json(out, of, *cell);
  return out;
}
std::string json_of(Scalar scalar, std::string_view text) { return json_of(type(scalar), text); }
std::string json(const Type& of, Cell cell) {
  std::string out;
  append_json(out, of, cell);
  return out;
}

TEST(Scalar, ReadsAndWritesEachKind) {
  EXPECT_EQ(json_of(Scalar::kInt, "-42"), "-42");
  EXPECT_EQ(json_of(Scalar::kInt, "2147483648"), "it is out of range");
  EXPECT_EQ(json_of(Scalar::kInt, "4x"), "it is not a whole number");
  EXPECT_EQ(json_of(Scalar::kInt, ""), "it is not a whole number");
  EXPECT_EQ(json_of(Scalar::kInt, "1.0"), "it is not a whole number");
  EXPECT_EQ(json_of(Scalar::kBigInt, "-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(json_of(Scalar::kBigInt, "9223372036854775808"), "it is out of range");
  EXPECT_EQ(json_of(Scalar::kFloat, "0.1"), "0.1");
  EXPECT_EQ(json_of(Scalar::kFloat, "1e400"), "it is out of range");
  for (const char* text : {"nan", "inf", "-Infinity", "0x10", "", "1 "})
    EXPECT_EQ(json_of(Scalar::kFloat, text), "it is not a finite number") << text;
  EXPECT_EQ(json_of(Scalar::kBoolean, "true"), "true");
  EXPECT_EQ(json_of(Scalar::kBoolean, "TRUE"), "it is neither true nor false");
  EXPECT_EQ(json_of(Scalar::kDateTime, "2024-05-17T10:00:00+02:00"), "\"2024-05-17T08:00:00Z\"");
  EXPECT_EQ(json_of(Scalar::kLocalDateTime, "2024-05-17T10:00:00.10"), "\"2024-05-17T10:00:00.1\"");
  EXPECT_EQ(json_of(Scalar::kTime, "10:00"), "\"10:00:00\"");
  EXPECT_EQ(json_of(Scalar::kDate, "2024-05-17"), "\"2024-05-17\"");
  EXPECT_EQ(json_of(Scalar::kDuration, "P1DT1S"), "\"PT24H1S\"");
  EXPECT_EQ(json_of(Scalar::kUuid, "0190F5C0-7B1E-7C4A-9D2E-3F1A5B6C7D8E"), "\"0190f5c0-7b1e-7c4a-9d2e-3f1a5b6c7d8e\"");
  EXPECT_EQ(json_of(Scalar::kUuid, "0190f5c07b1e7c4a9d2e3f1a5b6c7d8e").substr(0, 6), "a UUID");
  EXPECT_EQ(json_of(Scalar::kId, "0190F5C0-7B1E-7C4A-9D2E-3F1A5B6C7D8E"), "\"0190f5c0-7b1e-7c4a-9d2e-3f1a5b6c7d8e\"");
  EXPECT_EQ(json_of(Scalar::kId, "ORDER-7"), "\"ORDER-7\"");
  EXPECT_EQ(json_of(Scalar::kJson, " {\"a\": [1]}"), " {\"a\": [1]}");
  EXPECT_EQ(json_of(Scalar::kJson, "{a:1}"), "it is not JSON, or nested too deep");
  EXPECT_EQ(json_of(Scalar::kBytes, "AP8="), "\"AP8=\"");
  EXPECT_EQ(json_of(Scalar::kBytes, "_-8"), "\"/+8=\"");
  EXPECT_EQ(json_of(Scalar::kBytes, "a"), "it is not base64");
  Type list = type(Scalar::kInt);
  list.list = true;
  EXPECT_EQ(json_of(list, "[1,2]"), "[1,2]");
  EXPECT_EQ(json_of(list, "1"), "it is not an array");
}

TEST(Scalar, DecimalsKeepEveryDigitAndRoundNone) {
  EXPECT_EQ(json_of(kMoney, "12.5"), "12.50");
  EXPECT_EQ(json_of(kMoney, "-0.01"), "-0.01");
  EXPECT_EQ(json_of(kMoney, "1e3"), "1000.00");
  EXPECT_EQ(json_of(kMoney, "12.505"), "it has more digits after the point than the field keeps");
  EXPECT_EQ(json_of(kMoney, "123456789.00"), "it is too big for the field");
  EXPECT_EQ(json_of(kMoney, "twelve"), "it is not a number of at most 38 digits");
  EXPECT_EQ(json_of(kBig, "1234567890123456789012345678901234.5"), "1234567890123456789012345678901234.5000");
  EXPECT_EQ(json(kMoney, Cell::real(19.990000000000002)), "19.99");
  std::string exact;
  append_json_exact(exact, kMoney, Cell::integer(-5));
  append_json_exact(exact, type(Scalar::kBigInt), Cell::integer(7));
  append_json_exact(exact, type(Scalar::kInt), Cell::integer(7));
  append_json_exact(exact, kMoney, Cell::null());
  EXPECT_EQ(exact, "\"-0.05\"\"7\"7null");
}

TEST(Scalar, EmailAndUrlAreSane) {
  EXPECT_EQ(json_of(Scalar::kEmail, "ada@example.org"), "\"ada@example.org\"");
  EXPECT_EQ(json_of(Scalar::kEmail, "jürgen@bücher.example"), "\"jürgen@bücher.example\"");
  for (const char* text :
       {"ada", "@example.org", "ada@", "a@b@c", "a b@c.org", "a@b..c", "<a@b.org>", "a@b.org\r\nBcc:x"})
    EXPECT_NE(json_of(Scalar::kEmail, text).front(), '"') << text;
  EXPECT_EQ(json_of(Scalar::kUrl, "https://example.org/a?b=c#d"), "\"https://example.org/a?b=c#d\"");
  EXPECT_EQ(json_of(Scalar::kUrl, "mailto:ada@example.org"), "\"mailto:ada@example.org\"");
  for (const char* text : {"", "example.org", "javascript:alert(1)", "data:text/html,x", "https://", "https:///x",
                           "http://a b", ":x", "1a://b"})
    EXPECT_NE(json_of(Scalar::kUrl, text).front(), '"') << text;
}

TEST(Scalar, Threat072_BadUtf8OrNulIsRefused) {
  using namespace std::string_view_literals;
  for (const auto text : {"a\0b"sv, "\xff"sv, "abcdefgh\xc0\x80"sv, "\xed\xa0\x80"sv, "12345678\0"sv})
    for (const auto scalar : {Scalar::kString, Scalar::kId, Scalar::kEnum, Scalar::kJson, Scalar::kEmail})
      EXPECT_EQ(json_of(scalar, text), "it is not UTF-8, or has a NUL in it");
}

TEST(Scalar, WritesWhatAnExistingDatabaseHolds) {
  EXPECT_EQ(json(type(Scalar::kInt), Cell::text("seven")), "\"seven\"");
  EXPECT_EQ(json(type(Scalar::kInt), Cell::real(7)), "7");
  EXPECT_EQ(json(type(Scalar::kFloat), Cell::real(std::nan(""))), "null");
  EXPECT_EQ(json(type(Scalar::kFloat), Cell::integer(3)), "3");
  EXPECT_EQ(json(type(Scalar::kDateTime), Cell::text("yesterday")), "\"yesterday\"");
  EXPECT_EQ(json(type(Scalar::kString), Cell::blob("\xff")), "\"/w==\"");
  EXPECT_EQ(json(type(Scalar::kString), Cell::text("a\xff")), "\"a\xef\xbf\xbd\"");
  EXPECT_EQ(json(kMoney, Cell::text("n/a")), "\"n/a\"");
  EXPECT_EQ(json(kBig, Cell::text("1.5")), "1.5000");
  EXPECT_EQ(json(type(Scalar::kId), Cell::integer(7)), "\"7\"");
  EXPECT_EQ(json(type(Scalar::kDate), Cell::null()), "null");
}

TEST(Scalar, TextFormIsBare) {
  std::string out;
  append_text(out, type(Scalar::kString), Cell::text("say \"hi\""));
  append_text(out, type(Scalar::kString), Cell::null());
  append_text(out, type(Scalar::kDateTime), Cell::integer(0));
  append_text(out, kMoney, Cell::integer(150));
  append_text(out, type(Scalar::kBytes), Cell::blob("ab"));
  EXPECT_EQ(out, "say \"hi\"1970-01-01T00:00:00Z1.50YWI=");
}

TEST(Scalar, WritingAllocatesNothing) {
  std::string out;
  out.reserve(4096);
  AllocationProbe probe;
  for (int i = 0; i < 10; ++i) {
    append_json(out, type(Scalar::kDateTime), Cell::integer(i * 1'000'001));
    append_json(out, kMoney, Cell::integer(i));
    append_json(out, type(Scalar::kString), Cell::text("grüße\n\"quoted\""));
    append_json(out, type(Scalar::kFloat), Cell::real(0.1 * i));
    append_json(out, type(Scalar::kBytes), Cell::blob("bytes"));
  }
  EXPECT_EQ(probe.count(), 0);
}

TEST(Scalar, ReadsBackWhatItWrites) {
  std::mt19937_64 random(3);
  Arena arena;
  const auto back = [&](const Type& of, Cell cell) {
    std::string out;
    append_text(out, of, cell);
    const auto read = parse_scalar(of, arena.copy(out), arena);
    ASSERT_TRUE(read) << out << ": " << read.error().detail();
    ASSERT_EQ(*read, cell) << out;
  };
  for (int i = 0; i < 5000; ++i) {
    const auto bits = static_cast<std::int64_t>(random());
    back(type(Scalar::kInt), Cell::integer(static_cast<std::int32_t>(bits)));
    back(type(Scalar::kBigInt), Cell::integer(bits));
    back(Type{.scalar = Scalar::kDecimal, .precision = 18, .scale = static_cast<std::uint8_t>(i % 19)},
         Cell::integer(bits % 1'000'000'000'000'000'000));
    back(type(Scalar::kDuration), Cell::integer(bits));
    back(type(Scalar::kDateTime), Cell::integer(bits % 50'000'000'000'000'000));
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    if (std::isfinite(number)) back(type(Scalar::kFloat), Cell::real(number));
    std::string bytes(random() % 20, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    back(type(Scalar::kBytes), Cell::blob(bytes));
    if (i % 100 == 0) arena.reset();
  }
}

}  // namespace
}  // namespace bedplate
