#include "console/local_user.hpp"

#include <gtest/gtest.h>

#include "support/local_exchange.hpp"

namespace bedplate::console {
namespace {

struct Asked {
  std::string peer = "127.0.0.1:40000";
  std::string host = "127.0.0.1:8080";
  std::string headers;
};

bool passes(const Asked& asked) {
  const auto loop = std::move(net::Loop::create()).value();
  test::LocalExchange exchange(*loop, "GET /console/api/model\n" + asked.headers, asked.host);
  http::Request* const request = exchange.request();
  if (request == nullptr) return false;
  request->set_peer(net::parse_address(asked.peer).value());
  return check_local_user(*request) && check_same_origin(*request);
}

TEST(LocalUser, IsAPeerOnLoopbackThatAskedForLoopback) {
  EXPECT_TRUE(passes({}));
  EXPECT_TRUE(passes({.peer = "127.3.2.1:5", .host = "localhost:8080"}));
  EXPECT_TRUE(passes({.peer = "[::1]:5", .host = "[::1]:8080"}));
  EXPECT_FALSE(passes({.peer = "192.0.2.7:5"}));
  EXPECT_FALSE(passes({.peer = "[2001:db8::1]:5"}));
}

TEST(LocalUser, Threat086_AForeignHostIsRefusedThoughItLeadsHere) {
  for (const auto* host : {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1:8080",
                           "127.0.0.1evil:80", "127.1", "localhosts", "[::2]:80", "0.0.0.0:8080"}) {
    EXPECT_FALSE(is_loopback_authority(host)) << host;
    EXPECT_FALSE(passes({.host = host})) << host;
  }
  for (const auto* host : {"127.0.0.1", "127.255.0.9:1", "LocalHost:8080", "localhost", "[::1]", "[::1]:65535"})
    EXPECT_TRUE(is_loopback_authority(host)) << host;
  for (const auto* host : {"", "127.0.0.1:", "127.0.0.1:80a", "127.0.0.:80", "127..0.1", "127.0.0.1.1", "localhost:"})
    EXPECT_FALSE(is_loopback_authority(host)) << host;
}

TEST(LocalUser, Threat083_AnotherPageIsRefused) {
  EXPECT_TRUE(passes({.headers = "Origin: http://127.0.0.1:8080\nSec-Fetch-Site: same-origin\n"}));
  EXPECT_TRUE(passes({.headers = "Sec-Fetch-Site: none\n"}));
  for (const auto* headers :
       {"Origin: http://evil.example\n", "Origin: null\n", "Origin: http://127.0.0.1:8081\n",
        "Origin: http://127.0.0.1:8080.evil.example\n", "Origin:\n", "Sec-Fetch-Site: cross-site\n",
        "Sec-Fetch-Site: same-site\n", "X-Forwarded-For: 192.0.2.7\n"})
    EXPECT_FALSE(passes({.headers = headers})) << headers;
}

}  // namespace
}  // namespace bedplate::console
