// The end of a server.
#include <atomic>
#include <gtest/gtest.h>
#include <thread>

#include "support/http_client.hpp"
#include "support/running_server.hpp"

namespace bedplate::http {
namespace {

using std::chrono::milliseconds;
using test::HttpClient;
using test::RunningServer;
using test::soon;

TEST(Server, DrainAnswersWhatIsUnderWayAndCutsOffTheRest) {
  RunningServer running;
  HttpClient idle(running.port());
  EXPECT_EQ(idle.get("/").status, 200);
  HttpClient busy(running.port());
  ASSERT_TRUE(busy.send("GET /hold HTTP/1.1\r\nHost: h\r\n\r\n"));
  ASSERT_TRUE(soon([&] { return running.routes.held != nullptr; }));
  HttpClient slow(running.port());
  ASSERT_TRUE(slow.send("GET / HT"));
  ASSERT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::accepted) == 3; }));
  std::atomic<bool> done = false;
  running.server().drain(milliseconds(400), [&] { done = true; });
  EXPECT_TRUE(idle.closed());
  EXPECT_TRUE(soon([&] { return !HttpClient(running.port()).connected(); }));
  EXPECT_FALSE(done);
  running.loops().at(0).post([writer = running.routes.held.load()] { writer->finish(); });
  EXPECT_EQ(busy.read().header("connection"), "close");
  EXPECT_TRUE(busy.closed());
  EXPECT_TRUE(slow.closed());
  EXPECT_TRUE(soon([&] { return done.load(); }));
}

TEST(Server, Threat125_DrainServesWhoeverTheKernelHasAccepted) {
  RunningServer running;
  std::atomic<bool> busy = false;
  std::atomic<bool> done = false;
  running.loops().at(0).post([&] {
    busy = true;
    std::this_thread::sleep_for(milliseconds(400));  // the loop has not looked when it is told to drain
  });
  ASSERT_TRUE(soon([&] { return busy.load(); }));
  running.server().drain(std::chrono::seconds(10), [&] { done = true; });
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 300; ++i) {
    clients.push_back(std::make_unique<HttpClient>(running.port()));
    ASSERT_TRUE(clients.back()->send("GET /queued HTTP/1.1\r\nHost: h\r\n\r\n"));
  }
  for (auto& client : clients) ASSERT_EQ(client->read().body, "GET /queued ");
  EXPECT_TRUE(soon([&] { return done.load(); }));
}

TEST(Server, Threat125_ARequestThatCameInTimeIsNoIdleConnection) {
  ServerOptions options;
  options.drain_idle = milliseconds(20);
  RunningServer running(options);
  std::vector<std::unique_ptr<HttpClient>> clients;  // more than a turn of the loop looks at
  for (int i = 0; i < 700; ++i) {
    clients.push_back(std::make_unique<HttpClient>(running.port()));
    ASSERT_EQ(clients.back()->get("/").status, 200);
  }
  std::atomic<bool> done = false;
  running.server().drain(std::chrono::seconds(10), [&] { done = true; });
  std::atomic<bool> busy = false;
  running.loops().at(0).post([&] {
    busy = true;
    std::this_thread::sleep_for(milliseconds(200));
  });
  ASSERT_TRUE(soon([&] { return busy.load(); }));
  for (auto& client : clients) ASSERT_TRUE(client->send("GET /in-time HTTP/1.1\r\nHost: h\r\n\r\n"));
  for (auto& client : clients) ASSERT_EQ(client->read().body, "GET /in-time ");
  EXPECT_TRUE(soon([&] { return done.load(); }));
}

}  // namespace
}  // namespace bedplate::http
