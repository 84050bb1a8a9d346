#include "sdl/weigh.hpp"

#include <gtest/gtest.h>

#include "sdl/parser.hpp"

namespace bedplate::sdl {
namespace {

Result<Weight> weight_of(const std::string& text) {
  const Limits wide{.bytes = 1u << 30, .tokens = 10'000'000, .fields = 10'000'000};
  const auto document = parse_document(text, wide, Mode::kExecutable);
  EXPECT_TRUE(document) << text.substr(0, 100);
  return weigh(**document, *(*document)->operations[0]);
}

TEST(Weigh, CountsWhatFragmentsBringEachTime) {
  const auto weight = weight_of(
      "{ a { b: c @d { e } ...F } ...F ... on T { x: y } } fragment F on T @d { f { ...G g } } fragment G on T { h }");
  ASSERT_TRUE(weight);
  EXPECT_EQ(weight->fields, 4u + 2 * 3u);
  EXPECT_EQ(weight->aliases, 2u);
  EXPECT_EQ(weight->directives, 1u + 2u);
  EXPECT_EQ(weight->depth, 3u);
}

TEST(Weigh, Threat053AFragmentCycleIsAnError) {
  for (const char* text : {"{ ...A } fragment A on T { ...A }",
                           "{ ...A } fragment A on T { a { ...B } } fragment B on T { ... { ...A } }"}) {
    const auto weight = weight_of(text);
    ASSERT_FALSE(weight);
    EXPECT_EQ(weight.error().reason(), Reason::kInvalidQuery);
    EXPECT_EQ(weight.error().message(), "Cannot spread fragment \"A\" within itself.");
  }
  EXPECT_FALSE(weight_of("{ ...A }"));
}

TEST(Weigh, Threat054FragmentDoublingSaturatesInLinearTime) {
  std::string text = "{ ...F0 }";
  for (int i = 0; i < 1000; ++i) {
    const std::string next = "...F" + std::to_string(i + 1);
    text += " fragment F" + std::to_string(i) + " on T { a {" + next + " " + next + "} }";
  }
  const auto weight = weight_of(text + " fragment F1000 on T { b: a }");
  ASSERT_TRUE(weight);
  EXPECT_EQ(weight->fields, UINT64_MAX);
  EXPECT_EQ(weight->aliases, UINT64_MAX);
  EXPECT_EQ(weight->depth, 1001u);
}

TEST(Weigh, Threat055ALongChainOfFragmentsNeedsNoStack) {
  std::string text = "{ ...F0 }";
  for (int i = 0; i < 20'000; ++i) {
    text += "fragment F" + std::to_string(i) + " on T{a{...F" + std::to_string(i + 1) + "}}";
  }
  const auto weight = weight_of(text + "fragment F20000 on T{a}");
  ASSERT_TRUE(weight);
  EXPECT_EQ(weight->depth, 20'001u);
}

TEST(Weigh, Threat056And058AliasesAndRepeatedFieldsAreCounted) {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += i % 10 == 0 ? "a:__typename " : "__typename ";
  const auto weight = weight_of(text + "}");
  ASSERT_TRUE(weight);
  EXPECT_EQ(weight->fields, 100'000u);
  EXPECT_EQ(weight->aliases, 10'000u);
}

}  // namespace
}  // namespace bedplate::sdl
