#include "base/uuid7.hpp"

#include <gtest/gtest.h>
#include <random>
#include <string>

#include "base/arena.hpp"
#include "base/hash.hpp"
#include "base/scalar.hpp"

namespace bedplate {
namespace {

struct FixedClock : Clock {
  std::int64_t micros = 1'715'940'000'000'000;
  std::int64_t now() const override { return micros; }
  std::int64_t monotonic() const override { return micros; }
};
struct SeededRandom : Random {
  std::mt19937_64 engine{1};
  void fill(std::span<std::byte> bytes) override {
    for (auto& byte : bytes) byte = static_cast<std::byte>(engine());
  }
};

TEST(Uuid7, AscendsWhateverTheClockDoes) {
  FixedClock clock;
  SeededRandom random;
  Uuid7 ids(clock, random);
  std::string last;
  Arena arena;
  for (int i = 0; i < 20'000; ++i) {
    if (i % 1000 == 0) clock.micros += (i % 3000 == 0 ? -5000 : 1500);
    const std::string id(ids.next().view());
    ASSERT_LT(last, id);
    ASSERT_EQ(id[14], '7');
    ASSERT_TRUE(std::string_view("89ab").contains(id[19]));
    const auto cell = parse_scalar({.scalar = Scalar::kUuid}, id, arena);
    ASSERT_TRUE(cell && cell->as_bytes().data() == id.data()) << "already canonical";
    last = id;
  }
}

TEST(Uuid7, StartsWithItsMillisecond) {
  FixedClock clock;
  clock.micros = 0x017f22e279b0 * 1000;  // RFC 9562's example
  SeededRandom random;
  EXPECT_EQ(Uuid7(clock, random).next().view().substr(0, 15), "017f22e2-79b0-7");
}

TEST(Hash, DependsOnSeedAndEveryByte) {
  SeededRandom random;
  const auto seed = HashSeed::draw(random);
  const auto other = HashSeed::draw(random);
  std::string text(40, 'a');
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const auto whole = hash(seed, std::string_view(text).substr(0, size));
    EXPECT_EQ(whole, hash(seed, std::string(size, 'a')));
    EXPECT_NE(whole, hash(other, std::string(size, 'a')));
    for (std::size_t i = 0; i < size; ++i) {
      std::string changed(size, 'a');
      changed[i] = 'b';
      EXPECT_NE(whole, hash(seed, changed));
    }
  }
  EXPECT_NE(hash(seed, ""), hash(seed, std::string_view("\0", 1)));
}

}  // namespace
}  // namespace bedplate
