#include "upstream/fetch.hpp"

#include <chrono>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <thread>

#include "support/raw_server.hpp"

namespace bedplate::upstream {
namespace {

using test::RawServer;
using namespace std::chrono_literals;

std::string ok(std::string_view body) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}
std::string redirect(std::string_view location) {
  return "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + std::string(location) + "\r\n\r\n";
}
FetchRequest allowed(std::string url) { return {.url = std::move(url), .allow_private = true, .deadline = 2s}; }

std::string outcome(const FetchRequest& request) {
  const auto body = fetch(request);
  return body ? *body : std::string(reason_word(body.error().reason()));
}

TEST(FetchTest, TheBodyOfAConfiguredPrivateHost) {
  RawServer server([](const std::string& head, const auto& send) {
    EXPECT_EQ(head.find("GET /jwks HTTP/1.1\r\n"), 0u);
    EXPECT_EQ(head.find("Authorization"), std::string::npos);
    send(ok("{}"));
  });
  EXPECT_EQ(outcome(allowed(server.url("/jwks"))), "{}");
  EXPECT_EQ(outcome(allowed("http://localhost:" + std::to_string(server.port()) + "/jwks#x")), "{}");
}

TEST(FetchTest, Threat099_LoopbackAndMetadataInEverySpelling) {
  RawServer server([](const std::string&, const auto& send) { send(ok("{}")); });
  const std::string port = ":" + std::to_string(server.port()) + "/";
  for (const char* host : {"127.0.0.1",
                           "127.1",
                           "127.0.1",
                           "2130706433",
                           "0x7f000001",
                           "0x7f.0.0.1",
                           "0177.0.0.1",
                           "017700000001",
                           "0x7F.1",
                           "localhost",
                           "LOCALHOST",
                           "0",
                           "0.0.0.0",
                           "[::1]",
                           "[::]",
                           "[::ffff:127.0.0.1]",
                           "[::ffff:7f00:1]",
                           "[0:0:0:0:0:ffff:7f00:0001]",
                           "[::127.0.0.1]",
                           "[64:ff9b::7f00:1]",
                           "[2002:7f00:1::]",
                           "169.254.169.254",
                           "0xa9fea9fe",
                           "2852039166",
                           "0251.0376.0251.0376",
                           "[::ffff:169.254.169.254]",
                           "[fd00:ec2::254]",
                           "10.0.0.1",
                           "0xa.1",
                           "192.168.1.1",
                           "100.100.100.200"}) {
    EXPECT_EQ(outcome({.url = "https://" + std::string(host) + port, .deadline = 2s}), "EGRESS_REFUSED") << host;
    EXPECT_EQ(outcome({.url = "http://" + std::string(host) + port, .deadline = 2s}), "EGRESS_REFUSED") << host;
  }
  EXPECT_EQ(server.connections(), 0);
}

TEST(FetchTest, Threat099_MetadataIsRefusedEvenWhereConfigured) {
  for (const char* url : {"http://169.254.169.254/latest", "http://[fd00:ec2::254]/", "http://0xa9fea9fe/",
                          "http://[::ffff:a9fe:a9fe]/", "http://0.0.0.0/", "http://[fe80::1]/"})
    EXPECT_EQ(outcome(allowed(url)), "EGRESS_REFUSED") << url;
}

TEST(FetchTest, Threat100_OnlyTheSchemesOfTheWeb) {
  for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "dict://127.0.0.1/x",
                          "unix:/run/x", "http://user:pw@127.0.0.1/", "https://good.example@127.0.0.1/"})
    EXPECT_NE(outcome(allowed(url)).find_first_of("EI"), std::string::npos) << url;
  EXPECT_EQ(outcome(allowed("file:///etc/passwd")), "EGRESS_REFUSED");
  EXPECT_EQ(outcome(allowed("http://user:pw@127.0.0.1/")), "EGRESS_REFUSED");
  EXPECT_EQ(outcome(allowed("")), "INVALID_CONFIGURATION");
}

TEST(FetchTest, Threat100_ProxiesOfTheEnvironmentAreNotUsed) {
  RawServer server([](const std::string&, const auto& send) { send(ok("straight")); });
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  ::setenv("ALL_PROXY", "http://127.0.0.1:1", 1);
  EXPECT_EQ(outcome(allowed(server.url("/"))), "straight");
  ::unsetenv("http_proxy");
  ::unsetenv("ALL_PROXY");
}

TEST(FetchTest, Threat101_RedirectsAreCheckedAgainAtEachHop) {
  RawServer other([](const std::string&, const auto& send) { send(ok("secret")); });
  std::string target;
  RawServer server([&](const std::string& head, const auto& send) {
    send(head.find("GET /good ") == 0 ? ok("{}") : redirect(target));
  });
  for (const std::string& to : {other.url("/"), "http://localhost:" + std::to_string(server.port()) + "/good",
                                std::string("file:///etc/passwd"), std::string("http://169.254.169.254/"),
                                std::string("https://127.0.0.1:1/"), std::string("gopher://127.0.0.1:1/"),
                                std::string("http://u@127.0.0.1:") + std::to_string(server.port()) + "/good"}) {
    target = to;
    EXPECT_EQ(outcome(allowed(server.url("/"))), "EGRESS_REFUSED") << to;
  }
  EXPECT_EQ(other.connections(), 0);
  for (const std::string& to : {std::string("/good"), server.url("/good")}) {
    target = to;
    EXPECT_EQ(outcome(allowed(server.url("/"))), "{}") << to;
  }
  target = "/again";
  const int before = server.connections();
  EXPECT_EQ(outcome(allowed(server.url("/"))), "UPSTREAM_FAILED");
  EXPECT_LE(server.connections() - before, 4);
}

TEST(FetchTest, Threat102_LongBodiesAreCut) {
  RawServer declared([](const std::string&, const auto& send) {
    send("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n");
    const std::string piece(64 * 1024, 'x');
    for (int i = 0; i < 1600 && send(piece); ++i) continue;
  });
  EXPECT_EQ(outcome(allowed(declared.url("/"))), "UPSTREAM_FAILED");
  std::atomic<int> sent = 0;
  RawServer endless([&](const std::string&, const auto& send) {
    send("HTTP/1.1 200 OK\r\n\r\n");
    const std::string piece(64 * 1024, 'x');
    while (send(piece)) ++sent;
  });
  EXPECT_EQ(outcome(allowed(endless.url("/"))), "UPSTREAM_FAILED");
  std::this_thread::sleep_for(100ms);
  EXPECT_LT(sent, 200);
}

TEST(FetchTest, Threat102_EndlessHeadsAndInterimRepliesAreCut) {
  RawServer heads([](const std::string&, const auto& send) {
    send("HTTP/1.1 200 OK\r\n");
    while (send("X-Field: " + std::string(1000, 'x') + "\r\n")) continue;
  });
  EXPECT_EQ(outcome(allowed(heads.url("/"))), "UPSTREAM_FAILED");
  RawServer interim([](const std::string&, const auto& send) {
    while (send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")) continue;
  });
  EXPECT_EQ(outcome(allowed(interim.url("/"))), "UPSTREAM_FAILED");
}

TEST(FetchTest, Threat102_HangingAndDrippingEndAtTheDeadline) {
  RawServer dripping([](const std::string&, const auto& send) {
    send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    while (send("x")) std::this_thread::sleep_for(10ms);
  });
  RawServer hanging([&](const std::string&, const auto&) { std::this_thread::sleep_for(500ms); });
  for (RawServer* server : {&dripping, &hanging}) {
    auto request = allowed(server->url("/"));
    request.deadline = 150ms;
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(outcome(request), "UPSTREAM_FAILED");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 450ms);
  }
}

TEST(FetchTest, OtherStatusesAndNobodyThere) {
  RawServer server(
      [](const std::string&, const auto& send) { send("HTTP/1.1 500 Oops\r\nContent-Length: 6\r\n\r\ncanary"); });
  const auto body = fetch(allowed(server.url("/")));
  ASSERT_FALSE(body);
  EXPECT_EQ(body.error().detail(), "Its status is 500.");
  EXPECT_EQ(outcome(allowed("http://127.0.0.1:1/")), "UPSTREAM_FAILED");
}

TEST(FetchTest, HttpsWithoutACertificateFails) {
  RawServer server([](const std::string&, const auto& send) { send(ok("{}")); });
  auto request = allowed("https://127.0.0.1:" + std::to_string(server.port()) + "/");
  request.deadline = 300ms;
  EXPECT_EQ(outcome(request), "UPSTREAM_FAILED");
}

}  // namespace
}  // namespace bedplate::upstream
