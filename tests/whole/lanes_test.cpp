// Long reads and slow readers on a serving node with real sockets: what others notice of them.
#include <gtest/gtest.h>
#include <thread>

#include "http/server.hpp"
#include "rest/api.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/http_client.hpp"
#include "support/node.hpp"

namespace bedplate {
namespace {

using std::chrono::milliseconds;
using test::HttpClient;
using testing_support::must;

constexpr std::string_view kModel = R"(
  type Doc @entity @allow(to: [READ]) { id: Int! d: JSON! }
)";

/// Health at once, everything else to REST, as the program's own front.
class Front final : public http::Handler {
 public:
  explicit Front(rest::Api& rest) : rest_(rest) {}
  void handle(http::Request& request, http::ReplyWriter& writer) override {
    if (request.path() != "/healthz") return rest_.handle(request, writer);
    writer.reply().body = "ok";
    writer.finish();
  }

 private:
  rest::Api& rest_;
};

/// One loop, one heavy reader; `rows` documents of `bytes` each.
class LanesNode {
 public:
  LanesNode(int rows, int bytes, std::chrono::microseconds budget, const engine::Options& options = {})
      : model_(testing_support::compile_model(kModel)),
        options_(options),
        loops_(must(net::Loops::create(1), "loops")),
        store_(
            must(store::open_sqlite({.path = dir_ / "lanes.db", .read_budget = budget, .heavy_readers = 1}), "store")),
        catalog_(*model_),
        principals_(*model_) {
    const std::string fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                             std::to_string(rows) +
                             ") INSERT INTO docs SELECT i, '{\"k\":\"v\",\"a\":[1' || replace(hex(zeroblob(" +
                             std::to_string(bytes / 4) + ")), '00', ',\"x\"') || ']}' FROM n";
    must(store_->run_script(
             std::vector<std::string>{"CREATE TABLE docs (id INTEGER PRIMARY KEY, d TEXT NOT NULL)", fill}),
         "rows");
    session_ = std::make_unique<engine::Session>(*model_, must(store_->open_session(loops_->at(0)), "session"),
                                                 sql::Dialect::kSqlite, options_, clock_, random_);
    api_ = std::make_unique<rest::Api>(
        *session_, catalog_,
        [who = principals_.anonymous()](http::Request&) {
          return Result<std::shared_ptr<const operation::Principal>>(who);
        },
        rest::Options{});
    front_ = std::make_unique<Front>(*api_);
    server_ = must(http::Server::open(*loops_, must(net::parse_address("127.0.0.1:0"), "address"),
                                      [this](net::Loop&, std::size_t) -> http::Handler& { return *front_; }),
                   "server");
    thread_ = std::thread([this] { loops_->run(); });
  }
  ~LanesNode() {
    while (in_flight() > 0) std::this_thread::sleep_for(milliseconds(5));
    loops_->stop();
    thread_.join();
  }

  std::uint16_t port() const { return server_->address().port; }
  std::size_t in_flight() {
    std::atomic<std::int64_t> count = -1;
    loops_->at(0).post([&] { count = static_cast<std::int64_t>(api_->in_flight()); });
    while (count < 0) std::this_thread::yield();
    return static_cast<std::size_t>(count);
  }

 private:
  testing_support::TempDir dir_;
  testing_support::StandingClock clock_;
  testing_support::RepeatingRandom random_;
  std::unique_ptr<model::Model> model_;
  const engine::Options options_;
  std::unique_ptr<net::Loops> loops_;
  std::unique_ptr<store::Store> store_;
  const api::Catalog catalog_;
  operation::Principals principals_;
  std::unique_ptr<engine::Session> session_;
  std::unique_ptr<rest::Api> api_;
  std::unique_ptr<Front> front_;
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
};

/// A document asked a few hundred times.
std::string many_filters() {
  std::string target = "/api/docs?select=id&and=(d->>k.eq.v";
  for (int i = 0; i < 300; ++i) target += ",d->>k.eq.v";
  return target + ")";
}
std::string get(const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n"; }

TEST(Lanes, Threat077_ALongReadEndsWithTheTimeOutsCode) {
  LanesNode node(100, 200'000, milliseconds(200));
  HttpClient client(node.port());
  const auto start = std::chrono::steady_clock::now();
  const auto reply = client.get(many_filters());
  EXPECT_LT(std::chrono::steady_clock::now() - start, milliseconds(2000));
  EXPECT_EQ(reply.status, 504) << reply.body;
  EXPECT_NE(reply.body.find("\"code\":\"57014\""), std::string::npos) << reply.body;
  EXPECT_EQ(client.get("/api/docs/1?select=id").body, "{\"id\":1}");
}

TEST(Lanes, Threat144_HealthIsToldWithin50MillisecondsBesideAHeavyRead) {
  LanesNode node(150, 200'000, milliseconds(500));
  HttpClient heavy(node.port()), health(node.port());
  ASSERT_TRUE(heavy.send(get(many_filters())));
  auto worst = std::chrono::steady_clock::duration::zero();
  int asked = 0;
  do {
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(health.get("/healthz").body, "ok");
    worst = std::max(worst, std::chrono::steady_clock::now() - start);
    const auto data = health.get("/api/docs/2?select=id");
    ASSERT_EQ(data.body, "{\"id\":2}");
    ++asked;
    std::this_thread::sleep_for(milliseconds(2));
  } while (node.in_flight() > 0);
  EXPECT_LT(worst, milliseconds(50));
  EXPECT_GT(asked, 20);
  EXPECT_EQ(heavy.read().status, 504);
}

TEST(Lanes, Threat138_MoreHeavyReadsThanFitAreRefusedAtOnce) {
  LanesNode node(50, 200'000, milliseconds(500));
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 80; ++i) {
    clients.push_back(std::make_unique<HttpClient>(node.port()));
    ASSERT_TRUE(clients.back()->send(get(many_filters())));
  }
  const auto refused = clients.back()->read();
  EXPECT_EQ(refused.status, 503) << refused.body;
  EXPECT_EQ(refused.header("retry-after"), "1");
  EXPECT_NE(refused.body.find("OVERLOADED"), std::string::npos);
}

TEST(Lanes, AClientThatLeavesEndsItsRead) {
  LanesNode node(200, 200'000, std::chrono::seconds(600));
  {
    HttpClient heavy(node.port());
    ASSERT_TRUE(heavy.send(get(many_filters())));
    std::this_thread::sleep_for(milliseconds(50));
    ASSERT_EQ(node.in_flight(), 1u);
  }
  const auto start = std::chrono::steady_clock::now();
  while (node.in_flight() > 0 && std::chrono::steady_clock::now() - start < std::chrono::seconds(5))
    std::this_thread::sleep_for(milliseconds(2));
  EXPECT_LT(std::chrono::steady_clock::now() - start, milliseconds(500));
}

TEST(Lanes, AReplyOverTheLimitIsRefusedWhole) {
  engine::Options options;
  options.reply_bytes = 50'000;
  LanesNode node(100, 2'000, std::chrono::seconds(5), options);
  HttpClient client(node.port());
  const auto reply = client.get("/api/docs");
  EXPECT_EQ(reply.status, 400);
  EXPECT_NE(reply.body.find("LIMIT_EXCEEDED"), std::string::npos) << reply.body.substr(0, 300);
  EXPECT_NE(reply.body.find("limits.reply"), std::string::npos);
  EXPECT_EQ(client.get("/api/docs?limit=10").status, 200);
}

}  // namespace
}  // namespace bedplate
