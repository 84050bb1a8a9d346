#include <algorithm>
#include <gtest/gtest.h>

#include "sdl/parser.hpp"
#include "sdl/validate.hpp"

namespace bedplate::sdl {
namespace {

std::vector<std::string> found_in(std::string_view text) {
  const auto document = parse_document(text, Limits::schema(), Mode::kSchema);
  EXPECT_TRUE(document) << text;
  if (!document) return {};
  std::vector<std::string> messages;
  for (const Diagnostic& one : check_types(**document, "f")) {
    EXPECT_FALSE(one.hint.empty()) << one.message;
    messages.push_back(std::to_string(one.position.column) + " " + one.message);
  }
  return messages;
}

void expect_one(std::string_view text, std::string_view message) {
  EXPECT_EQ(found_in(text), std::vector<std::string>{std::string(message)}) << text;
}

TEST(CheckTypes, AcceptsAWholeSchema) {
  EXPECT_TRUE(found_in(R"(
    directive @d(to: [V!] = [READ], o: I, n: Int, f: Float, s: [String!], i: ID, b: Boolean, x: Any) repeatable on OBJECT
    enum V { READ WRITE } scalar Any input I { a: Int!, b: I = {a: 1}, c: [I!]! = [], d: J } input J { i: [I!]! }
    interface N { id(x: Int): ID } interface M implements N { id(x: Int): ID m: N }
    type A implements N & M @d(to: READ, o: {a: 1, b: null, c: {a: 2}}, n: -3, f: 1, s: "x", i: 7, b: true, x: {y: 1})
      { id(x: Int, y: Int): ID! m: A u: U } union U = A schema { query: A } extend type A { z: Int }
    type E extend type E { a: Int })")
                  .empty());
}

TEST(CheckTypes, NamesAreNotReserved) {
  expect_one("type __A { a: Int }",
             "6 Name \"__A\" must not begin with \"__\", which is reserved by GraphQL introspection.");
  EXPECT_EQ(
      found_in("type A { __a(__b: Int): Int } enum E { __C } input I { __d: Int } directive @__e on FIELD").size(), 5u);
}

TEST(CheckTypes, NothingIsEmpty) {
  expect_one("type A", "6 Type A must define one or more fields.");
  expect_one("union U", "7 Union type U must define one or more member types.");
  expect_one("enum E", "6 Enum type E must define one or more values.");
  expect_one("input I", "7 Input Object type I must define one or more fields.");
}

TEST(CheckTypes, TypesStandWhereTheyMay) {
  expect_one("type A { a(b: A): Int }", "15 The type of A.a(b:) must be Input Type but got: A.");
  expect_one("input I { a: Int } type A { a: [I!] }", "33 The type of A.a must be Output Type but got: [I!].");
  expect_one("directive @d(a: A) on FIELD type A { a: Int }", "17 The type of @d(a:) must be Input Type but got: A.");
  expect_one("union U = A | A type A { a: Int }", "15 Union type U can only include type A once.");
  expect_one("union U = E enum E { A }", "11 Union type U can only include Object types, it cannot include E.");
  expect_one("schema { mutation: E } enum E { A }",
             "20 Mutation root type must be Object type if provided, it cannot be E.");
  EXPECT_TRUE(found_in("type A { a(b: Unknown): Unknown } union U = Unknown").empty());
}

TEST(CheckTypes, InterfacesAreImplemented) {
  const std::string base = "interface I { f(a: Int): I } ";
  expect_one(base + "type A implements I { g: Int }", "48 Interface field I.f expected but A does not provide it.");
  expect_one(base + "type A implements I { f(a: Int): Int }",
             "63 Interface field I.f expects type I but A.f is type Int.");
  expect_one(base + "type A implements I { f: A }",
             "52 Interface field argument I.f(a:) expected but A.f does not provide it.");
  expect_one(base + "type A implements I { f(a: Int!): A }",
             "57 Interface field argument I.f(a:) expects type Int but A.f(a:) is type Int!.");
  expect_one(base + "type A implements I { f(a: Int, b: Int!): A }",
             "62 Object field A.f includes required argument b that is missing from the Interface field I.f.");
  expect_one(base + "interface J implements I { f(a: Int): J } type A implements J { f(a: Int): J }",
             "90 Type A must implement I because it is implemented by J.");
  expect_one("interface I implements I { a: Int }",
             "24 Type I cannot implement itself because it would create a circular reference.");
  expect_one("type A implements B { a: Int } type B { a: Int }",
             "19 Type A must only implement Interface types, it cannot implement B.");
  expect_one("interface I { a: Int } type A implements I & I { a: Int! }", "46 Type A can only implement I once.");
}

TEST(CheckTypes, InputObjectsCanBeFilled) {
  expect_one("input A { b: B! } input B { c: C! } input C { a: A! }",
             "11 Cannot reference Input Object \"A\" within itself through a series of non-null fields: \"b.c.a\".");
  expect_one("input A { a: A! b: Int }",
             "11 Cannot reference Input Object \"A\" within itself through a series of non-null fields: \"a\".");
  std::string chain;
  for (int i = 0; i < 5000; ++i) chain += "input A" + std::to_string(i) + " { a: A" + std::to_string(i + 1) + "! } ";
  EXPECT_TRUE(found_in(chain + "input A5000 { a: Int }").empty());
}

TEST(CheckTypes, ValuesFitTheirTypes) {
  const std::string base =
      "enum V { READ WRITE } input I { a: Int!, b: [V!] } "
      "directive @d(to: [V!], o: I, n: Int, f: Float, s: String!, i: ID, b: Boolean) on OBJECT ";
  const auto check = [&](const std::string& use, std::string_view message) {
    const auto found = found_in(base + "type A @d(" + use + ") { a: Int }");
    ASSERT_EQ(found.size(), 1u) << use;
    EXPECT_EQ(found[0].substr(found[0].find(' ') + 1), message);
  };
  check("to: [RAED]", "Value \"RAED\" does not exist in \"V\" enum. Did you mean \"READ\"?");
  check("to: \"READ\"", "Enum \"V\" cannot represent non-enum value: \"READ\".");
  check("to: [null]", "Expected value of type \"V!\", found null.");
  check("s: null", "Expected value of type \"String!\", found null.");
  check("n: 1.5", "Int cannot represent non-integer value: 1.5");
  check("n: 2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648");
  check("f: \"1\"", "Float cannot represent non numeric value: \"1\"");
  check("s: X", "String cannot represent a non string value: X");
  check("i: 1.0", "ID cannot represent a non-string and non-integer value: 1.0");
  check("b: 1", "Boolean cannot represent a non boolean value: 1");
  check("o: [1]", "Expected value of type \"I\", found […].");
  check("o: {}", "Field \"I.a\" of required type \"Int!\" was not provided.");
  check("o: {a: 1, bb: READ}", "Field \"bb\" is not defined by type \"I\". Did you mean \"b\"?");
  expect_one("input I { a: Int = \"x\" }", "20 Int cannot represent non-integer value: \"x\"");
}

}  // namespace
}  // namespace bedplate::sdl
