#include "base/text.hpp"

#include <gtest/gtest.h>
#include <random>

namespace bedplate {
namespace {

TEST(Text, CaseIsUnicodes) {
  EXPECT_EQ(lower("HELLO World"), "hello world");
  EXPECT_EQ(upper("straße é"), "STRASSE É");
  EXPECT_EQ(lower("ΌΔΟΣ"), "όδος");
  EXPECT_EQ(lower("I"), "i") << "no locale's own rules";
  EXPECT_TRUE(is_ascii("0123456789abcdef~"));
  EXPECT_FALSE(is_ascii("0123456789é"));
}

TEST(Text, ByteOrderIsCodePointOrder) {
  EXPECT_LT(std::string_view("z"), std::string_view("é"));
  EXPECT_LT(std::string_view("\uffff"), std::string_view("😀"));
}

TEST(Like, MatchesAsSqlDoes) {
  EXPECT_TRUE(like_match("", ""));
  EXPECT_FALSE(like_match("", "a"));
  EXPECT_TRUE(like_match("%", ""));
  EXPECT_TRUE(like_match("%%%", "abc"));
  EXPECT_TRUE(like_match("a%c", "abbbc"));
  EXPECT_FALSE(like_match("a%c", "abbb"));
  EXPECT_TRUE(like_match("%smith%", "John smithson"));
  EXPECT_TRUE(like_match("_r__e", "grüße")) << "one _ is one code point";
  EXPECT_FALSE(like_match("____", "grüße"));
  EXPECT_TRUE(like_match("%_", "é"));
  EXPECT_FALSE(like_match("%__", "é"));
  EXPECT_TRUE(like_match("a%_b%c", "axxbc"));
  EXPECT_FALSE(like_match("ab%ba", "aba")) << "the ends must not overlap";
  EXPECT_TRUE(like_match("Ü%", "über", 0, true));
  EXPECT_TRUE(like_match("%STRASSE", "hauptstraße", '\\', true));
  EXPECT_FALSE(like_match("A", "a"));
}

TEST(Like, Threat071_EscapedWildcardsAreLiteral) {
  EXPECT_TRUE(like_match("100\\%", "100%"));
  EXPECT_FALSE(like_match("100\\%", "1000"));
  EXPECT_TRUE(like_match("a\\_b", "a_b"));
  EXPECT_FALSE(like_match("a\\_b", "axb"));
  EXPECT_TRUE(like_match("a\\\\b", "a\\b"));
  EXPECT_FALSE(like_match("a\\", "a\\")) << "ends in its escape";
  EXPECT_TRUE(like_match("a\\", "a\\", 0));
  EXPECT_TRUE(like_match("!%", "%", '!'));
}

bool by_definition(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '%') {
    for (std::size_t i = 0; i <= text.size(); ++i)
      if (by_definition(pattern.substr(1), text.substr(i))) return true;
    return false;
  }
  return !text.empty() && (pattern[0] == '_' || pattern[0] == text[0]) &&
         by_definition(pattern.substr(1), text.substr(1));
}

TEST(Like, AgreesWithItsDefinition) {
  std::mt19937_64 random(13);
  for (int i = 0; i < 50000; ++i) {
    std::string pattern;
    std::string text;
    for (auto n = random() % 7; n > 0; --n) pattern += "ab%_"[random() % 4];
    for (auto n = random() % 9; n > 0; --n) text += "ab"[random() % 2];
    ASSERT_EQ(like_match(pattern, text), by_definition(pattern, text)) << pattern << " " << text;
  }
}

TEST(Like, Threat077_ManyPercentsStayLinear) {
  std::string pattern;
  for (int i = 0; i < 2000; ++i) pattern += "a%";
  pattern += "b";
  const std::string text(1'000'000, 'a');
  EXPECT_FALSE(like_match(pattern, text));
  EXPECT_FALSE(like_match("%" + std::string(500, 'a') + "b%", text));
}

TEST(DidYouMean, FindsTheNearest) {
  constexpr std::string_view kNames[] = {"customer", "customers", "items", "id", "placedAt", "total"};
  EXPECT_EQ(did_you_mean("custmer", kNames), "customer");
  EXPECT_EQ(did_you_mean("placedat", kNames), "placedAt");
  EXPECT_EQ(did_you_mean("itmes", kNames), "items");
  EXPECT_EQ(did_you_mean("di", kNames), "id");
  EXPECT_EQ(did_you_mean("quantity", kNames), "");
  EXPECT_EQ(did_you_mean("", kNames), "");
  static constexpr std::string_view kDirections[] = {"asc", "desc"};
  EXPECT_EQ(did_you_mean("dsc", kDirections), "desc");
  EXPECT_EQ(did_you_mean(std::string(100, 'x'), kNames), "");
}

}  // namespace
}  // namespace bedplate
