#include "expr/parse.hpp"

#include <gtest/gtest.h>

namespace bedplate::expr {
namespace {

/// The tree as nested lists: `(&& a (== b 1))`.
std::string shape(const Syntax& node) {
  using Kind = Syntax::Kind;
  std::string out;
  switch (node.kind) {
    case Kind::kName:
    case Kind::kNumber:
    case Kind::kTrue:
    case Kind::kFalse:
    case Kind::kNull:
      return std::string(node.text);
    case Kind::kString:
      return "'" + std::string(node.text) + "'";
    case Kind::kMember:
    case Kind::kMethod:
      out = "(." + std::string(node.text);
      break;
    default:
      out = "(" + std::string(node.text);
  }
  for (const auto* arg : node.args) out += " " + shape(*arg);
  return out + ")";
}

std::string parsed(std::string_view text) {
  Arena arena;
  const auto tree = parse(text, arena);
  if (tree) return shape(**tree);
  const Error& error = tree.error();
  return std::to_string(error.position().line) + ":" + std::to_string(error.position().column) + " " + error.message() +
         " | " + error.hint();
}

TEST(Parse, Precedence) {
  EXPECT_EQ(parsed("a || b && c == d + e * -f"), "(|| a (&& b (== c (+ d (* e (- f))))))");
  EXPECT_EQ(parsed("a - b - c"), "(- (- a b) c)");
  EXPECT_EQ(parsed("a * b / c % d"), "(% (/ (* a b) c) d)");
  EXPECT_EQ(parsed("!a.b && (c || d)"), "(&& (! (.b a)) (|| c d))");
  EXPECT_EQ(parsed("a ? b : c ? d : e"), "(?: a b (?: c d e))");
  EXPECT_EQ(parsed("a in ['x', \"y\"] && b in c"), "(&& (in a ([] 'x' 'y')) (in b c))");
  EXPECT_EQ(parsed("a && b && c || d || e"), "(|| (&& a b c) d e)");
  EXPECT_EQ(parsed("- - 1"), "(- (- 1))");
}

TEST(Parse, CallsMethodsAndMacros) {
  EXPECT_EQ(parsed("size(name)"), "(size name)");
  EXPECT_EQ(parsed("name.startsWith('a')"), "(.startsWith name 'a')");
  EXPECT_EQ(parsed("items.filter(i, i.ok).sum(j, j.price)"), "(.sum (.filter items i (.ok i)) j (.price j))");
  EXPECT_EQ(parsed("auth.claims['a.b']"), "([] (.claims auth) 'a.b')");
  EXPECT_EQ(parsed("now( )"), "(now)");
  EXPECT_EQ(parsed("a in [1, 2,]"), "(in a ([] 1 2))");
}

TEST(Parse, TextAndEscapes) {
  EXPECT_EQ(parsed(R"('it\'s' == "a\tb\\\x41\u00e9\U0001F600\101")"), "(== 'it's' 'a\tb\\Aé😀A')");
  EXPECT_EQ(parsed(R"(r'a\b')"), "'a\\b'");
  EXPECT_EQ(parsed("'日本'"), "'日本'");
  EXPECT_EQ(parsed("a // why\n == 1"), "(== a 1)");
  EXPECT_EQ(parsed("''"), "''");
}

TEST(Parse, Numbers) {
  EXPECT_EQ(parsed("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(parsed("0.50"), "0.50");
  EXPECT_EQ(parsed("1.e"), "(.e 1)");
}

struct Wrong {
  const char* text;
  const char* told;
};
class ParseRefuses : public testing::TestWithParam<Wrong> {};

TEST_P(ParseRefuses, WithPlaceReasonAndHint) { EXPECT_EQ(parsed(GetParam().text), GetParam().told); }

INSTANTIATE_TEST_SUITE_P(
    Mistakes, ParseRefuses,
    testing::Values(
        Wrong{"", "1:1 the expression is empty | write a condition, for example: id == auth.id"},
        Wrong{"a = 1", "1:3 '=' is not an operator here | '==' compares; nothing is assigned here"},
        Wrong{"a === 1", "1:3 '===' is not an operator here | write '=='"},
        Wrong{"a <> 1", "1:3 '<>' is not an operator here | write '!='"},
        Wrong{"a & b", "1:3 '&' is not an operator here | write '&&'"},
        Wrong{"a | b", "1:3 '|' is not an operator here | write '||'"},
        Wrong{"a and b", "1:3 expected an operator or the end, found 'and' | write '&&'"},
        Wrong{"a OR b", "1:3 expected an operator or the end, found 'OR' | write '||'"},
        Wrong{"not a", "1:1 'not' is not an operator | write '!'"},
        Wrong{"a is null", "1:3 expected an operator or the end, found 'is' | write '== null' or '!= null'"},
        Wrong{"name like 'a%'",
              "1:6 expected an operator or the end, found 'like' | write name.contains('…'), "
              "name.startsWith('…') or name.endsWith('…')"},
        Wrong{"a < b < c", "1:7 comparisons don't chain | write 'a < b && b < c'"},
        Wrong{"ä == 1", "1:1 'ä' means nothing here | text is in quotes: 'ä'"},
        Wrong{"'ä' == #", "1:8 '#' is not an operator here | comments begin with '//'"},
        Wrong{"a ==\n  ", "2:3 expected a value, found the end | "},
        Wrong{"(a", "1:3 expected ')' to close the bracket, found the end | "},
        Wrong{"f(a b)", "1:5 expected ',' or ')', found 'b' | "},
        Wrong{"a.", "1:3 expected a name after '.', found the end | "},
        Wrong{"a ? b", "1:6 expected ':' and what holds otherwise, found the end | "},
        Wrong{"'abc", "1:1 the text is not closed | end it with ' on the same line"},
        Wrong{"'a\nb'", "1:1 the text is not closed | end it with ' on the same line"},
        Wrong{"'\\q'", "1:2 unknown escape in the text | write a backslash as '\\\\', or a raw text: r'…'"},
        Wrong{"'\\ud800'", "1:2 the escape is no character | NUL, surrogates and what is above 10FFFF are not"},
        Wrong{"'\\x00'", "1:2 the escape is no character | NUL, surrogates and what is above 10FFFF are not"},
        Wrong{"1e5",
              "1:1 '1e…' is not a number | numbers are digits, with a point where needed: 12, 0.5; no exponent, no "
              "suffix"},
        Wrong{"5u",
              "1:1 '5u…' is not a number | numbers are digits, with a point where needed: 12, 0.5; no exponent, no "
              "suffix"},
        Wrong{".5", "1:1 a number begins with a digit | write 0.5, not .5"},
        Wrong{"b'x'", "1:1 bytes literals are not part of rules | leave the 'b'"},
        Wrong{"{}", "1:1 '{' is not an operator here | maps are not part of rules"},
        Wrong{"a;", "1:2 ';' is not an operator here | a rule is one expression; join conditions with '&&'"},
        Wrong{"a in", "1:5 expected a value, found the end | "},
        Wrong{"\x01", "1:1 a control character means nothing here | text is in quotes: 'ä'"}));

TEST(Parse, BadUtf8IsRefused) { EXPECT_TRUE(parsed("'\xc3'").contains("not well-formed")); }

TEST(Parse, Threat077_DepthAndLengthAreBounded) {
  const auto repeated = [](std::string_view what, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += what;
    return text;
  };
  for (const std::string& text :
       {repeated("(", 8000), repeated("!", 8000), repeated("-", 8000), repeated("[", 4000), repeated("a(", 3000),
        repeated("a ? ", 2000), repeated("a.", 2000) + "a", repeated("1+", 500) + "1", repeated("a[", 2000)})
    EXPECT_TRUE(parsed(text).contains("nested too deeply")) << text.substr(0, 9) << parsed(text);
  EXPECT_TRUE(parsed(std::string(8193, ' ')).contains("longer than 8192 bytes"));
  EXPECT_TRUE(parsed("[" + repeated("1,", 3000) + "1]").contains("too many words"));
  // Length of && and || is not depth.
  EXPECT_TRUE(parsed(repeated("a && ", 900) + "a").starts_with("(&& a a"));
  EXPECT_EQ(parsed(repeated("(", 30) + "a" + repeated(")", 30)), "a");
}

}  // namespace
}  // namespace bedplate::expr
