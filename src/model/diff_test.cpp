#include "model/diff.hpp"

#include <gtest/gtest.h>

#include "model/compile.hpp"

namespace bedplate::model {
namespace {

std::string changes(std::string_view released, std::string_view now) {
  const auto before = compile(released, "old.graphql"), after = compile(now, "schema.graphql");
  EXPECT_TRUE(before.model && after.model);
  if (!before.model || !after.model) return "not compiled";
  std::string out;
  for (const auto& each : breaking_changes(*before.model, *after.model, "schema.graphql")) {
    EXPECT_EQ(each.code, "breaking-change");
    EXPECT_FALSE(each.hint.empty());
    out += each.message + "\n";
  }
  return out;
}

constexpr std::string_view kReleased = R"(
enum Color { RED BLUE }
type Shelf @entity @allow { id: ID! name: String! books: [Book!]! @relation(inverse: "shelf") }
type Book @entity @allow { id: ID! title: String! pages: Int color: Color shelf: Shelf @relation })";

TEST(Diff, TheSameModelBreaksNothing) { EXPECT_EQ(changes(kReleased, kReleased), ""); }

TEST(Diff, AdditionsBreakNothing) {
  EXPECT_EQ(changes(kReleased, R"(
enum Color { RED BLUE GREEN }
type Shelf @entity @allow { id: ID! name: String! width: Int books: [Book!]! @relation(inverse: "shelf") }
type Book @entity { id: ID! title: String! pages: Int color: Color shelf: Shelf @relation stock: Int! @default(value: 0) }
type Loan @entity @allow { id: ID! book: Book! @relation })"),
            "");
}

TEST(Diff, WhatWentOrChangedIsNamed) {
  EXPECT_EQ(changes(kReleased, R"(
enum Color { RED }
type Shelf @entity(plural: "racks") @allow { id: ID! name: String! books: [Book!]! @relation(inverse: "shelf") }
type Book @entity @allow { id: ID! title: String pages: String color: Color isbn: String! shelf: Shelf! @relation })"),
            "Value \"BLUE\" of enum \"Color\" is gone.\n"
            "Resource \"shelfs\" is now \"racks\".\n"
            "\"Book.title\" may now be null, which clients don't expect.\n"
            "\"Book.pages\" was Int and is String.\n"
            "\"Book.isbn\" is new and must be given by clients that create.\n"
            "\"Book.shelfId\" must now be given by clients that create.\n");
}

TEST(Diff, FieldsAreComparedForReadersAndWriters) {
  EXPECT_EQ(
      changes("type A @entity @allow { id: ID! a: String! b: Int c: String d: String e: String f: Int g: String }",
              "type A @entity @allow {\n id: ID!\n a: String\n b: BigInt\n c: String!\n d: String @readOnly\n"
              " e: String @hidden\n h: Int @renamedFrom(name: \"f\")\n i: Int!\n}"),
      "\"A.g\" is gone.\n"
      "\"A.a\" may now be null, which clients don't expect.\n"
      "\"A.b\" was Int and is BigInt.\n"
      "\"A.c\" must now be given by clients that create.\n"
      "\"A.d\" can no longer be written.\n"
      "\"A.e\" is now hidden.\n"
      "\"A.f\" is now \"h\", and the old name is not served.\n"
      "\"A.i\" is new and must be given by clients that create.\n");
}

}  // namespace
}  // namespace bedplate::model
