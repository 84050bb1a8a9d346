#include "expr/json_contains.hpp"

#include <gtest/gtest.h>

namespace bedplate::expr {
namespace {

bool contains(std::string_view outer, std::string_view inner) {
  const auto a = json::Document::parse(outer);
  const auto b = json::Document::parse(inner);
  return a && b && json_contains(a->root(), b->root());
}

// The pairs of PostgreSQL's documentation on jsonb containment, and what numbers and types add to them.
TEST(JsonContains, AsPostgresDefinesIt) {
  EXPECT_TRUE(contains(R"("foo")", R"("foo")"));
  EXPECT_TRUE(contains("[1, 2, 3]", "[1, 3]"));
  EXPECT_TRUE(contains("[1, 2, 3]", "[3, 1]"));
  EXPECT_TRUE(contains("[1, 2, 3]", "[1, 2, 2]"));
  EXPECT_TRUE(contains(R"({"product": "PostgreSQL", "version": 9.4, "jsonb": true})", R"({"version": 9.4})"));
  EXPECT_FALSE(contains("[1, 2, [1, 3]]", "[1, 3]"));
  EXPECT_TRUE(contains("[1, 2, [1, 3]]", "[[1, 3]]"));
  EXPECT_FALSE(contains(R"({"foo": {"bar": "baz"}})", R"({"bar": "baz"})"));
  EXPECT_TRUE(contains(R"({"foo": {"bar": "baz"}})", R"({"foo": {}})"));
  EXPECT_TRUE(contains(R"(["foo", "bar"])", R"("bar")"));
  EXPECT_FALSE(contains(R"("bar")", R"(["bar"])"));
  EXPECT_TRUE(contains("[1.0]", "[1]"));
  EXPECT_FALSE(contains(R"(["1"])", "[1]"));
  EXPECT_FALSE(contains("[false]", "[null]"));
  EXPECT_TRUE(contains("{}", "{}"));
  EXPECT_FALSE(contains("[]", "{}"));
}

}  // namespace
}  // namespace bedplate::expr
