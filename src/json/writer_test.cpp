#include "json/writer.hpp"

#include <gtest/gtest.h>
#include <limits>

#include "json/document.hpp"

namespace bedplate::json {
namespace {

TEST(JsonWriter, CommasAndNesting) {
  std::string out;
  Writer writer(out);
  writer.begin_object();
  writer.member("a", "x");
  writer.key("b");
  writer.begin_array();
  writer.integer(-5);
  writer.begin_object();
  writer.end_object();
  writer.begin_array();
  writer.end_array();
  writer.real(0.1);
  writer.real(std::numeric_limits<double>::infinity());
  writer.end_array();
  writer.key("c");
  writer.boolean(true);
  writer.key("d");
  writer.raw("1.50");
  writer.end_object();
  EXPECT_EQ(out, R"({"a":"x","b":[-5,{},[],0.1,null],"c":true,"d":1.50})");
}

TEST(JsonWriter, StringsAreEscaped) {
  std::string out;
  Writer(out).string(std::string_view("\"\\\b\f\n\r\t\x01\x7f/é😀\0", 17));
  EXPECT_EQ(out, "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\x7f/é😀\\u0000\"");
}

TEST(JsonWriter, EveryByteSequenceBecomesValidJson) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const char bytes[] = {static_cast<char>(first), static_cast<char>(second), '!'};
      std::string out;
      Writer(out).string(std::string_view(bytes, 3));
      if (first == 0 || second == 0) continue;  // \u0000 is written, and refused when read
      ASSERT_TRUE(Document::parse(out)) << first << ' ' << second;
    }
  }
}

}  // namespace
}  // namespace bedplate::json
