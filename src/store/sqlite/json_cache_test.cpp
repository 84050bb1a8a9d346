#include "store/sqlite/json_cache.hpp"

#include <gtest/gtest.h>

namespace bedplate::store::sqlite {
namespace {

TEST(JsonCache, Threat077_ADocumentIsParsedOnceHoweverOftenItIsAskedFor) {
  JsonCache cache;
  std::string document = "{\"a\":1}";
  for (int i = 0; i < 500; ++i) {
    const auto* root = cache.parsed(document);
    ASSERT_NE(root, nullptr);
    EXPECT_EQ(root->find("a")->text, "1");
    // Between two uses another text, never the same one.
    EXPECT_EQ(cache.parsed("[" + std::to_string(i) + "]")->children[0].text, std::to_string(i));
  }
  EXPECT_EQ(cache.misses(), 501u);
}

TEST(JsonCache, TheSamePlaceMayHoldAnotherText) {
  JsonCache cache;
  std::string text = "[1]";
  EXPECT_EQ(cache.parsed(text)->children[0].text, "1");
  text[1] = '2';
  EXPECT_EQ(cache.parsed(text)->children[0].text, "2");
  text[1] = ',';
  EXPECT_EQ(cache.parsed(text), nullptr);
  EXPECT_EQ(cache.parsed(text), nullptr);
  EXPECT_EQ(cache.misses(), 3u);
}

TEST(JsonCache, GivesLargeTextsBack) {
  JsonCache cache;
  cache.parsed("[" + std::string(400'000, ' ') + "]");
  cache.trim();
  cache.parsed("[" + std::string(400'000, ' ') + "]");
  EXPECT_EQ(cache.misses(), 2u);
  cache.parsed("[1]");
  cache.trim();
}

}  // namespace
}  // namespace bedplate::store::sqlite
