#include "middleware/compression.hpp"

#include <gtest/gtest.h>

namespace bedplate::middleware {
namespace {

std::string chosen(std::string_view accept) {
  const auto made = choose_coding(accept);
  if (!made) return std::string(reason_word(made.error().reason()));
  return made->coding == Coding::kIdentity ? "identity" : std::string(coding_name(made->coding));
}

Result<std::string> decoded_body(std::string_view named, std::string_view body, std::size_t most) {
  BP_TRY(const auto coding, coding_named(named));
  std::string out;
  BP_TRY_VOID(decode_whole(*make_decoder(coding), body, most, out));
  return out;
}

TEST(Coding, IsWhatTheClientPrefers) {
  for (const auto& [accept, wanted] : std::initializer_list<std::pair<const char*, const char*>>{
           {"", "identity"},
           {"gzip", "gzip"},
           {"GZIP", "gzip"},
           {"x-gzip", "gzip"},
           {"gzip, deflate, br, zstd", "zstd"},
           {"gzip, deflate, br", "br"},
           {"gzip;q=1.0, br;q=0.9, zstd; q=0.5", "gzip"},
           {"gzip;q=0, *", "zstd"},
           {"zstd;q=0, br;q=0.001, gzip;q=0.002", "gzip"},
           {"deflate, compress", "identity"},
           {"identity, gzip;q=0.5", "identity"},
           {"identity;q=0.5, gzip;q=0.5", "gzip"},
           {"gzip;q=0", "identity"},
           {"*;q=0", "NOT_ACCEPTABLE"},
           {"identity;q=0", "NOT_ACCEPTABLE"},
           {"identity;q=0, gzip", "gzip"},
           {"*;q=0, identity", "identity"},
           {"identity;q=0, *;q=0.1", "zstd"},
           {"gzip;q=nonsense", "identity"},
           {",;,q=1,", "identity"},
       })
    EXPECT_EQ(chosen(accept), wanted) << accept;
}

TEST(Coding, BodiesComeBackAsTheyWere) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "{\"id\":" + std::to_string(i) + ",\"name\":\"row\"}\n";
  for (const Coding coding : {Coding::kGzip, Coding::kBrotli, Coding::kZstd}) {
    const auto encoder = make_encoder(coding);
    std::string coded;
    std::size_t before = 0;
    for (std::size_t at = 0; at < text.size(); at += 100'000) {
      ASSERT_TRUE(encoder->append(std::string_view(text).substr(at, 100'000), false, coded));
      EXPECT_GT(coded.size(), before);  // each part can be read when it comes
      before = coded.size();
    }
    ASSERT_TRUE(encoder->append({}, true, coded));
    EXPECT_LT(coded.size() * 4, text.size()) << coding_name(coding);
    const auto back = decoded_body(coding_name(coding), coded, text.size());
    ASSERT_TRUE(back) << coding_name(coding) << back.error().message();
    EXPECT_EQ(*back, text);
    EXPECT_FALSE(decoded_body(coding_name(coding), coded, text.size() - 1));
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, coded.size() / 2, coded.size() - 1})
      EXPECT_FALSE(decoded_body(coding_name(coding), coded.substr(0, size), text.size())) << size;
    EXPECT_FALSE(decoded_body(coding_name(coding), coded + "x", text.size()));
    EXPECT_FALSE(decoded_body(coding_name(coding), text, text.size()));
  }
  EXPECT_EQ(decoded_body("deflate", "x", 10).error().reason(), Reason::kUnsupportedMediaType);
  EXPECT_EQ(decoded_body("gzip, gzip", "x", 10).error().reason(), Reason::kUnsupportedMediaType);
}

TEST(Coding, Threat075_ABombEndsAtTheLimit) {
  const std::string zeros(1 << 20, '\0');
  for (const Coding coding : {Coding::kGzip, Coding::kBrotli, Coding::kZstd}) {
    const auto encoder = make_encoder(coding);
    std::string bomb;
    for (int i = 0; i < 64; ++i) ASSERT_TRUE(encoder->append(zeros, i == 63, bomb));
    EXPECT_LT(bomb.size(), std::size_t{400} << 10) << coding_name(coding);
    const auto refused = decoded_body(coding_name(coding), bomb, 1 << 20);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason(), Reason::kPayloadTooLarge);
  }
}

}  // namespace
}  // namespace bedplate::middleware
