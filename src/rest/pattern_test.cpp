#include "rest/pattern.hpp"

#include <gtest/gtest.h>

namespace bedplate::rest {
namespace {

TEST(Pattern, Threat077OnlyWhatBothStoresReadAlikeIsTaken) {
  for (const char* fine : {"",         "^a.*b$", "(a+)+$",       "(?:ab|c)?d", "(?i)rock",
                           "[^a-z]",   "[]a]",   "[[:alpha:]_]", "[\\d.]",     "\\d{4}-\\d{2}",
                           "a{0,255}", "a{3,}",  "a*?",          "\\(x\\)",    "\\.",
                           "\\Aa",     "|a",     "()",           "é+",         "a}"})
    EXPECT_TRUE(check_pattern(fine)) << fine;
  for (const char* wrong :
       {"(",       "(a",     "a**",     "*a",      "(.)\\1",  "(?=a)",    "(?!a)", "(?<=a)b", "(?>a)",
        "\\bword", "a\\z",   "\\pN",    "[\\pL]",  "\\Qa\\E", "(?P<n>a)", "(?s)a", "a(?i)b",  "(?i:a)",
        "(?U)a+",  "a{300}", "a{,3}",   "a{",      "a{x}",    "a{2}{3}",  "^*",    "$+",      "\\x{41}",
        "\\C",     "\\y",    "[[.a.]]", "[[=a=]]", "[\\D]",   "[\\W]",    "a+*",   "\\101"})
    EXPECT_FALSE(check_pattern(wrong)) << wrong;
}

TEST(Pattern, Threat077IsLinearInItsLength) {
  EXPECT_FALSE(check_pattern(std::string(1 << 20, '(')));
  EXPECT_FALSE(check_pattern(std::string(1 << 20, '[')));
}

}  // namespace
}  // namespace bedplate::rest
