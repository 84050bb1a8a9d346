#include "rows/recording.hpp"

#include <gtest/gtest.h>

namespace bedplate::rows {
namespace {

// Three parents, the n-th with n children, whose texts lie in one buffer that is overwritten at each row.
class Counting final : public Source {
 public:
  Result<void> open(std::uint16_t statement) override {
    at_[statement] = 0;
    return {};
  }
  Result<const Cell*> next(std::uint16_t statement) override {
    const int last = statement == 0 ? 3 : statement == 1 ? at_[0] - 1 : 1;
    if (at_[statement] >= last) return nullptr;
    ++at_[statement];
    text_[statement] = std::string(40, 'a') + std::to_string(at_[statement]);
    cells_[statement] = Cell::text(text_[statement]);
    return &cells_[statement];
  }

 private:
  int at_[3] = {};
  std::string text_[3];
  Cell cells_[3];
};

std::vector<Shape> shapes() { return {{1, {1}}, {1, {}}, {1, {}}}; }

std::string tail(const Cell* cell) { return std::string(cell->as_bytes().substr(40)); }

TEST(Recording, GivesTheRowsAgainInAnyOrderAndTwice) {
  Counting source;
  const std::uint16_t others[] = {2};
  Recording recording(shapes(), others);
  ASSERT_TRUE(recording.add(source));
  for (int round = 0; round < 2; ++round) {
    std::string seen;
    ASSERT_TRUE(recording.open(0));
    while (const Cell* row = recording.next(0).value()) {
      seen += tail(row) + "(";
      for (int again = 0; again < 2; ++again) {
        ASSERT_TRUE(recording.open(1));
        while (const Cell* child = recording.next(1).value()) seen += tail(child);
        seen += ";";
      }
      seen += ")";
    }
    EXPECT_EQ(seen, "1(;;)2(1;1;)3(12;12;)");
    ASSERT_TRUE(recording.open(2));
    EXPECT_EQ(tail(recording.next(2).value()), "1");
    EXPECT_EQ(recording.next(2).value(), nullptr);
  }
}

TEST(Recording, StopsAtItsBudget) {
  Counting source;
  Recording recording(shapes(), {}, 200);
  const auto added = recording.add(source);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().reason(), Reason::kLimitExceeded);
}

TEST(Recording, TakesMoreRowsAfterThoseItHasAndForgetsThemAll) {
  Recording recording(shapes());
  const auto seen = [&] {
    std::string text;
    EXPECT_TRUE(recording.open(0));
    while (const Cell* row = recording.next(0).value()) {
      text += tail(row);
      EXPECT_TRUE(recording.open(1));
      while (const Cell* child = recording.next(1).value()) text += "c" + tail(child);
    }
    return text;
  };
  Counting once, again;
  ASSERT_TRUE(recording.add(once));
  ASSERT_TRUE(recording.add(again));
  EXPECT_EQ(seen(), "12c13c1c212c13c1c2");
  recording.clear();
  EXPECT_EQ(seen(), "");
}

}  // namespace
}  // namespace bedplate::rows
