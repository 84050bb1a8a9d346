#include "sdl/validate.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <gtest/gtest.h>

#include "sdl/parser.hpp"
#include "sdl/rules.hpp"

namespace bedplate::sdl {
namespace {

namespace json = boost::json;

Document parsed(std::string_view text) {
  auto document = parse_document(text, Limits::schema(), Mode::kBoth);
  if (!document) {
    ADD_FAILURE() << document.error().message() << " in " << text;
    std::abort();
  }
  return *std::move(document);
}

std::vector<json::value> cases(std::string_view kind) {
  std::ifstream file(BP_TEST_DATA "/graphql-validation/cases.jsonl");
  std::vector<json::value> found;
  for (std::string line; std::getline(file, line);) {
    json::value one = json::parse(line);
    if (one.at("kind").as_string() == kind) found.push_back(std::move(one));
  }
  return found;
}

std::string text_of(const json::value& value) { return std::string(value.as_string()); }

/// `message [line:column line:column]`, as both sides are compared.
std::string expected_text(const json::value& error) {
  std::string text = text_of(error.at("message"));
  for (const json::value& place : error.at("locations").as_array()) {
    text += ' ' + std::to_string(place.at("line").as_int64()) + ':' + std::to_string(place.at("column").as_int64());
  }
  return text;
}

std::string actual_text(const Diagnostic& found) {
  std::string text = found.message;
  const auto place = [&](Position at) { text += ' ' + std::to_string(at.line) + ':' + std::to_string(at.column); };
  for (const Related& related : found.related) place(related.position);
  place(found.position);
  return text;
}

TEST(Validate, EverySdlCaseOfTheReferenceGivesItsErrors) {
  std::size_t count = 0;
  for (const json::value& one : cases("sdl")) {
    const std::string document_text = text_of(one.at("document"));
    const Document document = parsed(document_text);
    std::optional<Document> base;
    if (one.at("schema").is_string() && !one.at("schema").as_string().empty()) base = parsed(text_of(one.at("schema")));
    const auto rule = std::ranges::find(sdl_rules(), text_of(one.at("rule")), &Rule::reference);
    ASSERT_NE(rule, sdl_rules().end()) << one.at("rule");
    const SchemaIndex index(*document, base ? &**base : nullptr);
    Findings findings("schema.graphql");
    rule->run(index, findings);
    std::vector<std::string> expected;
    for (const json::value& error : one.at("errors").as_array()) expected.push_back(expected_text(error));
    std::vector<std::string> actual;
    for (const Diagnostic& found : std::move(findings).take()) {
      actual.push_back(actual_text(found));
      EXPECT_FALSE(found.hint.empty()) << found.message;
    }
    EXPECT_EQ(actual, expected) << rule->reference << document_text;
    ++count;
  }
  EXPECT_EQ(count, 106u);
}

TEST(Validate, EveryQueryCaseOfTheReferenceParses) {
  std::size_t count = 0;
  for (const json::value& one : cases("query")) {
    EXPECT_TRUE(parse_document(text_of(one.at("document")), {}, Mode::kBoth)) << one.at("document");
    EXPECT_TRUE(parse_document(text_of(one.at("schema")), Limits::schema(), Mode::kSchema));
    ++count;
  }
  EXPECT_EQ(count, 430u);
}

TEST(Validate, FindsEverythingAtOnceInTheOrderOfTheFile) {
  const Document document = parsed("type A @x { a: B }\ntype A { a(b: Int @skip): Int }");
  const auto found = validate_sdl(*document, "schema.graphql");
  ASSERT_EQ(found.size(), 6u);
  EXPECT_TRUE(std::ranges::is_sorted(found, {}, [](const Diagnostic& one) { return one.position.offset; }));
  EXPECT_EQ(found[0].message, "Unknown directive \"@x\".");
  EXPECT_EQ(found[0].code, "known-directives");
  EXPECT_EQ(found[0].file, "schema.graphql");
  EXPECT_TRUE(has_errors(found));
}

TEST(Validate, ArgumentsAndInputFieldsAreGivenOnce) {
  const Document document = parsed(
      "directive @d(a: I, b: Int) on OBJECT\ninput I { c: Int d: [I] = [{c: 1, c: 2}] }\n"
      "type T @d(a: {d: [{c: 1, c: 2}]}, b: 1, b: 2) { f: Int }");
  const auto found = validate_sdl(*document, "f");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].message, "There can be only one input field named \"c\".");
  EXPECT_EQ(found[1].message, "There can be only one input field named \"c\".");
  EXPECT_EQ(found[2].message, "There can be only one argument named \"b\".");
}

}  // namespace
}  // namespace bedplate::sdl
