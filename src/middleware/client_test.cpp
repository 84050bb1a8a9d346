#include "middleware/client.hpp"

#include <gtest/gtest.h>

#include "support/local_exchange.hpp"

namespace bedplate::middleware {
namespace {

std::string client(std::string_view peer, std::string_view headers) {
  const net::Network trusted[] = {{net::parse_peer("10.0.0.0")->ip, 96 + 8}, {net::parse_peer("fd00::")->ip, 8}};
  const auto loop = net::Loop::create();
  test::LocalExchange exchange(**loop, "GET /\n" + std::string(headers));
  auto* request = exchange.request();
  request->set_peer(*net::parse_peer(peer));
  return client_of(*request, trusted).host();
}

TEST(Client, Threat086_OnlyTrustedProxiesNameAnother) {
  EXPECT_EQ(client("192.0.2.1", "X-Forwarded-For: 198.51.100.9\n"), "192.0.2.1");
  EXPECT_EQ(client("10.0.0.1", "X-Forwarded-For: 198.51.100.9\n"), "198.51.100.9");
  EXPECT_EQ(client("10.0.0.1", ""), "10.0.0.1");
}

TEST(Client, Threat086_WhatTheClientItselfSentIsNotHeeded) {
  EXPECT_EQ(client("10.0.0.1", "X-Forwarded-For: 127.0.0.1, 198.51.100.9\n"), "198.51.100.9");
  EXPECT_EQ(client("10.0.0.1", "X-Forwarded-For: 127.0.0.1\nX-Forwarded-For: 198.51.100.9, 10.0.0.7\n"),
            "198.51.100.9");
  EXPECT_EQ(client("10.0.0.1", "X-Forwarded-For: 127.0.0.1, nonsense, 10.0.0.7\n"), "10.0.0.7");
  EXPECT_EQ(client("fd00::1", "X-Forwarded-For: [2001:db8::1]:99\n"), "2001:db8::1");
}

}  // namespace
}  // namespace bedplate::middleware
