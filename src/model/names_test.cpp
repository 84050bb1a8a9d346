#include "model/names.hpp"

#include <gtest/gtest.h>

namespace bedplate::model {
namespace {

TEST(Names, PluralsFollowTheThreeRules) {
  EXPECT_EQ(plural_of("order"), "orders");
  EXPECT_EQ(plural_of("category"), "categories");
  EXPECT_EQ(plural_of("day"), "days");
  EXPECT_EQ(plural_of("box"), "boxes");
  EXPECT_EQ(plural_of("address"), "addresses");
  EXPECT_EQ(plural_of("match"), "matches");
  EXPECT_EQ(plural_of("orderItem"), "orderItems");
}

TEST(Names, SnakeCaseKeepsAcronymsTogether) {
  EXPECT_EQ(snake_case("OrderItem"), "order_item");
  EXPECT_EQ(snake_case("createdAt"), "created_at");
  EXPECT_EQ(snake_case("HTTPRoute"), "http_route");
  EXPECT_EQ(snake_case("line2Text"), "line2_text");
  EXPECT_EQ(snake_case("plain"), "plain");
}

TEST(Names, CamelCaseLowersALeadingAcronym) {
  EXPECT_EQ(camel_case("OrderItem"), "orderItem");
  EXPECT_EQ(camel_case("URLRule"), "urlRule");
  EXPECT_EQ(camel_case("URL"), "url");
}

}  // namespace
}  // namespace bedplate::model
