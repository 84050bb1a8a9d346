#include "rest/csv.hpp"

#include <gtest/gtest.h>

namespace bedplate::rest {
namespace {

/// The rows as JSON, or the error's message.
std::string read(std::string_view text) {
  Arena arena;
  const auto rows = parse_csv(text, arena);
  if (!rows) return rows.error().message();
  std::string out;
  for (const auto& row : *rows) json::append(out, row);
  return out;
}

TEST(Csv, ReadsRowsBelowTheirNames) {
  EXPECT_EQ(read("a,b\n1,x\n2,y"), R"({"a":"1","b":"x"}{"a":"2","b":"y"})");
  EXPECT_EQ(read("\xef\xbb\xbf"
                 "a,b\r\n1,x\r\n\r\n2,y\r\n"),
            R"({"a":"1","b":"x"}{"a":"2","b":"y"})");
  EXPECT_EQ(read("\"a b\",\"c\"\"d\"\n1,2"), R"({"a b":"1","c\"d":"2"})");
  EXPECT_EQ(read("a,b"), "");
}

TEST(Csv, NothingAndNullAreNullUnlessQuoted) {
  EXPECT_EQ(read("a,b,c,d\n,\"\",NULL,\"NULL\""), R"({"a":null,"b":"","c":null,"d":"NULL"})");
  EXPECT_EQ(read("a,b\n,"), R"({"a":null,"b":null})");
  EXPECT_EQ(read("a\n null\n"), R"({"a":" null"})");
}

TEST(Csv, QuotedFieldsHoldWhateverTheyDo) {
  EXPECT_EQ(read("a,b\n\"x,\"\"y\"\"\r\nz\",2\n"), R"({"a":"x,\"y\"\r\nz","b":"2"})");
  EXPECT_EQ(read("a\n\"\"\"\"\n"), R"({"a":"\""})");
  EXPECT_EQ(read("a\n\"x\"\r\n"), R"({"a":"x"})");
}

TEST(Csv, SaysWhichLineIsWrong) {
  EXPECT_EQ(read(""), "the CSV, line 1: it is empty");
  EXPECT_EQ(read("a,b\n1\n"), "the CSV, line 2: 1 fields, the header names 2");
  EXPECT_EQ(read("a,b\n\"1\n\n2\",3\n4,5,6\n"), "the CSV, line 5: 3 fields, the header names 2");
  EXPECT_EQ(read("a\n\"x"), "the CSV, line 2: a quoted field does not end");
  EXPECT_EQ(read("a\n\"x\"y"), "the CSV, line 2: text behind a quoted field");
  EXPECT_EQ(read("a\nx\"y\""), "the CSV, line 2: a quote in a field without quotes");
  EXPECT_EQ(read("a,a\n1,2"), "the CSV, line 1: two columns are named 'a'");
  EXPECT_EQ(read("a,\n1,2"), "the CSV, line 1: a column without a name");
  EXPECT_EQ(read("a\n\xff"), "the CSV is not well-formed UTF-8, or holds a NUL");
}

}  // namespace
}  // namespace bedplate::rest
