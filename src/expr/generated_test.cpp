// Properties that hold of every expression, over random ones.
#include <gtest/gtest.h>

#include "expr/describe.hpp"
#include "expr/evaluate.hpp"
#include "expr/simplify.hpp"
#include "expr/type.hpp"
#include "expr/visit.hpp"
#include "support/expression_generator.hpp"

namespace bedplate::expr {
namespace {

using test::ExpressionGenerator;
using test::RulesFacts;
using test::RulesRows;
using test::RulesWorld;

std::string told(const Findings& findings) {
  std::string out;
  for (const Error& one : findings)
    out += std::to_string(one.position().column) + ": " + one.message() + " [" + one.hint() + "]\n";
  return out;
}

class Generated : public testing::Test {
 protected:
  static constexpr unsigned kSeed = 20240517;
  static constexpr int kExpressions = 1500;

  const Node* next() {
    // A Boolean is the commonest, but every type is asked for.
    const std::size_t turn = turn_++ % (ExpressionGenerator::kScalars.size() + 4);
    const Scalar scalar =
        turn < ExpressionGenerator::kScalars.size() ? ExpressionGenerator::kScalars[turn] : Scalar::kBoolean;
    const std::string text = generator_.value(scalar);
    text_ = text;
    expected_ = Type{.scalar = scalar};
    expected_.precision = 38;
    expected_.scale = 10;
    const auto made = compile_expression(text, world_, arena_, expected_);
    if (!made) {
      ADD_FAILURE() << text << "\n" << told(made.error());
      return nullptr;
    }
    generator_.count(**made);
    return *made;
  }
  Cell run(const Node& node, const RulesRows::Record* row, const RulesFacts& facts) {
    return evaluate(
        node,
        Inputs{
            .rows = &rows_, .row = row, .slots = {}, .facts = &facts, .enums = &world_, .now = 1'700'000'000'000'000},
        arena_);
  }

  RulesWorld world_;
  RulesRows rows_{world_, 7};
  ExpressionGenerator generator_{world_, kSeed};
  Arena arena_;
  std::size_t turn_ = 0;
  std::string text_;
  Type expected_;
};

TEST_F(Generated, DescribingAndReadingBackIsTheSameTree) {
  for (int i = 0; i < kExpressions; ++i) {
    const Node* node = next();
    ASSERT_NE(node, nullptr);
    const std::string text = describe(*node, world_);
    const auto again = compile_expression(text, world_, arena_, expected_);
    ASSERT_TRUE(again) << text_ << "\n" << text << "\n" << told(again.error());
    EXPECT_EQ(describe(**again, world_), text);
    EXPECT_TRUE(same(**again, *node)) << text_ << "\n" << text;
    EXPECT_EQ(hash(**again), hash(*node));
  }
}

TEST_F(Generated, WhatIsLeftForAPrincipalMeansTheSameOnEveryRow) {
  for (int i = 0; i < kExpressions; ++i) {
    const Node* node = next();
    ASSERT_NE(node, nullptr);
    for (unsigned who = 0; who < 2; ++who) {
      const RulesFacts facts(world_, rows_, static_cast<unsigned>(i) * 2 + who);
      const auto holds = [&](FactId fact) { return facts.holds(fact); };
      const Node* rest = simplify(node, holds, arena_);
      const bool condition = expected_.scalar == Scalar::kBoolean;
      const Node* filter = condition ? simplify_condition(node, holds, arena_) : nullptr;
      EXPECT_EQ(simplify(rest, holds, arena_), rest) << "simplified twice: " << text_;
      for (const auto* row : rows_.of(RulesWorld::kOrder)) {
        const Cell before = run(*node, row, facts);
        ASSERT_EQ(run(*rest, row, facts), before) << text_ << "\n" << describe(*rest, world_);
        if (condition) {
          const bool grants = before.kind() == CellKind::kInteger && before.as_integer() != 0;
          const Cell after = run(*filter, row, facts);
          ASSERT_EQ(after.kind() == CellKind::kInteger && after.as_integer() != 0, grants) << text_;
        }
      }
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST_F(Generated, AnExpressionItsNegationAndUnknownAreAllRows) {
  for (int i = 0; i < kExpressions; ++i) {
    const std::string text = generator_.condition();
    const auto yes = compile_expression(text, world_, arena_, kRuleType);
    const auto no = compile_expression("!(" + text + ")", world_, arena_, kRuleType);
    ASSERT_TRUE(yes && no) << text;
    const RulesFacts facts(world_, rows_, static_cast<unsigned>(i));
    for (const auto* row : rows_.of(RulesWorld::kOrder)) {
      const Cell a = run(**yes, row, facts);
      const Cell b = run(**no, row, facts);
      ASSERT_EQ(a.is_null(), b.is_null()) << text;
      if (!a.is_null()) {
        ASSERT_NE(a.as_integer(), b.as_integer()) << text;
      }
    }
  }
}

TEST_F(Generated, ValuesAreInTheRangeOfTheirTypeAndNullOnlyWhereNullable) {
  for (int i = 0; i < kExpressions; ++i) {
    const Node* node = next();
    ASSERT_NE(node, nullptr);
    const RulesFacts facts(world_, rows_, static_cast<unsigned>(i));
    for (const auto* row : rows_.of(RulesWorld::kOrder)) {
      const Cell cell = run(*node, row, facts);
      if (cell.is_null()) {
        ASSERT_TRUE(node->type.nullable) << text_;
      }
      if (cell.is_null() || !node->type.is_numeric()) continue;
      std::string text;
      append_text(text, node->type, cell);
      ASSERT_EQ(parse_scalar(node->type, text, arena_).value(), cell) << text_ << " = " << text;
    }
  }
}

TEST_F(Generated, EveryOperatorOfTheLanguageComesUp) {
  for (int i = 0; i < 2 * kExpressions; ++i) ASSERT_NE(next(), nullptr);
  using enum Op;
  for (const Op op :
       {kLiteral,    kPrincipal,   kHasFact,    kNow,   kField,    kRow,      kHop,    kNot,      kAnd,
        kOr,         kConditional, kEq,         kNe,    kLt,       kLe,       kGt,     kGe,       kIn,
        kInSlot,     kIsNull,      kIsDistinct, kAdd,   kSubtract, kMultiply, kDivide, kModulo,   kNegate,
        kStartsWith, kEndsWith,    kContains,   kLower, kUpper,    kSize,     kWiden,  kToDouble, kToTimestamp,
        kToDuration, kExists,      kAll,        kCount, kSum,      kMin,      kMax,    kAvg})
    EXPECT_GE(generator_.seen(op), 20u) << "operator " << static_cast<int>(op);
}

}  // namespace
}  // namespace bedplate::expr
