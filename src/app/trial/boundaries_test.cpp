#include "app/trial/boundaries.hpp"

#include <gtest/gtest.h>

#include "model/compile.hpp"

namespace bedplate::app {
namespace {

/// The boundaries of the one field, `+` before what fits, as `+2 | -3`.
std::string boundaries(const std::string& field) {
  const auto compiled = model::compile(
      "enum Size { S L }\ntype Thing @entity @allow { id: ID!\n value: " + field + " }", "schema.graphql");
  if (!compiled.model) return compiled.diagnostics.empty() ? "no model" : compiled.diagnostics.front().message;
  std::string text;
  for (const auto& each : boundaries_of(*compiled.model, *compiled.model->entities[0].find("value")))
    text += (text.empty() ? "" : " | ") + std::string(each.fits ? "+" : "-") + each.json;
  return text;
}

TEST(Boundaries, OfNumbersAreTheirConstraintsElseTheTypes) {
  EXPECT_EQ(boundaries("Int! @constraint(min: 1, max: 5)"), "-null | -\"many\" | -1.5 | +1 | -0 | +5 | -6");
  EXPECT_EQ(boundaries("Int"),
            "+null | -\"many\" | -1.5 | +-2147483648 | -"
            "-2147483649 | +2147483647 | -2147483648");
  EXPECT_EQ(boundaries("BigInt! @constraint(min: 0)"),
            "-null | -\"many\" | -1.5 | +0 | --1 | +9223372036854775807 | -9223372036854775808 | +9007199254740993");
}

TEST(Boundaries, OfADecimalAreItsDigitsToo) {
  EXPECT_EQ(boundaries("Decimal! @decimal(precision: 5, scale: 2) @constraint(min: 0)"),
            "-null | -\"many\" | -1999.99 | -0.001 | +0 | --0.01 | +999.99");
}

TEST(Boundaries, OfTextsCountCharacters) {
  EXPECT_EQ(boundaries("String! @constraint(minLength: 2, maxLength: 3)"),
            "-null | -7 | +\"éé\" | -\"é\" | +\"ééé\" | -\"éééé\"");
  EXPECT_EQ(boundaries("String @constraint(pattern: \"^[a-z]+$\")"), "+null | -7 | -\"\"");
}

TEST(Boundaries, OfDaysAreDays) {
  EXPECT_EQ(boundaries("Date! @constraint(min: \"2024-03-01\", max: \"2024-12-31\")"),
            "-null | +\"2024-03-01\" | -\"2024-02-29\" | +\"2024-12-31\" | -\"2025-01-01\" | -\"2026-02-29\"");
}

TEST(Boundaries, OfEnumsAndListsAreTheirValuesAndItems) {
  EXPECT_EQ(boundaries("Size!"), "-null | +\"S\" | +\"L\" | -\"NO_SUCH_VALUE\"");
  EXPECT_EQ(boundaries("[Int!]! @constraint(minItems: 1, maxItems: 2)"),
            "-null | -\"no list\" | +[1] | -[] | +[1,1] | -[1,1,1]");
}

}  // namespace
}  // namespace bedplate::app
