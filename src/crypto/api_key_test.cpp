#include "crypto/api_key.hpp"

#include <gtest/gtest.h>

#include "crypto/test_random.hpp"

namespace bedplate::crypto {
namespace {

TEST(ApiKey, ShapeAndRoundTrip) {
  CountingRandom random;
  const NewApiKey key = make_api_key(random);
  EXPECT_EQ(key.id.size(), 16u);
  EXPECT_TRUE(key.text.reveal().starts_with("bp_" + key.id + "_"));
  EXPECT_TRUE(looks_like_api_key(key.text.reveal()));
  const auto presented = parse_api_key(key.text.reveal());
  ASSERT_TRUE(presented);
  EXPECT_EQ(presented->id, key.id);
  EXPECT_TRUE(matches_api_key(*presented, key.hash));
  EXPECT_FALSE(matches_api_key(*presented, Sha256{}));
}

TEST(ApiKey, EveryTypingErrorIsCaughtBeforeAnyLookUp) {
  CountingRandom random;
  const std::string text(make_api_key(random).text.reveal());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string bad = text;
    bad[i] = bad[i] == 'a' ? 'b' : 'a';
    ASSERT_FALSE(parse_api_key(bad)) << i;
    EXPECT_FALSE(parse_api_key(text.substr(0, i)));
  }
  EXPECT_FALSE(parse_api_key(text + "a"));
  EXPECT_FALSE(parse_api_key(""));
}

TEST(ApiKey, Threat015_ComparisonDependsOnHashesAlone) {
  // The secret is never compared: its hash is, as a whole. Two keys that agree in all but the last bytes have
  // hashes with nothing in common, and equal_in_constant_time reads both to their end.
  CountingRandom random;
  const NewApiKey a = make_api_key(random);
  const NewApiKey b = make_api_key(random);
  const auto presented = parse_api_key(a.text.reveal());
  ASSERT_TRUE(presented);
  EXPECT_FALSE(matches_api_key(*presented, b.hash));
  for (std::size_t i = 0; i < a.hash.size(); ++i) {
    Sha256 almost = a.hash;
    almost[i] ^= 1;
    EXPECT_FALSE(matches_api_key(*presented, almost)) << i;
  }
  EXPECT_TRUE(matches_api_key(*presented, a.hash));
}

TEST(ApiKey, Threat079_ErrorsHoldNothingOfTheKey) {
  CountingRandom random;
  std::string text(make_api_key(random).text.reveal());
  text.back() = text.back() == 'a' ? 'b' : 'a';
  const auto presented = parse_api_key(text);
  ASSERT_FALSE(presented);
  const Error& error = presented.error();
  for (const std::string& part : {error.message(), error.detail(), error.hint(), error.cause()})
    EXPECT_EQ(part.find(text.substr(20, 8)), std::string::npos);
}

}  // namespace
}  // namespace bedplate::crypto
