// More clients and requests than can be served.
#include <algorithm>
#include <ctime>
#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <thread>

#include "support/http_client.hpp"
#include "support/running_server.hpp"

namespace bedplate::http {
namespace {

using std::chrono::milliseconds;
using test::HttpClient;
using test::RunningServer;
using test::soon;

std::string work(int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += "GET /work HTTP/1.1\r\nHost: h\r\nX-Caller: greedy\r\n\r\n";
  return all;
}

TEST(Server, Threat144_HealthIsAnsweredWhileAHundredRequestsWaitForTheLoop) {
  RunningServer running;
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 40; ++i) clients.push_back(std::make_unique<HttpClient>(running.port()));
  HttpClient health(running.port()), modest(running.port());
  EXPECT_EQ(health.get("/healthz").status, 200);
  for (auto& client : clients) ASSERT_TRUE(client->send(work(10)));  // 800 ms of them
  ASSERT_TRUE(soon([&] { return running.routes.handled >= 5; }));
  EXPECT_EQ(health.get("/healthz").status, 200);
  EXPECT_EQ(modest.get("/a").status, 200);
  EXPECT_LT(running.routes.handled, 200);
  EXPECT_GT(running.sum(&telemetry::HttpCounters::waiting), 10u);
  int answered = 0;
  for (auto& client : clients)
    for (int i = 0; i < 10; ++i) answered += client->read().status >= 200;
  EXPECT_EQ(answered, 400);
  EXPECT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::waiting) == 0; }));
}

TEST(Server, Threat144_HealthDoesNotWaitBehindItsOwnCaller) {
  RunningServer running;
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 50; ++i) clients.push_back(std::make_unique<HttpClient>(running.port()));
  HttpClient health(running.port());
  std::string all;
  for (int i = 0; i < 10; ++i) all += "GET /work HTTP/1.1\r\nHost: h\r\n\r\n";
  for (auto& client : clients) ASSERT_TRUE(client->send(all));
  ASSERT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::waiting) > 20; }));
  int least = 1000;  // requests that were handled while health was asked: this thread may be held up
  for (int i = 0; i < 5; ++i) {
    const int before = running.routes.handled;
    EXPECT_EQ(health.get("/healthz").status, 200);
    least = std::min(least, running.routes.handled - before);
  }
  EXPECT_LT(least, 12);
}

TEST(Server, Threat138_OfWhatCannotBeDoneMuchIsRefusedAndTheConnectionGoesOn) {
  RunningServer running;
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 60; ++i) clients.push_back(std::make_unique<HttpClient>(running.port()));
  for (auto& client : clients) ASSERT_TRUE(client->send(work(10)));  // 1.2 s of them
  int good = 0, refused = 0;
  for (auto& client : clients)
    for (int i = 0; i < 10; ++i) {
      const auto reply = client->read();
      good += reply.status == 200;
      if (reply.status != 503) continue;
      ++refused;
      EXPECT_EQ(reply.header("retry-after"), "1");
      EXPECT_NE(reply.body.find("OVERLOADED"), std::string::npos);
    }
  EXPECT_EQ(good + refused, 600);
  EXPECT_GT(refused, 100);
  EXPECT_GT(good, 50);
  EXPECT_EQ(running.sum(&telemetry::HttpCounters::shed), static_cast<std::uint64_t>(refused));
  EXPECT_EQ(clients.front()->get("/a").status, 200);
}

TEST(Server, Threat139_AnUploadWaitsItsTurnAsEveryRequestDoes) {
  RunningServer running;
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 30; ++i) clients.push_back(std::make_unique<HttpClient>(running.port()));
  HttpClient uploader(running.port());
  EXPECT_EQ(uploader.get("/a").status, 200);
  std::atomic<bool> busy = false;
  running.loops().at(0).post([&] {
    busy = true;
    std::this_thread::sleep_for(milliseconds(100));  // so that all have come when it looks
  });
  ASSERT_TRUE(soon([&] { return busy.load(); }));
  for (auto& client : clients) ASSERT_TRUE(client->send(work(1)));
  ASSERT_TRUE(uploader.send("POST /upload HTTP/1.1\r\nHost: h\r\nX-Caller: greedy\r\nContent-Length: 40000\r\n\r\n" +
                            std::string(40000, 'u')));
  const auto reply = uploader.read();
  EXPECT_GE(running.routes.handled, 30);
  EXPECT_EQ(reply.body, "40000 in parts");
  for (auto& client : clients) EXPECT_EQ(client->read().status, 200);
}

TEST(Server, WhatWaitsIsForgottenWhenItsClientLeaves) {
  RunningServer running;
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 60; ++i) clients.push_back(std::make_unique<HttpClient>(running.port()));
  for (auto& client : clients) ASSERT_TRUE(client->send(work(1)));
  ASSERT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::waiting) > 10; }));
  clients.clear();
  ASSERT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::open) == 0; }));
  EXPECT_LT(running.routes.handled, 60);
  EXPECT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::waiting) == 0; }));
  EXPECT_EQ(HttpClient(running.port()).get("/a").status, 200);
}

TEST(Server, TurnsAwayConnectionsOverItsLimit) {
  ServerOptions options;
  options.max_connections = 2;
  RunningServer running(options);
  HttpClient first(running.port());
  HttpClient second(running.port());
  EXPECT_EQ(first.get("/1").status, 200);
  EXPECT_EQ(second.get("/2").status, 200);
  HttpClient third(running.port());
  const auto reply = third.read();
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.header("retry-after"), "1");
  EXPECT_EQ(first.get("/1").status, 200);
}

TEST(Server, Threat137_OutOfDescriptorsItWaitsInsteadOfSpinning) {
  RunningServer running;
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 4; ++i) clients.push_back(std::make_unique<HttpClient>(running.port()));
  for (auto& client : clients) ASSERT_EQ(client->get("/").status, 200);
  rlimit former{};
  getrlimit(RLIMIT_NOFILE, &former);
  // One descriptor is left: the client takes it, the server finds none for its side.
  const int free_one = dup(0);
  close(free_one);
  rlimit tight{.rlim_cur = static_cast<rlim_t>(free_one) + 1, .rlim_max = former.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &tight), 0);
  HttpClient starved(running.port());
  timespec before{};
  timespec after{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
  std::this_thread::sleep_for(milliseconds(350));
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
  const double cpu_ms = static_cast<double>(after.tv_sec - before.tv_sec) * 1e3 +
                        static_cast<double>(after.tv_nsec - before.tv_nsec) / 1e6;
  EXPECT_LT(cpu_ms, 50);
  EXPECT_EQ(clients[0]->get("/still").status, 200);
  setrlimit(RLIMIT_NOFILE, &former);
  EXPECT_EQ(starved.get("/served").status, 200);
}

}  // namespace
}  // namespace bedplate::http
