#include "json/reader.hpp"

#include <gtest/gtest.h>

#include "json/document.hpp"

namespace bedplate::json {
namespace {

std::string round_trip(std::string_view text) {
  const auto document = Document::parse(text);
  if (!document) return "error: " + document.error().message();
  std::string out;
  append(out, document->root());
  return out;
}

TEST(JsonReader, NumbersKeepEveryDigit) {
  const std::string text = R"([0,-0,1.50,1e400,12345678901234567890123456789.000000001,9223372036854775808])";
  EXPECT_EQ(round_trip(text), text);
}

TEST(JsonReader, EscapesAreResolvedAndMembersKeepTheirOrder) {
  EXPECT_EQ(round_trip(R"( {"z":"a\n\u00e9\ud83d\ude00\/","a":{"\u0061b":[]},"m":{}} )"),
            "{\"z\":\"a\\né😀/\",\"a\":{\"ab\":[]},\"m\":{}}");
}

TEST(JsonReader, PositionAndFindingOfAnError) {
  const auto document = Document::parse("{\n  \"é\": tru }");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().reason(), Reason::kInvalidJson);
  EXPECT_EQ(document.error().position(), (Position{.line = 2, .column = 8, .offset = 10}));
  EXPECT_EQ(document.error().detail(), "Found 't'.");
}

TEST(JsonReader, TrailingTextIsRefused) {
  const auto document = Document::parse("{} x");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().position().offset, 3u);
}

TEST(JsonReader, AHandlersErrorEndsTheParse) {
  class Refuser final : public Handler {
   public:
    Result<> begin_object() override { return {}; }
    Result<> end_object(std::size_t) override { return {}; }
    Result<> begin_array() override { return {}; }
    Result<> end_array(std::size_t) override { return {}; }
    Result<> key(std::string_view name) override {
      if (name == "b") return failure(Reason::kUnknownField, "no b");
      return {};
    }
    Result<> string(std::string_view) override { return {}; }
    Result<> number(std::string_view) override { return {}; }
    Result<> boolean(bool) override { return {}; }
    Result<> null() override { return {}; }
  } refuser;
  const auto result = read(R"({"a":1,"b":2})", refuser);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().reason(), Reason::kUnknownField);
  EXPECT_EQ(result.error().position().line, 1u);
}

TEST(JsonReader, LimitsAreExact) {
  EXPECT_TRUE(Document::parse("[[1]]", {.depth = 2}));
  EXPECT_EQ(Document::parse("[[[1]]]", {.depth = 2}).error().reason(), Reason::kLimitExceeded);
  EXPECT_TRUE(Document::parse(R"({"a":1,"b":2})", {.keys = 2}));
  EXPECT_EQ(Document::parse(R"({"a":1,"b":{"c":2}})", {.keys = 2}).error().reason(), Reason::kLimitExceeded);
  EXPECT_EQ(Document::parse("[1,2,3]", {.values = 3}).error().reason(), Reason::kLimitExceeded);
  EXPECT_EQ(Document::parse("[1,2]", {.bytes = 4}).error().reason(), Reason::kPayloadTooLarge);
}

TEST(JsonReader, Threat072_BadUtf8AndNulAreRefused) {
  for (const std::string_view text :
       {"\"\xff\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "{\"\xe4\x28\":1}", "\"\xe2\x82\"",
        R"("a\u0000b")", R"({"\u0000":1})", R"("\ud800")", R"("\udc00\ud800")"}) {
    const auto document = Document::parse(text);
    ASSERT_FALSE(document) << text;
    EXPECT_EQ(document.error().reason(), Reason::kInvalidJson);
    EXPECT_NE(document.error().hint(), "");
  }
  EXPECT_FALSE(Document::parse(std::string_view("\"a\0b\"", 5)));
  EXPECT_FALSE(Document::parse(std::string_view("1\0", 2)));
}

TEST(JsonReader, Threat073_DepthOf100000IsRefused) {
  for (const char* unit : {"[", "{\"a\":"}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += unit;
    const auto document = Document::parse(text);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().reason(), Reason::kLimitExceeded);
    EXPECT_LT(document.error().position().offset, 400u);
  }
}

TEST(JsonReader, Threat073_DuplicateKeysAreRefused) {
  const auto few = Document::parse(R"({"a":1,"b":{"a":1},"a":2})");
  ASSERT_FALSE(few);
  EXPECT_EQ(few.error().position().offset, 20u);
  EXPECT_EQ(few.error().message(), "The key \"a\" occurs twice in one object.");
  EXPECT_FALSE(Document::parse(R"({"a":1,"\u0061":2})"));
  EXPECT_TRUE(Document::parse(R"([{"a":1},{"a":{"a":2}}])"));
  std::string many = "{";
  for (int i = 0; i < 1000; ++i) many += "\"k" + std::to_string(i) + "\":1,";
  EXPECT_TRUE(Document::parse(many + "\"x\":1}"));
  EXPECT_FALSE(Document::parse(many + "\"k500\":1}"));
}

TEST(JsonReader, Threat073_100000KeysAreReadInLinearTime) {
  // Keys with long common prefixes and keys that collide in weak hashes; quadratic work would take minutes.
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) {
    if (i != 0) text += ',';
    text += "\"" + std::string(32, 'A') + std::to_string(i) + "\":0";
  }
  text += '}';
  const auto document = Document::parse(text);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->root().children.size(), 100'000u);
}

}  // namespace
}  // namespace bedplate::json
