#include "search/analyser.hpp"

#include <gtest/gtest.h>

namespace bedplate::search {
namespace {

std::string tokens(std::string_view text, std::string_view language = kSimple) {
  return Analyser(language).tokens(text);
}

TEST(Analyser, WordsAreRunsOfLettersAndDigits) {
  EXPECT_EQ(tokens("The QUICK brown-fox, v2.0"), " the quick brown fox v2 0 ");
  EXPECT_EQ(tokens(""), " ");
  EXPECT_EQ(tokens(" \t--"), " ");
  EXPECT_EQ(tokens(std::string("a\0b", 3)), " a b ");
}

TEST(Analyser, CaseWidthAndLatinDiacriticsAreFolded) {
  EXPECT_EQ(tokens("Café CAFE\xCC\x81 Straße ＡＢＣ"), " cafe cafe strasse abc ");
  EXPECT_EQ(tokens("Ærø"), " ærø ");
  EXPECT_EQ(tokens("ΣΊΣΥΦΟΣ"), tokens("σίσυφος"));
}

TEST(Analyser, OtherScriptsKeepTheirMarks) {
  EXPECT_EQ(tokens("мой"), " мой ");
  EXPECT_EQ(tokens("हिन्दी भाषा"), " हिन्दी भाषा ");
}

TEST(Analyser, ScriptsWithoutSpacesGiveATokenACharacter) {
  EXPECT_EQ(tokens("東京都SQL3"), " 東 京 都 sql3 ");
  EXPECT_EQ(tokens("かな"), " か な ");
  EXPECT_EQ(tokens("กินข้าว"), " กิ น ข้ า ว ");
}

TEST(Analyser, StemsByLanguage) {
  EXPECT_EQ(tokens("Running runs cities", "english"), " run run citi ");
  EXPECT_EQ(tokens("Running", kSimple), " running ");
  EXPECT_EQ(tokens("élèves ÉLÈVE", "french"), " elev elev ");
  for (const auto language : languages()) EXPECT_TRUE(tokens("a", language).starts_with(" ")) << language;
}

TEST(Analyser, KnowsItsLanguages) {
  EXPECT_TRUE(std::ranges::is_sorted(languages()));
  EXPECT_TRUE(is_language("simple") && is_language("german"));
  EXPECT_FALSE(is_language("German") || is_language("klingon") || is_language(""));
}

TEST(Analyser, TheShortWayIsTheLongOne) {
  const std::string text =
      "It's 3.14 e-mails: FOO_bar42 a\x7f"
      "b running";
  for (const auto language : {std::string_view("simple"), std::string_view("english")}) {
    const std::string with_more = tokens(text + " я", language);
    EXPECT_EQ(tokens(text, language) + "я ", with_more);
  }
}

TEST(Analyser, LongTextsAndWordsAreCut) {
  EXPECT_EQ(tokens(std::string(1000, 'x')), " " + std::string(kLongestToken, 'x') + " ");
  std::string words;
  while (words.size() < kLongestText) words += "word ";
  EXPECT_EQ(tokens(words + "canary").find("canary"), std::string::npos);
  // One character becomes eighteen.
  std::string growing;
  while (growing.size() < kLongestText) growing += "\xEF\xB7\xBA ";
  EXPECT_LT(tokens(growing).size(), kLongestTokens + 100);
}

TEST(Analyser, WhatIsNoUtf8HoldsNoWords) { EXPECT_EQ(tokens("a\xff\xfe b"), " a b "); }

}  // namespace
}  // namespace bedplate::search
