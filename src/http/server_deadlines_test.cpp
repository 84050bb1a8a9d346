// Slow clients, those that leave, and replies that nobody takes.
#include <atomic>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <thread>

#include "net/tls_context.hpp"
#include "support/certificate.hpp"
#include "support/http_client.hpp"
#include "support/running_server.hpp"

namespace bedplate::http {
namespace {

using std::chrono::milliseconds;
using test::HttpClient;
using test::RunningServer;
using test::soon;

TEST(Server, Threat090_ReapsSlowHeadsBodiesAndReaders) {
  ServerOptions options;
  options.head_deadline = options.body_deadline = options.write_deadline = milliseconds(150);
  options.idle_deadline = milliseconds(300);
  RunningServer running(options);
  const auto start = std::chrono::steady_clock::now();
  HttpClient head(running.port());
  HttpClient body(running.port());
  HttpClient idle(running.port());
  HttpClient reader(running.port(), 4096);
  ASSERT_TRUE(reader.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\n"));
  ASSERT_TRUE(body.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n"));
  ASSERT_TRUE(head.send("GET / HTTP/1.1\r\n"));
  // Dripping gains nothing.
  for (int i = 0; i < 30; ++i) {
    head.send("X: y\r\n");
    body.send("x");
    std::this_thread::sleep_for(milliseconds(10));
  }
  EXPECT_EQ(head.read().status, 408);
  EXPECT_EQ(body.read().status, 408);
  EXPECT_TRUE(idle.closed());
  EXPECT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::timeouts) == 4; }));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
  EXPECT_EQ(HttpClient(running.port()).get("/fine").status, 200);
}

/// As many as there are descriptors for, both ends of each being here: 10,000 where the limit is 20,400.
std::size_t most_clients() {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  return std::min<std::size_t>(10'000, (std::min<rlim_t>(files.rlim_cur, 30'000) - 400) / 2);
}

TEST(Server, Threat090_ThousandsOfSlowHeadsBodiesAndReadersAreReapedAndHoldUpNobody) {
  ServerOptions options;
  options.limits.unsent = 64 * 1024 * 1024;
  options.head_deadline = options.body_deadline = options.write_deadline = options.idle_deadline = milliseconds(4'000);
  RunningServer running(options);
  constexpr std::string_view kSlow[] = {
      "GET / HTTP/1.1\r\nHost: h\r\nX: ", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nbody",
      "GET /big HTTP/1.1\r\nHost: h\r\n\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n"};
  std::vector<std::unique_ptr<HttpClient>> clients(most_clients());
  HttpClient other(running.port());
  auto slowest = std::chrono::steady_clock::duration::zero();
  for (std::size_t i = 0; i < clients.size(); ++i) {
    clients[i] = std::make_unique<HttpClient>(running.port(), 4096);
    ASSERT_TRUE(clients[i]->connected() && clients[i]->send(kSlow[i % 3])) << i;
    if (i % 100 != 0) continue;
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_EQ(other.get("/healthz").status, 200);
    slowest = std::max(slowest, std::chrono::steady_clock::now() - begin);
  }
  EXPECT_LE(running.server().unsent().held(), options.limits.unsent);
  EXPECT_LT(slowest, milliseconds(1'000));
  const auto all_reaped = [&] { return running.sum(&telemetry::HttpCounters::open) <= 1; };
  for (int i = 0; i < 20 && !all_reaped(); ++i) {
    (void)other.get("/healthz");  // stays alive
    std::this_thread::sleep_for(milliseconds(500));
  }
  EXPECT_TRUE(all_reaped()) << running.sum(&telemetry::HttpCounters::open) << " of " << clients.size() << " are open";
  EXPECT_EQ(other.get("/fine").status, 200);
  EXPECT_EQ(running.server().unsent().held(), 0u);
}

TEST(Server, Threat090_HandshakesHaveADeadline) {
  const auto pair = test::make_certificate();
  ServerOptions options;
  options.tls = *net::TlsContext::make(pair.certificate, pair.key);
  options.handshake_deadline = milliseconds(150);
  options.head_deadline = options.idle_deadline = milliseconds(60'000);
  RunningServer running(options);
  HttpClient silent(running.port());
  HttpClient dripping(running.port());
  std::string_view hello("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
  for (int i = 0; i < 30; ++i) {
    dripping.send(i < 11 ? hello.substr(static_cast<std::size_t>(i), 1) : "x");
    std::this_thread::sleep_for(milliseconds(10));
  }
  EXPECT_TRUE(silent.closed());
  EXPECT_TRUE(dripping.closed());
  EXPECT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::open) == 0; }));
  // What is no handshake ends at once.
  HttpClient plain(running.port());
  EXPECT_EQ(plain.get("/").status, 0);
  EXPECT_EQ(running.routes.handled, 0);
}

TEST(Server, ALargeReplyReachesASlowReaderWhole) {
  RunningServer running;
  HttpClient client(running.port(), 4096);
  ASSERT_TRUE(client.send("GET /big HTTP/1.1\r\nHost: h\r\n\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n"));
  std::this_thread::sleep_for(milliseconds(50));
  EXPECT_EQ(running.routes.handled, 1);  // the next one waits until this reply is taken
  EXPECT_EQ(client.read().body.size(), 8u * 1024 * 1024);
  EXPECT_EQ(client.read().body, "GET /next ");
}

TEST(Server, Threat138_RepliesThatNobodyTakesAreBoundedInAll) {
  ServerOptions options;
  options.limits.unsent = 20 * 1024 * 1024;
  options.write_deadline = milliseconds(700);
  RunningServer running(options);
  std::vector<std::unique_ptr<HttpClient>> readers;
  for (int i = 0; i < 12; ++i) {
    readers.push_back(std::make_unique<HttpClient>(running.port(), 4096));
    ASSERT_TRUE(readers.back()->send("GET /big HTTP/1.1\r\nHost: h\r\n\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n"));
  }
  ASSERT_TRUE(soon([&] { return running.routes.handled >= 12; }));
  EXPECT_LE(running.server().unsent().held(), options.limits.unsent);
  EXPECT_GT(running.server().unsent().held(), 0u);
  // Small replies are served, a large one more is refused and may be asked for again on the same connection.
  HttpClient other(running.port());
  EXPECT_EQ(other.get("/small").status, 200);
  const auto refused = other.get("/big");
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("retry-after"), "1");
  EXPECT_NE(refused.body.find("OVERLOADED"), std::string::npos);
  EXPECT_EQ(other.get("/small").status, 200);
  // The readers are cut off at their deadline, and there is room again.
  ASSERT_TRUE(soon([&] { return running.server().unsent().held() == 0; }));
  EXPECT_EQ(other.get("/big").body.size(), 8u * 1024 * 1024);
}

TEST(Server, Threat138_HandlersAreToldWhenReadersHoldTooMuch) {
  ServerOptions options;
  options.limits.unsent = 1024 * 1024;
  RunningServer running(options);
  HttpClient other(running.port());
  EXPECT_EQ(other.get("/asks").status, 200);
  EXPECT_FALSE(running.routes.crowded);
  // A write's reply is sent in any case: nothing else would tell that it was done.
  HttpClient reader(running.port(), 4096);
  ASSERT_TRUE(reader.send("POST /big HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n"));
  ASSERT_TRUE(soon([&] { return running.server().unsent().held() > options.limits.unsent; }));
  EXPECT_EQ(other.get("/asks").status, 200);
  EXPECT_TRUE(running.routes.crowded);
  EXPECT_EQ(reader.read().body.size(), 8u * 1024 * 1024);
  EXPECT_TRUE(soon([&] { return running.server().unsent().held() == 0; }));
}

TEST(Server, AClientThatLeavesIsToldToWhoAnswersIt) {
  RunningServer running;
  {
    HttpClient client(running.port());
    ASSERT_TRUE(client.send("GET /watch HTTP/1.1\r\nHost: h\r\n\r\n"));
    ASSERT_TRUE(soon([&] { return running.routes.held != nullptr; }));
    EXPECT_FALSE(running.routes.gone.test());
  }  // closes
  EXPECT_TRUE(soon([&] { return running.routes.gone.test(); }));
  EXPECT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::open) == 0; }));

  // One that only sends no more is told the end all the same; one that breaks the connection is not.
  running.routes.gone.clear();
  HttpClient half(running.port());
  ASSERT_TRUE(half.send("GET /watch HTTP/1.1\r\nHost: h\r\n\r\n"));
  half.end_writing();
  EXPECT_EQ(half.read().body, "you left");
  EXPECT_TRUE(running.routes.gone.test());

  running.routes.gone.clear();
  running.routes.held = nullptr;
  HttpClient broken(running.port());
  ASSERT_TRUE(broken.send("GET /watch HTTP/1.1\r\nHost: h\r\n\r\n"));
  ASSERT_TRUE(soon([&] { return running.routes.held != nullptr; }));
  broken.reset();
  EXPECT_TRUE(soon([&] { return running.routes.gone.test(); }));
  EXPECT_EQ(HttpClient(running.port()).get("/fine").status, 200);
}

TEST(Server, AHandlerMayOutliveItsClient) {
  RunningServer running;
  HttpClient client(running.port());
  ASSERT_TRUE(client.send("POST /hold HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx"));
  ASSERT_TRUE(soon([&] { return running.routes.held != nullptr; }));
  client.reset();
  ASSERT_TRUE(soon([&] { return running.sum(&telemetry::HttpCounters::open) == 0; }));
  ReplyWriter* writer = running.routes.held;
  std::atomic<bool> gone = false;
  running.loops().at(0).post([writer, &gone] {
    gone = writer->gone();
    writer->reply().body.assign("nobody hears this");
    writer->finish();
  });
  EXPECT_TRUE(soon([&] { return gone.load(); }));
  EXPECT_EQ(HttpClient(running.port()).get("/fine").status, 200);
}

}  // namespace
}  // namespace bedplate::http
