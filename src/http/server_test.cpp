#include "http/server.hpp"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <thread>

#include "base/scope.hpp"
#include "net/tls_context.hpp"
#include "support/certificate.hpp"
#include "support/http_client.hpp"

namespace bedplate::http {
namespace {

using std::chrono::milliseconds;
using test::HttpClient;

/// Answers by path; `/later` and `/hold` finish after `handle` has returned.
class Routes final : public Handler {
 public:
  void handle(Request& request, ReplyWriter& writer) override {
    ++handled;
    Reply& reply = writer.reply();
    const auto path = request.path();
    if (path == "/later") return later(request, writer);
    if (path == "/hold") {
      held = &writer;
      return;
    }
    if (path == "/asks") crowded = writer.crowded();
    if (path == "/work") {
      for (const auto end = std::chrono::steady_clock::now() + milliseconds(2);
           std::chrono::steady_clock::now() < end;) {
      }
    }
    if (path == "/watch") return watch(request, writer);
    if (path == "/parts")
      return scope.spawn(&Routes::parts, this, &writer, std::stoi(std::string(request.query())), true);
    if (path == "/cut")
      return scope.spawn(&Routes::parts, this, &writer, std::stoi(std::string(request.query())), false);
    if (path == "/upload") return scope.spawn(&Routes::upload, this, &writer);
    if (path == "/no-upload") reply.body = "no";
    if (path == "/throw") throw std::runtime_error("a library failed");
    if (path == "/big") reply.body.assign(8 * 1024 * 1024, 'b');
    if (path == "/none") reply.status = 204;
    if (path == "/close") reply.close = true;
    if (path == "/header") reply.add_header("X-Evil", "a\r\nSet-Cookie: b\x1b[0m");
    if (reply.body.empty()) {
      reply.body.append(request.method_text()).append(" ").append(request.target()).append(" ");
      reply.body.append(request.body().size() > 100 ? std::to_string(request.body().size()) : request.body());
    }
    writer.finish();
  }

  Claim claim(const Request& request) override {
    if (request.path() == "/healthz") return {.urgent = true};
    const auto caller = request.header("X-Caller");
    return {.caller = caller.empty() ? 0 : std::hash<std::string_view>{}(caller)};
  }

  std::atomic<int> handled = 0;
  std::atomic<ReplyWriter*> held = nullptr;
  std::atomic<bool> crowded = false;
  std::atomic_flag gone;
  bool takes_parts(const Request& request) const override { return request.path().ends_with("upload"); }

  std::atomic<int> sent_parts = 0;
  std::atomic<bool> hold_uploads = false;
  std::atomic<std::size_t> uploaded = 0;
  std::atomic<bool> was_lost = false;
  std::atomic<bool> was_gone = false;
  Scope scope;

 private:
  /// Adds up what comes; the reply has the sum and the largest part.
  static Task<void> upload(Routes* routes, ReplyWriter* writer) {
    std::string part;
    std::size_t sum = 0, largest = 0;
    for (Upload state = Upload::kMore; state == Upload::kMore;) {
      co_await writer->receive();
      while (routes->hold_uploads) co_await Pause{writer->loop()};
      state = writer->take_part(part);
      routes->was_lost = state == Upload::kLost;
      sum += part.size();
      routes->uploaded = sum;
      largest = std::max(largest, part.size());
    }
    writer->reply().body = std::to_string(sum) + (largest <= 80 * 1024 ? " in parts" : " at once");
    writer->finish();
  }

  struct Pause {
    net::Loop& loop;
    std::optional<net::Timer> timer = {};
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiter) {
      timer.emplace(loop, [waiter] { waiter.resume(); });
      timer->arm(loop.now() + milliseconds(10));
    }
    void await_resume() const {}
  };

  /// A reply in parts of 64 KiB each, with or without its end.
  static Task<void> parts(Routes* routes, ReplyWriter* writer, int count, bool whole) {
    for (int i = 0; i < count && !writer->gone(); ++i) {
      writer->reply().body.assign(64 * 1024, static_cast<char>('a' + i % 26));
      ++routes->sent_parts;
      co_await writer->flush();
    }
    routes->was_gone = writer->gone();
    if (whole)
      writer->finish();
    else
      writer->abort();
  }

  /// Tells when its client leaves; answers then.
  struct Watch final : CancelHook {
    Watch(Routes& of, ReplyWriter& its) : routes(of), writer(its) {}
    void on_cancel() override {
      routes.gone.test_and_set();
      writer.loop().post([this] {
        ReplyWriter& mine = writer;
        delete this;
        mine.reply().body = "you left";
        mine.finish();
      });
    }
    Routes& routes;
    ReplyWriter& writer;
  };
  void watch(Request& request, ReplyWriter& writer) {
    (new Watch(*this, writer))->listen(request.left());
    held = &writer;
  }
  static void later(Request& request, ReplyWriter& writer) {
    writer.loop().post([&request, &writer] {
      writer.reply().body.append("later ").append(request.query()).append(" ").append(request.body());
      writer.finish();
    });
  }
};

class Running {
 public:
  explicit Running(ServerOptions options = {}, std::size_t loops = 1)
      : loops_(std::move(net::Loops::create(loops)).value()),
        server_(std::move(Server::open(
                              *loops_, net::parse_address("127.0.0.1:0").value(),
                              [this](net::Loop&, std::size_t) -> Handler& { return routes; }, options))
                    .value()),
        thread_([this] { loops_->run(); }) {}
  ~Running() {
    loops_->stop();
    thread_.join();
  }
  std::uint16_t port() const { return server_->address().port; }
  Server& server() { return *server_; }
  net::Loops& loops() { return *loops_; }
  std::uint64_t sum(telemetry::Counter telemetry::HttpCounters::* counter) const {
    std::uint64_t sum = 0;
    for (const auto* one : server_->counters()) sum += (one->*counter).value();
    return sum;
  }

  Routes routes;

 private:
  std::unique_ptr<net::Loops> loops_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

template <class Condition>
bool soon(Condition condition) {
  for (int i = 0; i < 500 && !condition(); ++i) std::this_thread::sleep_for(milliseconds(10));
  return condition();
}

TEST(Server, AnswersAndKeepsTheConnection) {
  Running running;
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

std::string work(int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += "GET /work HTTP/1.1\r\nHost: h\r\nX-Caller: greedy\r\n\r\n";
  return all;
}

TEST(Server, Threat144_HealthIsAnsweredWhileAHundredRequestsWaitForTheLoop) {
  Running running;
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
  Running running;
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
  Running running;
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

TEST(Server, WhatWaitsIsForgottenWhenItsClientLeaves) {
  Running running;
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

TEST(Server, AnswersPipelinedRequestsInOrderThoughSomeFinishLater) {
  Running running;
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
  Running running;
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
  Running running;
  HttpClient client(running.port());
  for (const char byte : std::string_view("\r\nPOST /d HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello")) {
    ASSERT_TRUE(client.send({&byte, 1}));
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
  EXPECT_EQ(client.read().body, "POST /d hello");
}

TEST(Server, SaysContinueOnlyWhenTheBodyIsAwaited) {
  Running running;
  HttpClient client(running.port());
  EXPECT_EQ(client.exchange("POST /e HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n").status,
            100);
  EXPECT_EQ(client.exchange("ok").body, "POST /e ok");
  EXPECT_EQ(client.exchange("POST /e HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nok").body,
            "POST /e ok");
}

TEST(Server, SpeaksHeadAndHttp10) {
  Running running;
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
  Running running;
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
  Running running;
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
  Running running;
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
  Running running;
  HttpClient client(running.port());
  const auto reply = client.get("/header");
  EXPECT_EQ(reply.header("x-evil"), "a  Set-Cookie: b [0m");
  EXPECT_EQ(reply.header("set-cookie"), "");
}

TEST(Server, Threat090_ReapsSlowHeadsBodiesAndReaders) {
  ServerOptions options;
  options.head_deadline = options.body_deadline = options.write_deadline = milliseconds(150);
  options.idle_deadline = milliseconds(300);
  Running running(options);
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

TEST(Server, Threat090_HandshakesHaveADeadline) {
  const auto pair = test::make_certificate();
  ServerOptions options;
  options.tls = *net::TlsContext::make(pair.certificate, pair.key);
  options.handshake_deadline = milliseconds(150);
  options.head_deadline = options.idle_deadline = milliseconds(60'000);
  Running running(options);
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
  Running running;
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
  Running running(options);
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
  Running running(options);
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

TEST(Server, AReplyInPartsIsChunkedAndTheConnectionGoesOn) {
  Running running;
  HttpClient client(running.port(), 4096);
  ASSERT_TRUE(client.send("GET /parts?40 HTTP/1.1\r\nHost: h\r\n\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n"));
  const auto reply = client.read();
  EXPECT_EQ(reply.header("transfer-encoding"), "chunked");
  EXPECT_EQ(reply.header("content-length"), "");
  ASSERT_EQ(reply.body.size(), 40u * 64 * 1024);
  for (std::size_t i = 0; i < reply.body.size(); i += 1024)
    ASSERT_EQ(reply.body[i], static_cast<char>('a' + i / (64 * 1024) % 26)) << i;
  EXPECT_EQ(client.read().body, "GET /next ");
  EXPECT_EQ(client.get("/parts?0").status, 200);
  // HTTP/1.0 knows no chunks: the end of the connection is the end.
  HttpClient old(running.port());
  ASSERT_TRUE(old.send("GET /parts?2 HTTP/1.0\r\n\r\n"));
  const auto first = old.read();
  EXPECT_EQ(first.header("connection"), "close");
  EXPECT_EQ(first.header("transfer-encoding"), "");
  EXPECT_EQ(old.rest().size(), 2u * 64 * 1024);
}

TEST(Server, Threat142_PartsWaitForTheirReader) {
  ServerOptions options;
  options.write_deadline = milliseconds(600);
  Running running(options);
  HttpClient client(running.port(), 4096);
  ASSERT_TRUE(client.send("GET /parts?4000 HTTP/1.1\r\nHost: h\r\n\r\n"));
  ASSERT_TRUE(soon([&] { return running.server().unsent().held() > 0; }));
  std::this_thread::sleep_for(milliseconds(100));
  // What the kernel took, and one part more.
  EXPECT_LT(running.routes.sent_parts, 200);
  EXPECT_LE(running.server().unsent().held(), 256u * 1024);
  EXPECT_EQ(HttpClient(running.port()).get("/others").status, 200);
  // Nobody reads: the deadline of a part ends it.
  EXPECT_TRUE(soon([&] { return running.routes.was_gone.load(); }));
  EXPECT_EQ(running.server().unsent().held(), 0u);
  // One that reads slowly has a deadline for each part, not for all.
  HttpClient slow(running.port(), 4096);
  ASSERT_TRUE(slow.send("GET /parts?300 HTTP/1.1\r\nHost: h\r\n\r\n"));
  for (int i = 0; i < 12; ++i) {
    std::this_thread::sleep_for(milliseconds(100));
    slow.receive_at_most(1024 * 1024);
  }
  EXPECT_EQ(slow.read().body.size(), 300u * 64 * 1024);
}

TEST(Server, ABodyInPartsIsOfAnySizeAndTheConnectionGoesOn) {
  Running running;
  HttpClient client(running.port());
  const std::string megabytes(3'000'000, 'u');
  ASSERT_TRUE(client.send("POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n" + megabytes +
                          "GET /next HTTP/1.1\r\nHost: h\r\n\r\n"));
  EXPECT_EQ(client.read().body, "3000000 in parts");
  EXPECT_EQ(client.read().body, "GET /next ");
  std::string chunked = "POST /upload HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 30; ++i) chunked += "186a0\r\n" + megabytes.substr(0, 100'000) + "\r\n";
  ASSERT_TRUE(client.send(chunked + "0\r\n\r\nPOST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"));
  EXPECT_EQ(client.read().body, "3000000 in parts");
  EXPECT_EQ(client.read().body, "3 in parts");
  ASSERT_TRUE(client.send("POST /next HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n"));
  EXPECT_EQ(client.read().status, 413);
}

TEST(Server, ABodyInPartsComesNoFasterThanItIsTaken) {
  Running running;
  running.routes.hold_uploads = true;
  HttpClient client(running.port());
  std::thread sender([&] {
    (void)client.send("POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 40000000\r\n\r\n" +
                      std::string(40'000'000, 'u'));
  });
  std::this_thread::sleep_for(milliseconds(200));
  EXPECT_EQ(running.routes.uploaded, 0u);
  EXPECT_EQ(HttpClient(running.port()).get("/others").status, 200);
  running.routes.hold_uploads = false;
  sender.join();
  EXPECT_EQ(client.read().body, "40000000 in parts");
}

TEST(Server, ABodyInPartsThatEndsEarlyOrIsNotWanted) {
  Running running;
  {
    HttpClient client(running.port());
    ASSERT_TRUE(client.send("POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 30\r\n\r\nhalf"));
    ASSERT_TRUE(soon([&] { return running.routes.uploaded == 4; }));
  }
  EXPECT_TRUE(soon([&] { return running.routes.was_lost.load(); }));
  HttpClient malformed(running.port());
  ASSERT_TRUE(
      malformed.send("POST /upload HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nXX\r\n"));
  EXPECT_EQ(malformed.read().header("connection"), "close");
  EXPECT_TRUE(running.routes.was_lost);
  // Answered before it was heard out: nothing can follow on that connection.
  HttpClient refused(running.port());
  ASSERT_TRUE(refused.send("POST /no-upload HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\nbegin"));
  const auto reply = refused.read();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("connection"), "close");
  // One that sends nothing more has its deadline.
  ServerOptions options;
  options.body_deadline = milliseconds(100);
  Running impatient(options);
  HttpClient silent(impatient.port());
  ASSERT_TRUE(silent.send("POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 30\r\n\r\nhalf"));
  EXPECT_TRUE(soon([&] { return impatient.routes.was_lost.load(); }));
}

TEST(Server, AReplyThatIsGivenUpHasNoEnd) {
  Running running;
  HttpClient client(running.port());
  ASSERT_TRUE(client.send("GET /cut?2 HTTP/1.1\r\nHost: h\r\n\r\n"));
  EXPECT_EQ(client.read().status, 0);  // no last chunk
  EXPECT_TRUE(client.was_reset());
  HttpClient old(running.port());
  ASSERT_TRUE(old.send("GET /cut?2 HTTP/1.0\r\n\r\n"));
  (void)old.read();
  (void)old.rest();
  EXPECT_TRUE(old.was_reset());
  EXPECT_EQ(HttpClient(running.port()).get("/fine").status, 200);
}

TEST(Server, AClientThatLeavesIsToldToWhoAnswersIt) {
  Running running;
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
  Running running;
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

TEST(Server, AnExceptionIsA500AndTheServerGoesOn) {
  Running running;
  HttpClient client(running.port());
  const auto reply = client.get("/throw");
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.body.find("library"), std::string::npos);
  EXPECT_EQ(HttpClient(running.port()).get("/fine").status, 200);
}

TEST(Server, TurnsAwayConnectionsOverItsLimit) {
  ServerOptions options;
  options.max_connections = 2;
  Running running(options);
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
  Running running;
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

TEST(Server, SpreadsConnectionsOverItsLoops) {
  Running running({}, 2);
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 32; ++i) clients.push_back(std::make_unique<HttpClient>(running.port()));
  for (auto& client : clients) EXPECT_EQ(client->get("/").status, 200);
  for (const auto* counters : running.server().counters()) EXPECT_GT(counters->requests.value(), 0u);
}

TEST(Server, DrainAnswersWhatIsUnderWayAndCutsOffTheRest) {
  Running running;
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
  Running running;
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
  Running running(options);
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

TEST(Server, SaysWhoseThePortIs) {
  Running running;
  auto loops = std::move(net::Loops::create(2)).value();
  Routes routes;
  const auto second =
      Server::open(*loops, running.server().address(), [&](net::Loop&, std::size_t) -> Handler& { return routes; });
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().hint().find("--listen"), std::string::npos);
}

}  // namespace
}  // namespace bedplate::http
