#include "middleware/cors.hpp"

#include <gtest/gtest.h>

#include "support/local_exchange.hpp"

namespace bedplate::middleware {
namespace {

struct Told {
  bool preflight = false;
  int status = 0;
  std::string headers;
};

Told ask(const Cors& cors, std::string_view text) {
  const auto loop = std::move(net::Loop::create()).value();
  test::LocalExchange exchange(*loop, text);
  const auto* request = exchange.request();
  Told told;
  told.preflight = cors.preflight(*request, exchange.reply());
  if (!told.preflight) cors.grant(*request, exchange.reply());
  told.status = exchange.reply().status;
  told.headers = exchange.reply().standing_headers();
  return told;
}

bool grants(const Cors& cors, std::string_view origin) {
  const std::string headers = ask(cors, "GET /api/x\nOrigin: " + std::string(origin) + "\n").headers;
  const std::string asked =
      ask(cors, "OPTIONS /api/x\nOrigin: " + std::string(origin) + "\nAccess-Control-Request-Method: PATCH\n").headers;
  const bool read = headers.contains("Access-Control-Allow-Origin"), sent = asked.contains("Access-Control-Allow");
  EXPECT_EQ(read, sent) << origin;
  return read || sent;
}

TEST(Cors, Threat083_OnlyTheOriginsThatAreNamed) {
  const Cors cors({"https://app.example", "http://localhost:3000"});
  EXPECT_TRUE(grants(cors, "https://app.example"));
  EXPECT_TRUE(grants(cors, "http://localhost:3000"));
  for (const char* other : {"null", "https://app.example.evil.test", "https://evil-app.example", "https://xapp.example",
                            "http://app.example", "https://app.example:8443", "https://APP.example",
                            "https://app.example/", "https://app.exampl", "app.example", "http://localhost",
                            "http://localhost:30000", "*", "https://app.example, https://evil.test"})
    EXPECT_FALSE(grants(cors, other)) << other;
  EXPECT_FALSE(grants(Cors({}), "https://app.example"));
}

TEST(Cors, AnswersPreflights) {
  const Cors cors({"https://app.example"});
  const auto told = ask(cors,
                        "OPTIONS /api/x\nOrigin: https://app.example\nAccess-Control-Request-Method: PATCH\n"
                        "Access-Control-Request-Headers: authorization, prefer\n");
  EXPECT_TRUE(told.preflight);
  EXPECT_EQ(told.status, 204);
  for (const char* part : {"Vary: Origin\r\n", "Access-Control-Allow-Origin: https://app.example\r\n",
                           "Access-Control-Allow-Credentials: true\r\n", "PATCH", "Authorization", "Prefer"})
    EXPECT_TRUE(told.headers.contains(part)) << part << " in\n" << told.headers;
  EXPECT_FALSE(ask(cors, "OPTIONS /api/x\n").preflight);
  EXPECT_FALSE(ask(cors, "OPTIONS /api/x\nOrigin: https://app.example\n").preflight);
  EXPECT_FALSE(ask(cors, "GET /api/x\nOrigin: https://app.example\nAccess-Control-Request-Method: PUT\n").preflight);
  EXPECT_FALSE(ask(Cors({}), "OPTIONS /x\nOrigin: https://a.b\nAccess-Control-Request-Method: PUT\n").preflight);
}

TEST(Cors, EveryOriginIsWithoutCredentials) {
  const auto told = ask(Cors({"*"}), "GET /api/x\nOrigin: https://any.example\n");
  EXPECT_TRUE(told.headers.contains("Access-Control-Allow-Origin: *\r\n"));
  EXPECT_FALSE(told.headers.contains("Credentials"));
  EXPECT_FALSE(told.headers.contains("Vary"));
  // Which origin asks changes nothing in the reply, so that a cache needs not know.
  EXPECT_FALSE(ask(Cors({"*"}), "GET /api/x\n").headers.contains("Access-Control"));
}

TEST(Cors, VariesByOriginWhoeverAsks) {
  const Cors cors({"https://app.example"});
  EXPECT_EQ(ask(cors, "GET /api/x\n").headers, "Vary: Origin\r\n");
  EXPECT_EQ(ask(cors, "GET /api/x\nOrigin: https://evil.example\n").headers, "Vary: Origin\r\n");
  const auto told = ask(cors, "GET /api/x\nOrigin: https://app.example\n");
  for (const char* exposed : {"Content-Range", "Link", "ETag", "Location", "Preference-Applied"})
    EXPECT_TRUE(told.headers.contains(exposed)) << exposed;
}

}  // namespace
}  // namespace bedplate::middleware
