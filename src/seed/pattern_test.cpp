#include "seed/pattern.hpp"

#include <gtest/gtest.h>
#include <re2/re2.h>

namespace bedplate::seed {
namespace {

TEST(Pattern, MakesWhatItMatches) {
  constexpr std::string_view kPatterns[]{"^[A-Z0-9-]{3,20}$",
                                         "^[+0-9 ()-]{5,30}$",
                                         "[a-z]+(-[a-z]+)*",
                                         "\\d{4}-\\d{2}-\\d{2}",
                                         "(foo|ba[rz]|)qux?",
                                         "[^a-z]{4}",
                                         "\\w+@\\w+\\.(com|org)",
                                         "(?:[A-Z]{2})?[[:digit:]]{6}",
                                         "#[0-9a-fA-F]{6}",
                                         "a.c",
                                         "x*?y+?z??",
                                         "(?P<year>20[0-9]{2})",
                                         "\\p{Lu}\\p{L}*",
                                         "[äöü]{2}ß",
                                         "[\\d.,]+",
                                         "[]a]{2}",
                                         "[a\\]-]{3}",
                                         "\\$\\{x\\}",
                                         "",
                                         "(a|b(c|d(e|f)))",
                                         "A{3}",
                                         "[-a]{2}",
                                         "((ab){2,3}c){1,2}",
                                         "\\S\\s\\D\\W"};
  Dice dice(1);
  for (const auto text : kPatterns) {
    const auto pattern = Pattern::parse(text);
    ASSERT_TRUE(pattern) << text;
    const RE2 regex{std::string(text)};
    ASSERT_TRUE(regex.ok()) << text;
    for (int i = 0; i < 200; ++i) {
      const auto made = pattern->make(dice);
      EXPECT_TRUE(RE2::FullMatch(made, regex)) << text << " does not match " << made;
    }
  }
}

TEST(Pattern, SaysWhatItCannotMake) {
  for (const std::string_view text :
       {"(?i)abc", "\\bword\\b", "\\p{Greek}", "a**", "(unclosed", "[unclosed", "\\1", "a)"})
    EXPECT_FALSE(Pattern::parse(text)) << text;
}

TEST(Pattern, RepetitionsOfRepetitionsEnd) {
  const auto pattern = Pattern::parse("((((((((a+)+)+)+)+)+)+)+)+");
  ASSERT_TRUE(pattern);
  Dice dice(3);
  for (int i = 0; i < 20; ++i) EXPECT_LE(pattern->make(dice, 60).size(), 65u * 1024);
}

}  // namespace
}  // namespace bedplate::seed
