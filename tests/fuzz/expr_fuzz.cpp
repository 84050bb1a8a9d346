// Rules from bytes: parse, type over a fixed model, simplify, evaluate and read back; none may crash, be slow, or
// change its meaning on the way.
#include <cstdint>

#include "../support/rules_world.hpp"
#include "base/assert.hpp"
#include "expr/describe.hpp"
#include "expr/parse.hpp"
#include "expr/simplify.hpp"
#include "expr/type.hpp"

using namespace bedplate;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  test::RulesWorld world;
  world.allow_old(true);
  world.in_cpp(true);
  Arena arena;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto made = expr::compile_expression(text, world, arena, expr::kRuleType);
  if (!made) {
    BP_ASSERT(!made.error().empty());
    for (const Error& one : made.error()) BP_ASSERT(!one.message().empty() && one.position().line > 0);
    return 0;
  }
  test::RulesRows rows(world, 3, 4);
  const test::RulesFacts facts(world, rows, static_cast<unsigned>(size));
  const auto* row = rows.of(test::RulesWorld::kOrder).front();
  const expr::Inputs inputs{
      .rows = &rows, .row = row, .old_row = row, .slots = {}, .facts = &facts, .enums = &world, .now = 7};
  const auto holds = [&](expr::FactId fact) { return facts.holds(fact); };
  const Cell value = expr::evaluate(**made, inputs, arena);
  BP_ASSERT(expr::evaluate(*expr::simplify(*made, holds, arena), inputs, arena) == value);
  const std::string shown = expr::describe(**made, world);
  if (const auto again = expr::compile_expression(shown, world, arena, expr::kRuleType))
    BP_ASSERT(expr::evaluate(**again, inputs, arena) == value);
  return 0;
}
