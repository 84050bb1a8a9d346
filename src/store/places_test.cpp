#include "store/places.hpp"

#include <gtest/gtest.h>
#include <memory>

namespace bedplate::store {
namespace {

TEST(Places, Threat139_ACallerHoldsAsManyAsAreLeft) {
  Places places(12);
  std::vector<std::unique_ptr<Place>> held;
  const auto take = [&](std::uint64_t caller) {
    auto place = std::make_unique<Place>(places, caller);
    const bool got = static_cast<bool>(*place);
    if (got) held.push_back(std::move(place));
    return got;
  };
  for (int i = 0; i < 6; ++i) EXPECT_TRUE(take(1)) << i;
  EXPECT_FALSE(take(1));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(take(2)) << i;
  EXPECT_FALSE(take(2));
  EXPECT_TRUE(take(3));
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(take(0)) << i;
  EXPECT_FALSE(take(0));
  EXPECT_FALSE(take(4));
  held.clear();
  EXPECT_EQ(places.held(), 0u);
  EXPECT_TRUE(take(1));
}

TEST(Places, Threat139_OrAPartOfThemThatManyFindRoomBesideEachOther) {
  Places places(16, 2);
  std::vector<std::unique_ptr<Place>> held;
  const auto take_all = [&](std::uint64_t caller) {
    for (int taken = 0;; ++taken) {
      auto place = std::make_unique<Place>(places, caller);
      if (!*place) return taken;
      held.push_back(std::move(place));
    }
  };
  std::vector<int> taken;
  for (std::uint64_t caller = 1; caller <= 7; ++caller) taken.push_back(take_all(caller));
  EXPECT_EQ(taken, (std::vector<int>{6, 4, 2, 2, 1, 1, 0}));
}

}  // namespace
}  // namespace bedplate::store
