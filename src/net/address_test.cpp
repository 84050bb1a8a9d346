#include "net/address.hpp"

#include <gtest/gtest.h>

namespace bedplate::net {
namespace {

TEST(Address, ParsesWhatItPrints) {
  for (const char* text : {"127.0.0.1:8080", "0.0.0.0:1", "[::1]:65535", "[2001:db8::7]:80"}) {
    const auto address = parse_address(text);
    ASSERT_TRUE(address) << text;
    EXPECT_EQ(address->text(), text);
  }
  EXPECT_EQ(parse_address(":8080")->text(), "0.0.0.0:8080");
  EXPECT_EQ(parse_address("localhost:0")->text(), "127.0.0.1:0");
}

TEST(Address, RefusesTheRestWithAHint) {
  for (const char* text : {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.1:80",
                           "[::1:80", "::1:80x", "example.com:80", "127.0.0.1:80 "}) {
    const auto address = parse_address(text);
    ASSERT_FALSE(address) << text;
    EXPECT_NE(address.error().hint(), "") << text;
  }
}

}  // namespace
}  // namespace bedplate::net
