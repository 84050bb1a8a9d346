#include "search/query.hpp"

#include <gtest/gtest.h>

namespace bedplate::search {
namespace {

/// `[a] [b] &`: in the order of the steps.
std::string steps(Form form, std::string_view text, std::string_view language = kSimple) {
  Analyser analyser(language);
  const auto made = parse_query(form, text, analyser);
  if (!made) return "! " + made.error().message();
  std::string out;
  for (const auto& step : *made) {
    if (!out.empty()) out += ' ';
    if (step.kind == Step::Kind::kMatch) out += "[" + step.text + "]";
    if (step.kind == Step::Kind::kNot) out += "not";
    if (step.kind == Step::Kind::kAnd) out += "and";
    if (step.kind == Step::Kind::kOr) out += "or";
  }
  return out;
}

TEST(SearchQuery, PlainWordsMustAllBeThere) {
  EXPECT_EQ(steps(Form::kPlain, "Fat  CATS", "english"), "[ fat ] [ cat ] and");
  EXPECT_EQ(steps(Form::kPlain, "a & !b | (c"), "[ a ] [ b ] and [ c ] and");
  EXPECT_EQ(steps(Form::kPlain, "東京"), "[ 東 ] [ 京 ] and");
  EXPECT_EQ(steps(Form::kPlain, ""), "");
  EXPECT_EQ(steps(Form::kPlain, "&|!"), "");
}

TEST(SearchQuery, PhrasesAreRunsOfWords) {
  EXPECT_EQ(steps(Form::kPhrase, "The fat-cats", "english"), "[ the fat cat ]");
  EXPECT_EQ(steps(Form::kPhrase, "-- "), "");
}

TEST(SearchQuery, WebTakesQuotesOrAndMinus) {
  EXPECT_EQ(steps(Form::kWeb, "fat cat"), "[ fat ] [ cat ] and");
  EXPECT_EQ(steps(Form::kWeb, "\"fat cat\" rat"), "[ fat cat ] [ rat ] and");
  EXPECT_EQ(steps(Form::kWeb, "fat or cat dog OR rat"), "[ fat ] [ cat ] [ dog ] and or [ rat ] or");
  EXPECT_EQ(steps(Form::kWeb, "fat -cat -\"big dog\""), "[ fat ] [ cat ] not and [ big dog ] not and");
  EXPECT_EQ(steps(Form::kWeb, "e-mail"), "[ e mail ]");
  EXPECT_EQ(steps(Form::kWeb, "-or \"or\""), "[ or ] not [ or ] and");
}

TEST(SearchQuery, WebRefusesNothing) {
  EXPECT_EQ(steps(Form::kWeb, "or or fat or or"), "[ fat ]");
  EXPECT_EQ(steps(Form::kWeb, "\"fat cat"), "[ fat cat ]");
  EXPECT_EQ(steps(Form::kWeb, "- \"\" () & fat -"), "[ fat ]");
  EXPECT_EQ(steps(Form::kWeb, "fat or &"), "[ fat ]");
  EXPECT_EQ(steps(Form::kWeb, ""), "");
}

TEST(SearchQuery, OperatorsHaveTheirOrder) {
  EXPECT_EQ(steps(Form::kQuery, "fat"), "[ fat ]");
  EXPECT_EQ(steps(Form::kQuery, "a | b & c"), "[ a ] [ b ] [ c ] and or");
  EXPECT_EQ(steps(Form::kQuery, "a & b | c"), "[ a ] [ b ] and [ c ] or");
  EXPECT_EQ(steps(Form::kQuery, "(a | b) & c"), "[ a ] [ b ] or [ c ] and");
  EXPECT_EQ(steps(Form::kQuery, "!a & b"), "[ a ] not [ b ] and");
  EXPECT_EQ(steps(Form::kQuery, "!(a & b) | !!c"), "[ a ] [ b ] and not [ c ] or");
  EXPECT_EQ(steps(Form::kQuery, "a&(b|(c&!(d)))"), "[ a ] [ b ] [ c ] [ d ] not and or and");
}

TEST(SearchQuery, WordsMayBePhrasesAndPrefixes) {
  EXPECT_EQ(steps(Form::kQuery, "fat <-> cats", "english"), "[ fat cat ]");
  EXPECT_EQ(steps(Form::kQuery, "!fat <-> cat & d"), "[ fat cat ] not [ d ] and");
  EXPECT_EQ(steps(Form::kQuery, "sup:*"), "[ sup]");
  EXPECT_EQ(steps(Form::kQuery, "big <-> sup:* | a"), "[ big sup] [ a ] or");
  EXPECT_EQ(steps(Form::kQuery, "'fat cat' & 'it''s\\''"), "[ fat cat ] [ it s ] and");
  EXPECT_EQ(steps(Form::kQuery, "e-mail"), "[ e mail ]");
}

TEST(SearchQuery, WhatHoldsNoWordIsLeftOut) {
  EXPECT_EQ(steps(Form::kQuery, "- & a"), "[ a ]");
  EXPECT_EQ(steps(Form::kQuery, "a | !'--'"), "[ a ]");
  EXPECT_EQ(steps(Form::kQuery, "'' & ('-' | +)"), "");
  EXPECT_EQ(steps(Form::kQuery, "-:*"), "");
  EXPECT_EQ(steps(Form::kQuery, "  "), "");
}

TEST(SearchQuery, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(steps(Form::kQuery, "fat cat"), "! the search is not valid at offset 4: expected an operator");
  EXPECT_EQ(steps(Form::kQuery, "fat &"), "! the search is not valid at offset 5: expected a word at the end");
  EXPECT_EQ(steps(Form::kQuery, "& fat"), "! the search is not valid at offset 0: expected a word");
  EXPECT_EQ(steps(Form::kQuery, "(fat"), "! the search is not valid at offset 4: a '(' is not closed");
  EXPECT_EQ(steps(Form::kQuery, "fat)"), "! the search is not valid at offset 4: a ')' too much");
  EXPECT_EQ(steps(Form::kQuery, "'fat"), "! the search is not valid at offset 4: a quote is not closed");
  EXPECT_EQ(steps(Form::kQuery, "fat <2> cat"),
            "! the search is not valid at offset 4: of distances only <-> is known");
  EXPECT_EQ(steps(Form::kQuery, "fat:A"),
            "! the search is not valid at offset 4: words have no weights here; ':*' makes one a prefix");
  EXPECT_EQ(steps(Form::kQuery, "fa:* <-> cat"),
            "! the search is not valid at offset 8: a prefix stands at the end of a phrase alone");
  EXPECT_EQ(steps(Form::kQuery, "(a) <-> b"),
            "! the search is not valid at offset 4: '<->' stands between words alone");
  EXPECT_EQ(steps(Form::kQuery, "!"), "! the search is not valid at offset 1: expected a word at the end");
}

TEST(SearchQuery, IsBounded) {
  const auto many = [](std::string_view joint) {
    std::string text = "a";
    for (std::size_t i = 0; i < kMostMatches; ++i) text.append(joint).append("b");
    return text;
  };
  const std::string too_many = "! a search has at most 32 words";
  EXPECT_EQ(steps(Form::kQuery, many("|")), too_many);
  EXPECT_EQ(steps(Form::kPlain, many(" ")), too_many);
  EXPECT_EQ(steps(Form::kWeb, many(" or ")), too_many);
  EXPECT_NE(steps(Form::kPhrase, many(" ")), too_many);
  EXPECT_EQ(steps(Form::kWeb, std::string(kLongestQuery + 1, ' ')), "! a search is at most 1024 bytes long");
  EXPECT_EQ(steps(Form::kQuery, std::string(900, '(')), "! a search is at most 32 parentheses and negations deep");
}

}  // namespace
}  // namespace bedplate::search
