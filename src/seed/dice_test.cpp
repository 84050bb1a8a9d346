#include "seed/dice.hpp"

#include <gtest/gtest.h>

namespace bedplate::seed {
namespace {

// Whoever changes these changes the rows of every seed that was ever written down.
TEST(Dice, StayAsTheyAre) {
  Dice dice(42);
  EXPECT_EQ(dice.next(), 13679457532755275413u);
  EXPECT_EQ(dice.next(), 2949826092126892291u);
  EXPECT_EQ(number_of("Customer"), 10941372800166202393u);
  EXPECT_EQ(stir(1, 2), 3965022595533706929u);
}

TEST(Dice, StayInTheirRange) {
  Dice dice(7);
  std::uint64_t low = 0;
  for (int i = 0; i < 10'000; ++i) {
    EXPECT_LT(dice.below(6), 6u);
    const auto between = dice.between(-3, 3);
    EXPECT_TRUE(between >= -3 && between <= 3);
    const auto skewed = dice.skewed(100);
    EXPECT_LT(skewed, 100u);
    low += skewed < 25 ? 1 : 0;
  }
  EXPECT_EQ(dice.below(0), 0u);
  EXPECT_EQ(dice.below(1), 0u);
  EXPECT_EQ(dice.between(5, 5), 5);
  (void)dice.between(INT64_MIN, INT64_MAX);
  // A quarter of them has half of it.
  EXPECT_NEAR(static_cast<double>(low), 5000.0, 200.0);
}

}  // namespace
}  // namespace bedplate::seed
