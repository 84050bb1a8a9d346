#include "model/prelude.hpp"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "model/directives.hpp"
#include "sdl/parser.hpp"
#include "sdl/print.hpp"
#include "sdl/validate.hpp"

namespace bedplate::model {
namespace {

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Prelude, IsValidByItself) {
  const auto parsed = sdl::parse_schema(prelude(), "bedplate.graphql");
  ASSERT_TRUE(parsed.diagnostics.empty()) << parsed.diagnostics[0].message;
  EXPECT_TRUE(sdl::validate_sdl(*parsed.document, "bedplate.graphql").empty());
  EXPECT_TRUE(sdl::check_types(*parsed.document, "bedplate.graphql").empty());
}

TEST(Prelude, EveryDirectiveHasItsRowInTheTable) {
  const auto parsed = sdl::parse_schema(prelude(), "bedplate.graphql");
  std::set<std::string_view> defined, listed;
  for (const auto* directive : parsed.document->directives) defined.insert(directive->name.text);
  for (const auto& info : directive_table()) EXPECT_TRUE(listed.insert(info.name).second) << info.name;
  EXPECT_EQ(defined, listed);
}

/// The text that the conformance suite gives to graphql-js.
TEST(Prelude, IsWhatTheConformanceSuiteReads) {
  const auto* path = BP_TEST_DATA "/../conformance/prelude/bedplate.graphql";
  if (std::getenv("BEDPLATE_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << prelude();
  EXPECT_EQ(read(path), prelude());
}

TEST(Prelude, DefinesTheRootsThatAModelOnlyExtends) {
  const auto parsed = sdl::parse_schema(
      "extend type Query { a: Int }\ntype Mutation { b: Int }\nextend type Mutation { c: Int }", "schema.graphql");
  const auto text = prelude_for(*parsed.document);
  EXPECT_TRUE(text.ends_with("type Query\n"));
  EXPECT_EQ(text.find("type Mutation"), std::string::npos);
}

/// One row a directive: `@name(arguments)`, where it stands, what it means, and whether it is served.
std::string reference_row(const sdl::DirectiveDefinition& directive) {
  std::string row = "| `@" + std::string(directive.name.text);
  for (std::size_t i = 0; i < directive.arguments.size(); ++i) {
    const auto& argument = directive.arguments[i];
    row += (i == 0 ? "(" : ", ") + std::string(argument.name.text) + ": " + sdl::print(*argument.type);
    if (argument.default_value != nullptr) row += " = " + sdl::print(*argument.default_value);
  }
  row += std::string(directive.arguments.empty() ? "" : ")") + "` | ";
  for (std::size_t i = 0; i < directive.locations.size(); ++i)
    row += (i == 0 ? "" : ", ") + std::string(directive.locations[i].text);
  if (directive.repeatable) row += ", repeatable";
  row += " | " + (directive.description == nullptr ? std::string() : std::string(directive.description->text)) + " | ";
  const auto* info = directive_info(directive.name.text);
  if (info->status == Status::kServed) return row + "served |\n";
  const std::string verbs = verb_names(info->blocks);
  return row + "not served yet" + (verbs.empty() ? "" : ": " + verbs + " answer 501") + " |\n";
}

TEST(Prelude, TheReferenceHasARowForEachDirective) {
  const auto parsed = sdl::parse_schema(prelude(), "bedplate.graphql");
  std::string table = "| directive | stands on | meaning | state |\n| --- | --- | --- | --- |\n";
  for (const auto* directive : parsed.document->directives) table += reference_row(*directive);
  const auto* path = BP_TEST_DATA "/../../docs/reference/directives.md";
  std::string page = read(path);
  static constexpr std::string_view kBegin = "<!-- table: begin -->\n", kEnd = "<!-- table: end -->";
  const auto from = page.find(kBegin), to = page.find(kEnd);
  ASSERT_TRUE(from != std::string::npos && to != std::string::npos);
  const auto start = from + kBegin.size();
  if (std::getenv("BEDPLATE_UPDATE_GOLDEN") != nullptr) {
    page.replace(start, to - start, table);
    std::ofstream(path, std::ios::binary) << page;
    return;
  }
  EXPECT_EQ(page.substr(start, to - start), table) << "refresh with BEDPLATE_UPDATE_GOLDEN=1";
}

}  // namespace
}  // namespace bedplate::model
