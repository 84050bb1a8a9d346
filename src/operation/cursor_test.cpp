#include "operation/cursor.hpp"

#include <gtest/gtest.h>

namespace bedplate::operation {
namespace {

CursorKeys keys(std::initializer_list<std::string_view> texts) {
  std::vector<crypto::SecretBytes> made;
  for (const auto text : texts) made.emplace_back(text);
  return CursorKeys(std::move(made));
}

TEST(Cursor, OpensWhatItSealed) {
  const auto one = keys({"key"});
  std::string place;
  for (const Cell cell : {Cell::integer(-7), Cell::null(), Cell::text("a\0b"), Cell::real(0.5), Cell::blob("x")})
    append_place(place, cell);
  const auto opened = one.open("orders", one.seal("orders", place));
  ASSERT_TRUE(opened);
  const Type types[] = {{.scalar = Scalar::kBigInt}, {}, {}, {.scalar = Scalar::kFloat}, {.scalar = Scalar::kBytes}};
  Arena arena;
  const auto cells = parse_place(*opened, types, arena);
  ASSERT_TRUE(cells);
  EXPECT_EQ((*cells)[0], Cell::integer(-7));
  EXPECT_TRUE((*cells)[1].is_null());
  EXPECT_EQ((*cells)[3], Cell::real(0.5));
  EXPECT_FALSE(parse_place(*opened, std::span(types).first(4), arena));
  const Type other[] = {{}, {}, {}, {.scalar = Scalar::kFloat}, {.scalar = Scalar::kBytes}};
  EXPECT_FALSE(parse_place(*opened, other, arena));
}

TEST(Cursor, Threat050_EveryFlippedBitIsRefused) {
  const auto one = keys({"key"});
  std::string place;
  append_place(place, Cell::text("Zoë"));
  const std::string text = one.seal("orders", place);
  for (std::size_t at = 0; at < text.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = text;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      EXPECT_FALSE(one.open("orders", flipped)) << at << " " << bit;
    }
  EXPECT_FALSE(one.open("orders", text.substr(1)));
  EXPECT_FALSE(one.open("orders", ""));
  EXPECT_FALSE(one.open("customers", text));
}

TEST(Cursor, KeysOverlapWhenTheyRotate) {
  const std::string before = keys({"old"}).seal("orders", "place");
  EXPECT_TRUE(keys({"new", "old"}).open("orders", before));
  EXPECT_FALSE(keys({"new"}).open("orders", before));
  EXPECT_EQ(keys({"new", "old"}).seal("orders", "place"), keys({"new"}).seal("orders", "place"));
}

}  // namespace
}  // namespace bedplate::operation
