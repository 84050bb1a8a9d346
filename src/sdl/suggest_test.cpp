#include "sdl/suggest.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace bedplate::sdl {
namespace {

std::string said(std::string_view input, std::vector<std::string_view> options) { return did_you_mean(input, options); }

TEST(Suggest, NamesTheNearestFirst) {
  EXPECT_EQ(said("agr", {"arg"}), " Did you mean \"arg\"?");
  EXPECT_EQ(said("ABC", {"abd", "abc"}), " Did you mean \"abc\" or \"abd\"?");
  EXPECT_EQ(said("item", {"item10", "item2", "item1"}), " Did you mean \"item1\", \"item2\", or \"item10\"?");
  EXPECT_EQ(said("name", {"name", "name"}), " Did you mean \"name\"?");
  EXPECT_EQ(said("x", {"a", "b", "c", "d", "e", "f"}), " Did you mean \"a\", \"b\", \"c\", \"d\", or \"e\"?");
}

TEST(Suggest, StaysSilentWhenNothingIsNear) {
  EXPECT_EQ(said("customer", {"order", "product"}), "");
  EXPECT_EQ(said("a", {}), "");
  EXPECT_EQ(said("", {""}), " Did you mean \"\"?");
  const std::string endless(100'000, 'a');
  EXPECT_EQ(said(endless, {endless}), "");
}

}  // namespace
}  // namespace bedplate::sdl
