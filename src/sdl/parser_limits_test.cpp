#include <chrono>
#include <gtest/gtest.h>

#include "sdl/parser.hpp"

namespace bedplate::sdl {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

Reason reason_for(const std::string& text, const Limits& limits = {}) {
  const auto document = parse_document(text, limits, Mode::kBoth);
  return document ? Reason::kInternal : document.error().reason();
}

constexpr std::size_t kDeep = 10'000;

TEST(ParserLimits, Threat055DeepNestingIsAnErrorWithoutRecursion) {
  EXPECT_EQ(reason_for(repeated("{a", kDeep) + repeated("}", kDeep)), Reason::kLimitExceeded);
  EXPECT_EQ(reason_for("{a" + repeated("{...", kDeep)), Reason::kLimitExceeded);
  EXPECT_EQ(reason_for("{a(b: " + repeated("[", kDeep) + repeated("]", kDeep) + ")}"), Reason::kLimitExceeded);
  EXPECT_EQ(reason_for("{a(b: " + repeated("{c: ", kDeep) + repeated("}", kDeep) + ")}"), Reason::kLimitExceeded);
  EXPECT_EQ(reason_for("query($a: " + repeated("[", kDeep) + "A" + repeated("]", kDeep) + ") {a}"),
            Reason::kLimitExceeded);
}

TEST(ParserLimits, Threat055AMillionLevelsNeedNoStack) {
  const Limits wide{.bytes = 64u << 20, .tokens = 1u << 30, .depth = 1u << 30, .fields = 1u << 30};
  constexpr std::size_t kVeryDeep = 100'000;
  EXPECT_EQ(reason_for(repeated("{a", kVeryDeep) + repeated("}", kVeryDeep), wide), Reason::kInternal);
  EXPECT_EQ(reason_for("{a(b: " + repeated("[", kVeryDeep) + repeated("]", kVeryDeep) + ")}", wide), Reason::kInternal);
  EXPECT_EQ(reason_for("{a(b: " + repeated("{c:", kVeryDeep) + "1" + repeated("}", kVeryDeep) + ")}", wide),
            Reason::kInternal);
  EXPECT_EQ(reason_for("scalar A type B { c: " + repeated("[", kVeryDeep) + "A" + repeated("]", kVeryDeep) + "}", wide),
            Reason::kInternal);
}

TEST(ParserLimits, DepthIsCountedExactly) {
  const Limits two{.depth = 2};
  EXPECT_EQ(reason_for("{a{b}}", two), Reason::kInternal);
  EXPECT_EQ(reason_for("{a{b{c}}}", two), Reason::kLimitExceeded);
  EXPECT_EQ(reason_for("{a(b: [[1], [2]])}", two), Reason::kInternal);
  EXPECT_EQ(reason_for("{a(b: [{c: [1]}])}", two), Reason::kLimitExceeded);
}

TEST(ParserLimits, Threat056AliasesAreCountedAlsoOfTypename) {
  std::string text = "{";
  for (int i = 0; i < 10'000; ++i) text += "a" + std::to_string(i) + ":__typename ";
  EXPECT_EQ(reason_for(text + "}"), Reason::kInternal);
  EXPECT_EQ(reason_for(text + "b: __typename}"), Reason::kLimitExceeded);
}

TEST(ParserLimits, EveryBudgetHasAnEnd) {
  EXPECT_EQ(reason_for("{a b c}", {.fields = 2}), Reason::kLimitExceeded);
  EXPECT_EQ(reason_for("{a @b @b @b}", {.directives = 2}), Reason::kLimitExceeded);
  EXPECT_EQ(reason_for("{a b c}", {.tokens = 3}), Reason::kLimitExceeded);
  EXPECT_EQ(reason_for("{a b c}", {.bytes = 6}), Reason::kLimitExceeded);
  EXPECT_EQ(reason_for("{a b c}", {.bytes = 7, .tokens = 6, .fields = 3}), Reason::kInternal);
}

TEST(ParserLimits, Threat058ParsingIsLinear) {
  const auto seconds = [](std::size_t times) {
    const std::string text = "{" + repeated("field ", times) + "}";
    const Limits wide{.bytes = 1u << 30, .tokens = 1u << 30, .fields = 1u << 30};
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(reason_for(text, wide), Reason::kInternal);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
  };
  seconds(10'000);
  const double small = seconds(20'000);
  EXPECT_LT(seconds(200'000), 40 * small + 0.5);
}

TEST(ParserLimits, PathologicalStringsAreLinear) {
  const Limits wide{.bytes = 64u << 20, .tokens = 1u << 30};
  const auto before = std::chrono::steady_clock::now();
  for (const char* piece : {"\\\"\"\"", "\n", " \n", "x\n", "\\", "\"\" "}) {
    reason_for("{a(b: \"\"\"" + repeated(piece, 100'000) + "\"\"\")}", wide);
    reason_for("{a(b: \"" + repeated(piece, 100'000) + "\")}", wide);
  }
  EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count(), 5.0);
}

}  // namespace
}  // namespace bedplate::sdl
