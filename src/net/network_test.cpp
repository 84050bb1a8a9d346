#include "net/network.hpp"

#include <gtest/gtest.h>

namespace bedplate::net {
namespace {

Network network(std::string_view first, int bits) { return {parse_peer(first)->ip, bits}; }

TEST(Network, ContainsWhatSharesItsBits) {
  const auto ten = network("10.0.0.0", 96 + 8);
  EXPECT_TRUE(ten.contains(*parse_peer("10.255.1.2")));
  EXPECT_TRUE(ten.contains(*parse_peer("::ffff:10.1.2.3")));
  EXPECT_FALSE(ten.contains(*parse_peer("11.0.0.0")));
  const auto odd = network("172.16.0.0", 96 + 12);
  EXPECT_TRUE(odd.contains(*parse_peer("172.31.255.255")));
  EXPECT_FALSE(odd.contains(*parse_peer("172.32.0.0")));
  EXPECT_TRUE(network("2001:db8::", 32).contains(*parse_peer("2001:db8:1::1")));
  EXPECT_FALSE(network("2001:db8::", 32).contains(*parse_peer("2001:db9::1")));
  EXPECT_TRUE(network("::", 0).contains(*parse_peer("192.0.2.1")));
  EXPECT_FALSE(network("192.0.2.1", 128).contains(*parse_peer("192.0.2.2")));
}

TEST(Network, ReadsPeersAsProxiesWriteThem) {
  EXPECT_EQ(parse_peer("192.0.2.7:80")->text(), "192.0.2.7:80");
  EXPECT_EQ(parse_peer("[2001:db8::1]:80")->text(), "[2001:db8::1]:80");
  EXPECT_EQ(parse_peer("[2001:db8::1]")->host(), "2001:db8::1");
  EXPECT_EQ(parse_peer("2001:db8::1")->host(), "2001:db8::1");
  for (const char* bad : {"", "unknown", "localhost", ":80", "_hidden", "1.2.3", "[::1", "1.2.3.4:x", "1.2.3.4 "})
    EXPECT_FALSE(parse_peer(bad)) << bad;
}

}  // namespace
}  // namespace bedplate::net
