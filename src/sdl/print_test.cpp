#include "sdl/print.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

#include "sdl/equal.hpp"
#include "sdl/parser.hpp"

namespace bedplate::sdl {
namespace {

const Limits kWide = Limits::schema();

void expect_round_trip(std::string_view text) {
  const auto first = parse_document(text, kWide, Mode::kBoth);
  ASSERT_TRUE(first) << first.error().message() << " in " << text;
  const std::string printed = print(**first);
  const auto second = parse_document(printed, kWide, Mode::kBoth);
  ASSERT_TRUE(second) << second.error().message() << " in " << printed;
  EXPECT_TRUE(equal(**first, **second)) << text << "\n-- became --\n" << printed;
  EXPECT_EQ(print(**second), printed);
}

TEST(Print, WritesOneStyle) {
  const auto good = parse_document(R"("""
  Doc
   more
""" type A implements B&C @d(a:[1,{b:null}] , e:"x\n") { "f" f("arg" x:Int=1 @y, z:[Int!]!):T! g(a:Int, b:Int):[T] }
union U=|A|B enum E{A B@x} schema{query:A} extend type A @z directive @d(a:Int) repeatable on FIELD|OBJECT
query Q($a:Int=1){a:b(c:$a){...F ... on A{b} ...{c}}} {x})",
                                   kWide, Mode::kBoth);
  ASSERT_TRUE(good);
  EXPECT_EQ(print(**good), R"("""
Doc
 more
"""
type A implements B & C @d(a: [1, {b: null}], e: "x\n") {
  "f"
  f(
    "arg"
    x: Int = 1 @y
    z: [Int!]!
  ): T!
  g(a: Int, b: Int): [T]
}

union U = A | B

enum E {
  A
  B @x
}

schema {
  query: A
}

extend type A @z

directive @d(a: Int) repeatable on FIELD | OBJECT

query Q($a: Int = 1) {
  a: b(c: $a) {
    ...F
    ... on A {
      b
    }
    ... {
      c
    }
  }
}

{
  x
}
)");
}

TEST(Print, EveryCaseOfTheReferenceRoundTrips) {
  std::ifstream file(BP_TEST_DATA "/graphql-validation/cases.jsonl");
  std::size_t count = 0;
  for (std::string line; std::getline(file, line); ++count) {
    const auto one = boost::json::parse(line);
    expect_round_trip(one.at("document").as_string());
  }
  EXPECT_EQ(count, 536u);
}

TEST(Print, EveryBlockStringRoundTrips) {
  std::mt19937 random(7);
  constexpr std::string_view kPieces[] = {"a", " ", "\t", "\n", "\r\n", "\\\"\"\"", "\"", "\\", "é", "\x01"};
  for (int i = 0; i < 4000; ++i) {
    std::string text = "\"\"\"";
    for (unsigned n = random() % 12; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    text += " x\"\"\" type A { ";
    text += i % 2 ? "a(b: String = " + text.substr(0, text.size() - 9) + ")" : "a";
    text += ": Int }";
    if (!parse_document(text, kWide, Mode::kBoth)) continue;
    expect_round_trip(text);
  }
}

TEST(Print, EqualSeesEveryDifference) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"type A { a: Int }", "type A { a: Int! }"},
      {"type A { a: [Int] }", "type A { a: [[Int]] }"},
      {"type A", "extend type A @a"},
      {"type A", "\"d\" type A"},
      {"type A @a", "type A @b"},
      {"type A @a(b: 1)", "type A @a(b: 1.0)"},
      {"input A { a: Int = 1 }", "input A { a: Int }"},
      {"input A { a: B = {c: [1]} }", "input A { a: B = {c: [2]} }"},
      {"union A = B", "union A = C"},
      {"enum A { B }", "enum A { B C }"},
      {"directive @a on FIELD", "directive @a repeatable on FIELD"},
      {"{ a }", "{ b: a }"},
      {"{ a { b } }", "{ a { c } }"},
      {"{ a }", "mutation { a }"},
      {"query($a: Int) { a }", "query($a: Int = 1) { a }"},
      {"{ ...a }", "{ ... @a { a } }"},
      {"schema { query: A }", "schema { mutation: A }"},
      {"fragment a on A { a }", "fragment a on B { a }"},
      {"type A { a: String @b(c: true) }", "type A { a: String @b(c: false) }"},
  };
  for (const auto& [a, b] : kPairs) {
    const auto x = parse_document(a, kWide, Mode::kBoth);
    const auto y = parse_document(b, kWide, Mode::kBoth);
    ASSERT_TRUE(x && y) << a << b;
    EXPECT_FALSE(equal(**x, **y)) << a << " | " << b;
    EXPECT_TRUE(equal(**x, **x));
  }
}

}  // namespace
}  // namespace bedplate::sdl
