#include "expr/builder.hpp"

#include <gtest/gtest.h>
#include <vector>

#include "expr/visit.hpp"

namespace bedplate::expr {
namespace {

class BuilderTest : public testing::Test {
 protected:
  const Node* id_is(std::uint16_t slot) {
    const Type type{.scalar = Scalar::kInt, .nullable = false};
    return build_.condition(Op::kEq, {build_.field(build_.row(3, 0, false), 1, type), build_.slot(slot, type)});
  }

  Arena arena_;
  Builder build_{arena_};
};

TEST_F(BuilderTest, ManyConditionsAreOneFlatNode) {
  const Node* made = nullptr;
  for (std::uint16_t i = 0; i < 200; ++i) made = build_.both(made, id_is(i));
  ASSERT_EQ(made->op, Op::kAnd);
  ASSERT_EQ(made->args.size(), 200u);
  EXPECT_EQ(made->args[7]->args[1]->slot, 7);
  EXPECT_FALSE(made->type.nullable);
}

TEST_F(BuilderTest, WhatIsTrueIsLeftOut) {
  const Node* one = id_is(0);
  EXPECT_EQ(build_.both(build_.boolean(true), one), one);
  EXPECT_EQ(build_.both(one, nullptr), one);
  EXPECT_EQ(build_.both(nullptr, build_.boolean(true)), nullptr);
  EXPECT_EQ(build_.both(one, build_.boolean(false))->args.size(), 2u);
}

TEST_F(BuilderTest, NoneJoinedIsTheNeutralValue) {
  EXPECT_TRUE(is_true(*build_.joined(Op::kAnd, {})));
  EXPECT_EQ(build_.joined(Op::kOr, {})->literal, Cell::boolean(false));
}

TEST_F(BuilderTest, OnlyTheRowAtHandIsRenumbered) {
  const Type type{.scalar = Scalar::kInt};
  const Node* other = build_.field(build_.row(3, 2, false), 1, type);
  const Node* old = build_.field(build_.row(3, 0, true), 1, type);
  const Node* made = build_.renumbered(build_.condition(Op::kOr, {id_is(0), other, old}), 9);
  EXPECT_EQ(made->args[0]->args[0]->args[0]->scope, 9);
  EXPECT_EQ(made->args[1]->args[0]->scope, 2);
  EXPECT_EQ(made->args[2]->args[0]->scope, 0);
}

}  // namespace
}  // namespace bedplate::expr
