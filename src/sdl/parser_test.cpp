#include "sdl/parser.hpp"

#include <gtest/gtest.h>

#include "sdl/print.hpp"

namespace bedplate::sdl {
namespace {

Document parsed(std::string_view text, Mode mode = Mode::kBoth) {
  auto document = parse_document(text, Limits::schema(), mode);
  if (!document) {
    ADD_FAILURE() << document.error().message() << " at " << document.error().position().line;
    std::abort();
  }
  return *std::move(document);
}

Error refused(std::string_view text, const Limits& limits = {}, Mode mode = Mode::kBoth) {
  auto document = parse_document(text, limits, mode);
  if (!document) return document.error();
  ADD_FAILURE() << "accepted: " << text.substr(0, 80);
  return Error(Reason::kInternal, "");
}

std::string default_text(std::string_view literal) {
  const Document document = parsed("input I { a: String = " + std::string(literal) + " }");
  return std::string(document->types[0]->input_fields[0].default_value->text);
}

TEST(Parser, ReadsATypeWithEverything) {
  const Document document = parsed(R"("d" type Order implements A & B @entity(key: ["a", "b"]) @x {
    "f" items(first: Int! = 3 @d, where: W): [[Item!]!]! @relation(inverse: "order")
  })");
  ASSERT_EQ(document->types.size(), 1u);
  const TypeDefinition& type = *document->types[0];
  EXPECT_EQ(type.kind, TypeKind::kObject);
  EXPECT_EQ(type.description->text, "d");
  EXPECT_EQ(type.at, (Position{1, 1, 0}));
  EXPECT_EQ(type.name.text, "Order");
  EXPECT_EQ(type.name.at, (Position{1, 10, 9}));
  ASSERT_EQ(type.interfaces.size(), 2u);
  EXPECT_EQ(type.interfaces[1].text, "B");
  ASSERT_EQ(type.directives.size(), 2u);
  EXPECT_EQ(type.directives[0].arguments[0].value.items[1].text, "b");
  const FieldDefinition& field = type.fields[0];
  EXPECT_EQ(field.description->text, "f");
  EXPECT_EQ(print(*field.type), "[[Item!]!]!");
  EXPECT_EQ(field.type->named().text, "Item");
  EXPECT_EQ(field.arguments[0].default_value->text, "3");
  EXPECT_EQ(field.arguments[0].directives[0].name.text, "d");
  EXPECT_EQ(field.directives[0].name.text, "relation");
}

TEST(Parser, ReadsEveryKindOfDefinition) {
  const Document document = parsed(R"(
    schema @s { query: Q mutation: M } extend schema { subscription: S }
    scalar D @specifiedBy(url: "u") extend scalar D @x interface I implements J & K { a: Int } extend interface I @x
    union U = | A | B extend union U = C enum E { A @d B } extend enum E { C }
    input N { a: [Int!] = [1, 2] b: N = {a: [], b: {}} } extend input N { c: Int }
    directive @d("why" a: Int = 1) repeatable on | FIELD | ENUM_VALUE
    query Q($a: [Int!]! = [1] @d, $b: N) @d { x: a(b: $b) @d { ...F ... on T @d { c } ... @include(if: true) { d } } }
    mutation { a } subscription S { a } fragment F on T @d { a } { bare })");
  EXPECT_EQ(document->definitions.size(), 18u);
  EXPECT_EQ(document->schemas.size(), 2u);
  EXPECT_EQ(document->types.size(), 10u);
  EXPECT_EQ(document->directives[0]->locations[1].text, "ENUM_VALUE");
  EXPECT_TRUE(document->directives[0]->repeatable);
  ASSERT_EQ(document->operations.size(), 4u);
  const Selection& x = document->operations[0]->selections[0];
  EXPECT_EQ(x.response_name().text, "x");
  EXPECT_EQ(x.arguments[0].value.kind, ValueKind::kVariable);
  ASSERT_EQ(x.selections.size(), 3u);
  EXPECT_EQ(x.selections[0].kind, SelectionKind::kFragmentSpread);
  EXPECT_EQ(x.selections[1].on.text, "T");
  EXPECT_EQ(x.selections[2].directives[0].name.text, "include");
  EXPECT_EQ(x.selections[2].selections[0].name.text, "d");
}

TEST(Parser, UnescapesStrings) {
  EXPECT_EQ(default_text(R"("a\"\\\/\b\f\n\r\tz")"), "a\"\\/\b\f\n\r\tz");
  EXPECT_EQ(default_text(R"("\u00e9\u{1F600}\uD83D\uDE00é")"), "é😀😀é");
  EXPECT_EQ(default_text(R"("")"), "");
  for (const char* bad :
       {R"("\uD83D")", R"("\uDE00")", R"("\u{110000}")", R"("\u{}")", R"("\u{D800}")", R"("\u12G4")", R"("\x")",
        R"("\u{00000000041}")", "\"a\nb\"", "\"a", "\"\xff\"", "\"\xed\xa0\x80\"", "\"\\"}) {
    (void)refused("input I { a: String = " + std::string(bad) + " }");
  }
}

TEST(Parser, TakesTheIndentationFromBlockStrings) {
  EXPECT_EQ(default_text("\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\""),
            "Hello,\n  World!\n\nYours,\n  GraphQL.");
  EXPECT_EQ(default_text("\"\"\"  one  \"\"\""), "  one  ");
  EXPECT_EQ(default_text("\"\"\"a\r\n  b\r\t\r   c\n\n\"\"\""), "a\nb\n\n c");
  EXPECT_EQ(default_text(R"("""a \""" \n b""")"), R"(a """ \n b)");
  EXPECT_EQ(default_text("\"\"\"\n\n   \n\"\"\""), "");
}

TEST(Parser, CountsColumnsInCodePointsAndLinesByEveryLineEnd) {
  const Document document = parsed("\xef\xbb\xbf# é\r\ntype A { \"\"\"é\n\"\"\" a: Int }\r\"😀\" scalar B");
  EXPECT_EQ(document->types[0]->at, (Position{2, 1, 9}));
  EXPECT_EQ(document->types[0]->fields[0].name.at.line, 3u);
  EXPECT_EQ(document->types[0]->fields[0].name.at.column, 5u);
  EXPECT_EQ(document->types[1]->name.at.line, 4u);
  EXPECT_EQ(document->types[1]->name.at.column, 12u);
  EXPECT_EQ(parsed("\xef\xbb\xbftype A")->types[0]->at.column, 1u);
}

TEST(Parser, SaysWhatItExpectedAndWhere) {
  const auto check = [](std::string_view text, std::string_view message, Position at) {
    const Error error = refused(text, {}, Mode::kExecutable);
    EXPECT_EQ(error.message(), "Syntax Error: " + std::string(message)) << text;
    EXPECT_EQ(error.position(), at) << text;
    EXPECT_FALSE(error.hint().empty() && message.starts_with("Unexpected")) << text;
    EXPECT_EQ(error.reason(), Reason::kInvalidQuery);
  };
  check("{", "Expected Name, found <EOF>.", {1, 2, 1});
  check("{ }", "Expected Name, found \"}\".", {1, 3, 2});
  check("{ a(b: ) }", "Unexpected \")\".", {1, 8, 7});
  check("{ a() }", "Expected Name, found \")\".", {1, 5, 4});
  check("", "Unexpected <EOF>.", {1, 1, 0});
  check("{ a }\n }", "Unexpected \"}\".", {2, 2, 7});
  check("query ($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", {1, 18, 17});
  check("fragment on on T { a }", "Unexpected Name \"on\".", {1, 10, 9});
  check("{ a: 'x' }", "Unexpected single quote character ('), did you mean to use a double quote (\")?", {1, 6, 5});
  check("{ é }", "Unexpected character: \"é\".", {1, 3, 2});
  check("{ a ...F { b } }", "Expected Name, found \"{\".", {1, 10, 9});
  check("type A", "Unexpected Name \"type\".", {1, 1, 0});
  for (const char* number : {"00", "01", "-", "1.", "1.e3", "1e", "1e+", "1a", "0x1", "1.2.3", "1_000", "-a"}) {
    (void)refused("{ a(b: " + std::string(number) + ") }", {}, Mode::kExecutable);
  }
}

TEST(Parser, HintsAtTheWordThatWasMeant) {
  EXPECT_EQ(refused("typ A { a: Int }").hint(), "Did you mean \"type\"?");
  EXPECT_TRUE(refused("directive @a on FIELD_DEFINITON").hint().starts_with("Did you mean \"FIELD_DEFINITION\""));
  EXPECT_EQ(refused("query { a }", {}, Mode::kSchema).reason(), Reason::kInvalidModel);
  EXPECT_EQ(refused("enum E { true }").message(), "Name \"true\" is reserved and cannot be used for an enum value.");
  EXPECT_EQ(refused("extend type A").message(), "Unexpected <EOF>.");
  EXPECT_EQ(refused("\"d\" extend type A @b").message(), "Unexpected Name \"extend\".");
}

TEST(Parser, ReportsSeveralSyntaxErrorsAtOnce) {
  const ParsedSchema schema = parse_schema(R"(type A {
  a: Int
enum B { X Y }
type C { c }
scalar D
"""
described
"""
typ E { e: Int }
input F { f: Int = 'x' }
union G = A
type H { h: [Int }
)",
                                           "schema.graphql");
  ASSERT_EQ(schema.diagnostics.size(), 5u);
  EXPECT_EQ(schema.diagnostics[0].position.line, 3u);
  EXPECT_EQ(schema.diagnostics[0].hint, "Is a \"}\" missing before line 3?");
  EXPECT_EQ(schema.diagnostics[1].position.line, 4u);
  EXPECT_EQ(schema.diagnostics[2].hint, "Did you mean \"type\"?");
  EXPECT_EQ(schema.diagnostics[3].position.line, 10u);
  EXPECT_EQ(schema.diagnostics[4].message, "Expected \"]\", found \"}\".");
  ASSERT_EQ(schema.document->types.size(), 3u);
  EXPECT_EQ(schema.document->types[0]->name.text, "B");
  EXPECT_EQ(schema.document->types[2]->name.text, "G");
}

TEST(Parser, RecoveryEndsOnAnyText) {
  for (const char* text : {"", "}", "\"", "type A {\ntype", "type\ntype\ntype", "\"\"\"", "'\n'\ntype A", "extend",
                           "\"x\"\n\"y\"\n\"z\"", "type A { a: [[[\nenum\nenum"}) {
    EXPECT_FALSE(parse_schema(text, "f").diagnostics.empty()) << text;
  }
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "type A {\n";
  EXPECT_EQ(parse_schema(many, "f").diagnostics.size(), Limits::schema().diagnostics);
}

TEST(Parser, ReadsAValueAlone) {
  Arena arena;
  const auto value = parse_value(arena, "{a: [1, $b, RED], c: null}", {});
  ASSERT_TRUE(value);
  EXPECT_EQ((*value)->fields[0].value.items[2].kind, ValueKind::kEnum);
  EXPECT_EQ((*value)->length, 26u);
  EXPECT_FALSE(parse_value(arena, "1 2", {}));
  EXPECT_FALSE(parse_value(arena, "", {}));
}

}  // namespace
}  // namespace bedplate::sdl
