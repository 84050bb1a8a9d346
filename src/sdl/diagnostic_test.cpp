#include "sdl/diagnostic.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "sdl/parser.hpp"
#include "sdl/render_json.hpp"
#include "sdl/render_sarif.hpp"
#include "sdl/validate.hpp"

namespace bedplate::sdl {
namespace {

constexpr std::string_view kText = "type A {\n\té: Int\n}\n";

Diagnostic twins() {
  Diagnostic one;
  one.code = "unique-type-names";
  one.file = "a b.graphql";
  one.position = {2, 8, 16};
  one.length = 1;
  one.message = "There can be only one type named \"A\".";
  one.hint = "Rename one.";
  one.related.push_back({{1, 6, 5}, 1, "first defined here", {}});
  return one;
}

TEST(Diagnostic, ShowsTheLineTheCaretAndTheHint) {
  const std::string text = "type A {a: Int}\n\ttype A\n";
  Diagnostic one = twins();
  one.position = {2, 7, 22};
  const SourceText source{"a b.graphql", text};
  EXPECT_EQ(render_human({&one, 1}, {&source, 1}),
            "a b.graphql:2:7: error: There can be only one type named \"A\". [unique-type-names]\n"
            "  2 | \ttype A\n"
            "    | \t     ^\n"
            "  hint: Rename one.\n"
            "  a b.graphql:1:6: note: first defined here\n"
            "  1 | type A {a: Int}\n"
            "    |      ^\n");
}

TEST(Diagnostic, UnderlinesCodePointsAndCutsLongLines) {
  Diagnostic one;
  one.file = "f";
  const std::string wide = std::string(500, 'x') + " éé " + std::string(500, 'y');
  one.position = {1, 502, 501};
  one.length = 4;
  one.message = "m";
  const SourceText source{"f", wide};
  const std::string text = render_human({&one, 1}, {&source, 1});
  EXPECT_NE(text.find("^~\n"), std::string::npos);
  EXPECT_LT(text.size(), 500u);
}

TEST(Diagnostic, ATerminalDoesNotObeyTheFile) {
  const auto schema = parse_schema("type A { a: \"\"\"\x1b[2J\"\"\" }\n", "f");
  const SourceText source{"f", schema.document->source};
  EXPECT_EQ(render_human(schema.diagnostics, {&source, 1}).find('\x1b'), std::string::npos);
  EXPECT_NE(render_human(schema.diagnostics, {&source, 1}, Color::kOn).find("\x1b[1;31merror:"), std::string::npos);
}

TEST(Diagnostic, PlacesOutsideOfTheTextDoNoHarm) {
  Diagnostic one = twins();
  one.position = {99, 1, 9999};
  const SourceText source{"a b.graphql", kText};
  EXPECT_NE(render_human({&one, 1}, {&source, 1}).find("99:1"), std::string::npos);
  EXPECT_NE(render_human({&one, 1}, {}).find("error"), std::string::npos);
}

TEST(Diagnostic, JsonHoldsEverything) {
  const Diagnostic one = twins();
  const auto json = boost::json::parse(render_json({&one, 1}));
  EXPECT_EQ(json.at("errors"), 1);
  const auto& found = json.at("diagnostics").at(0);
  EXPECT_EQ(found.at("message").as_string(), one.message);
  EXPECT_EQ(found.at("line"), 2);
  EXPECT_EQ(found.at("related").at(0).at("column"), 6);
  EXPECT_EQ(boost::json::parse(render_json({})).at("diagnostics").as_array().size(), 0u);
}

TEST(Diagnostic, SarifHasRulesResultsAndRegions) {
  Diagnostic bad = twins();
  bad.message = "quote \" control \x01 broken \xff";
  const Diagnostic all[] = {twins(), bad};
  const auto json = boost::json::parse(render_sarif(all, "bedplate", "1.0"));
  EXPECT_EQ(json.at("version").as_string(), "2.1.0");
  const auto& run = json.at("runs").at(0);
  EXPECT_EQ(run.at("tool").at("driver").at("rules").as_array().size(), 1u);
  const auto& result = run.at("results").at(0);
  EXPECT_EQ(result.at("level").as_string(), "error");
  const auto& place = result.at("locations").at(0).at("physicalLocation");
  EXPECT_EQ(place.at("artifactLocation").at("uri").as_string(), "a%20b.graphql");
  EXPECT_EQ(place.at("region").at("startColumn"), 8);
  EXPECT_TRUE(boost::json::parse(render_sarif({}, "b", "1")).at("runs").at(0).at("results").as_array().empty());
}

}  // namespace
}  // namespace bedplate::sdl
