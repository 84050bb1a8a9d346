#include "base/base64.hpp"

#include <gtest/gtest.h>
#include <random>

namespace bedplate {
namespace {

TEST(Base64, Rfc4648Vectors) {
  constexpr std::pair<std::string_view, std::string_view> kVectors[] = {{"", ""},
                                                                        {"f", "Zg=="},
                                                                        {"fo", "Zm8="},
                                                                        {"foo", "Zm9v"},
                                                                        {"foob", "Zm9vYg=="},
                                                                        {"fooba", "Zm9vYmE="},
                                                                        {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : kVectors) {
    EXPECT_EQ(base64(bytes), text);
    EXPECT_EQ(decode_base64(text), bytes);
    EXPECT_EQ(base64url(bytes), text.substr(0, text.find('=')));
  }
}

TEST(Base64, RefusesEveryOtherSpelling) {
  for (const char* text :
       {"Z", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v====", "Zm9v=", " Zg==", "Zg==\n", "Z-_v", "====", "="})
    EXPECT_FALSE(decode_base64(text)) << text;
  for (const char* text : {"Z", "Zg==", "Zh", "Zm9", "Z+/v"}) EXPECT_FALSE(decode_base64url(text)) << text;
}

TEST(Base64, RoundTrips) {
  std::mt19937_64 random(9);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random() % 50, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    ASSERT_EQ(decode_base64(base64(bytes)), bytes);
    ASSERT_EQ(decode_base64url(base64url(bytes)), bytes);
  }
}

}  // namespace
}  // namespace bedplate
