#include "base/result.hpp"

#include <gtest/gtest.h>

namespace bedplate {
namespace {

Result<int> half(int value) {
  if (value % 2) return failure(Error(Reason::kInvalidValue, "odd").with_hint("give an even number"));
  return value / 2;
}
Result<int> quarter(int value) {
  BP_TRY(const int first, half(value));
  BP_TRY_VOID(half(first));
  return first / 2;
}

TEST(Result, PassesErrorsOn) {
  EXPECT_EQ(quarter(8).value(), 2);
  EXPECT_EQ(quarter(6).error().hint(), "give an even number");
  EXPECT_EQ(reason_word(quarter(7).error().reason()), "INVALID_VALUE");
}

}  // namespace
}  // namespace bedplate
