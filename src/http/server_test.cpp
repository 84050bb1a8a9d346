#include "http/server.hpp"

#include <algorithm>
#include <ctime>
#include <gtest/gtest.h>
#include <thread>

#include "support/http_client.hpp"
#include "support/running_server.hpp"

namespace bedplate::http {
namespace {

using std::chrono::milliseconds;
using test::HttpClient;
using test::Routes;
using test::RunningServer;

TEST(Server, AnswersAndKeepsTheConnection) {
  RunningServer running;
  HttpClient client(running.port());
  const auto reply = client.get("/a?b=c");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "GET /a?b=c ");
  EXPECT_EQ(reply.header("content-type"), "application/json; charset=utf-8");
  EXPECT_EQ(reply.header("connection"), "");
  tm time{};
  EXPECT_NE(strptime(reply.header("date").c_str(), "%a, %d %b %Y %H:%M:%S GMT", &time), nullptr) << reply.head;
  EXPECT_NEAR(static_cast<double>(timegm(&time)), static_cast<double>(::time(nullptr)), 3.0);
  EXPECT_EQ(client.exchange("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}").body, "POST /p {}");
  EXPECT_EQ(client.get("/none").head.find("Content-Length"), std::string::npos);
  EXPECT_EQ(client.get("/z").body, "GET /z ");
}

TEST(Server, AnswersPipelinedRequestsInOrderThoughSomeFinishLater) {
  RunningServer running;
  HttpClient client(running.port());
  std::string all;
  for (int i = 0; i < 200; ++i) {
    all += i % 3 == 0 ? "POST /later?" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"
                      : "GET /now?" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
  }
  ASSERT_TRUE(client.send(all));
  for (int i = 0; i < 200; ++i) {
    EXPECT_EQ(client.read().body,
              i % 3 == 0 ? "later " + std::to_string(i) + " abc" : "GET /now?" + std::to_string(i) + " ");
  }
}

TEST(Server, TakesBodiesOfEverySizeAndForm) {
  RunningServer running;
  HttpClient client(running.port());
  for (const std::size_t size : {1uz, 4000uz, 20'000uz, 20'480uz, 300'000uz, 1'048'576uz}) {
    const std::string body(size, 'x');
    // Pipelined twice, so that the second head begins anywhere in the buffer.
    const auto request = "POST /s HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" + body;
    std::thread writer([&] { client.send(request + request); });
    const std::string expected = "POST /s " + (size > 100 ? std::to_string(size) : body);
    EXPECT_EQ(client.read().body, expected);
    EXPECT_EQ(client.read().body, expected);
    writer.join();
  }
  EXPECT_EQ(
      client
          .exchange("POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
          .body,
      "POST /c abcde");
  EXPECT_EQ(client.get("/after").body, "GET /after ");
}

TEST(Server, ReadsARequestThatComesByteByByte) {
  RunningServer running;
  HttpClient client(running.port());
  for (const char byte : std::string_view("\r\nPOST /d HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello")) {
    ASSERT_TRUE(client.send({&byte, 1}));
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
  EXPECT_EQ(client.read().body, "POST /d hello");
}

TEST(Server, SaysContinueOnlyWhenTheBodyIsAwaited) {
  RunningServer running;
  HttpClient client(running.port());
  EXPECT_EQ(client.exchange("POST /e HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n").status,
            100);
  EXPECT_EQ(client.exchange("ok").body, "POST /e ok");
  EXPECT_EQ(client.exchange("POST /e HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nok").body,
            "POST /e ok");
}

TEST(Server, SpeaksHeadAndHttp10) {
  RunningServer running;
  HttpClient client(running.port());
  ASSERT_TRUE(client.send("HEAD /h HTTP/1.1\r\nHost: h\r\n\r\n"));
  EXPECT_EQ(client.read(true).header("content-length"), "8");
  ASSERT_TRUE(client.send("GET /k HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
  const auto kept = client.read();
  EXPECT_EQ(kept.header("connection"), "keep-alive");
  const auto last = client.exchange("GET /l HTTP/1.0\r\n\r\n");
  EXPECT_EQ(last.body, "GET /l ");
  EXPECT_EQ(last.header("connection"), "close");
  EXPECT_TRUE(client.closed());
}

TEST(Server, ClosesWhenEitherSideSaysSo) {
  RunningServer running;
  HttpClient client(running.port());
  EXPECT_EQ(client.get("/close").header("connection"), "close");
  EXPECT_TRUE(client.closed());
  HttpClient other(running.port());
  EXPECT_EQ(other.exchange("GET /x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").status, 200);
  EXPECT_TRUE(other.closed());
  HttpClient half(running.port());
  ASSERT_TRUE(half.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /later HTTP/1.1\r\nHost: h\r\n\r\n"));
  half.end_writing();
  EXPECT_EQ(half.read().body, "GET /1 ");
  EXPECT_EQ(half.read().body, "later  ");
  EXPECT_TRUE(half.closed());
}

TEST(Server, Threat087_RefusesSmugglingAndCloses) {
  RunningServer running;
  for (const char* request :
       {"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled "
        "HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: "
        "h\r\n\r\n",
        "GET / HTTP/1.1\nHost: h\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nX: a\r\n b\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nz\r\nGET /smuggled HTTP/1.1\r\nHost: "
        "h\r\n\r\n"}) {
    HttpClient client(running.port());
    const auto reply = client.exchange(request);
    EXPECT_EQ(reply.status, 400) << request;
    EXPECT_EQ(reply.header("content-type"), "application/problem+json");
    EXPECT_NE(reply.body.find("\"reason\":\"MALFORMED_REQUEST\""), std::string::npos);
    EXPECT_EQ(reply.header("connection"), "close");
    EXPECT_TRUE(client.closed());
  }
  EXPECT_EQ(running.routes.handled, 0);
}

TEST(Server, RefusesABodyOverTheLimitThoughTheClientGoesOnSending) {
  RunningServer running;
  HttpClient client(running.port());
  std::thread writer([&] {
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n");
    client.send(std::string(3'000'000, 'x'));
  });
  EXPECT_EQ(client.read().status, 413);
  client.end_writing();
  writer.join();
}

TEST(Server, Threat078_NoValueEndsAHeaderField) {
  RunningServer running;
  HttpClient client(running.port());
  const auto reply = client.get("/header");
  EXPECT_EQ(reply.header("x-evil"), "a  Set-Cookie: b [0m");
  EXPECT_EQ(reply.header("set-cookie"), "");
}

TEST(Server, AnExceptionIsA500AndTheServerGoesOn) {
  RunningServer running;
  HttpClient client(running.port());
  const auto reply = client.get("/throw");
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.body.find("library"), std::string::npos);
  EXPECT_EQ(HttpClient(running.port()).get("/fine").status, 200);
}

TEST(Server, SpreadsConnectionsOverItsLoops) {
  RunningServer running({}, 2);
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 32; ++i) clients.push_back(std::make_unique<HttpClient>(running.port()));
  for (auto& client : clients) EXPECT_EQ(client->get("/").status, 200);
  for (const auto* counters : running.server().counters()) EXPECT_GT(counters->requests.value(), 0u);
}

TEST(Server, SaysWhoseThePortIs) {
  RunningServer running;
  auto loops = std::move(net::Loops::create(2)).value();
  Routes routes;
  const auto second =
      Server::open(*loops, running.server().address(), [&](net::Loop&, std::size_t) -> Handler& { return routes; });
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().hint().find("--listen"), std::string::npos);
}

}  // namespace
}  // namespace bedplate::http
