#include "middleware/request_id.hpp"

#include <gtest/gtest.h>

#include "support/local_exchange.hpp"

namespace bedplate::middleware {
namespace {

std::string given(std::string_view headers) {
  const auto loop = net::Loop::create();
  test::LocalExchange exchange(**loop, "GET /\n" + std::string(headers));
  const auto* request = exchange.request();
  return request ? std::string(given_request_id(*request)) : "refused";
}

TEST(RequestId, IsWhatTheClientGaveIfWellFormed) {
  EXPECT_EQ(given(""), "");
  EXPECT_EQ(given("X-Request-Id: 01J9Z-a.b_c~d:e/f+g=h@i\n"), "01J9Z-a.b_c~d:e/f+g=h@i");
  EXPECT_EQ(given("X-Request-Id: " + std::string(128, 'a') + "\n"), std::string(128, 'a'));
  EXPECT_EQ(given("X-Request-Id: " + std::string(129, 'a') + "\n"), "");
}

TEST(RequestId, Threat078_IsNotWhatCouldForgeALine) {
  for (const char* id : {"", "a b", "a\"b", "a;b", "a\x1b[31m", "a,b", "<a>", "ä", "a%0d%0a"}) {
    const auto found = given("X-Request-Id: " + std::string(id) + "\n");
    EXPECT_TRUE(found.empty() || found == "refused") << id;
  }
}

TEST(RequestId, IsElseTheTracesId) {
  constexpr std::string_view kId = "0af7651916cd43dd8448eb211c80319c";
  EXPECT_EQ(given("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n"), kId);
  EXPECT_EQ(given("traceparent: cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more\n"), kId);
  EXPECT_EQ(given("X-Request-Id: mine\ntraceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n"),
            "mine");
  for (const char* bad : {"00-00000000000000000000000000000000-b7ad6b7169203331-01",
                          "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                          "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                          "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
                          "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331", "x"})
    EXPECT_EQ(given("traceparent: " + std::string(bad) + "\n"), "") << bad;
}

struct FixedRandom final : Random {
  void fill(std::span<std::byte> bytes) override { std::fill(bytes.begin(), bytes.end(), std::byte{0xab}); }
};

TEST(RequestId, OursAreNumbered) {
  FixedRandom random;
  RequestIds ids(random);
  Arena arena;
  EXPECT_EQ(ids.next(arena), "abababababababab00000001");
  EXPECT_EQ(ids.next(arena), "abababababababab00000002");
}

}  // namespace
}  // namespace bedplate::middleware
