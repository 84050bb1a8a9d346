#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "expr/typer.hpp"

namespace bedplate::expr {
namespace {

TEST(RulesPage, HasEveryFunctionAndMacro) {
  std::ifstream in(BP_TEST_DATA "/../../docs/reference/rules.md");
  std::ostringstream read;
  read << in.rdbuf();
  const std::string page = read.str();
  const std::size_t macros = page.find("## Macros");
  ASSERT_NE(macros, std::string::npos);
  for (const auto name : function_names())
    EXPECT_LT(page.find(std::string(name) + "("), macros) << name << " is missing in docs/reference/rules.md";
  for (const auto name : macro_names())
    EXPECT_NE(page.find("`items." + std::string(name) + "(", macros), std::string::npos)
        << name << " is missing in docs/reference/rules.md";
}

}  // namespace
}  // namespace bedplate::expr
