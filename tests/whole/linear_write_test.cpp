// One node with two loops, 32 clients on real sockets that write and read the same few rows: whoever asks after a write
// was acknowledged sees it, on whatever loop.
#include <array>
#include <atomic>
#include <gtest/gtest.h>
#include <set>
#include <thread>

#include "http/server.hpp"
#include "rest/api.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/http_client.hpp"
#include "support/node.hpp"
#include "whole/register_history_write.hpp"

namespace bedplate {
namespace {

using test::HttpClient;
using test::HttpReply;
using test::RegisterHistory;
using testing_support::must;

constexpr std::string_view kModel = R"(
  type Register @entity @allow(to: [READ, UPDATE]) { id: Int! value: Int! }
)";
constexpr int kKeys = 3;
constexpr int kClients = 32;
constexpr auto kTime = std::chrono::milliseconds(1500);

/// What a loop has of its own; counts its requests.
class LoopSide final : public http::Handler {
 public:
  LoopSide(const model::Model& model, const api::Catalog& catalog, std::unique_ptr<store::Session> session,
           const operation::Principals& principals)
      : session_(model, std::move(session), sql::Dialect::kSqlite, options_, clock_, random_),
        api_(
            session_, catalog,
            [who = principals.anonymous()](http::Request&) {
              return Result<std::shared_ptr<const operation::Principal>>(who);
            },
            rest::Options{}) {}
  void handle(http::Request& request, http::ReplyWriter& writer) override {
    ++requests_;
    api_.handle(request, writer);
  }
  int requests() const { return requests_; }

 private:
  testing_support::StandingClock clock_;
  testing_support::RepeatingRandom random_;
  const engine::Options options_;  // the session views it
  engine::Session session_;
  rest::Api api_;
  std::atomic<int> requests_ = 0;
};

class TwoLoops {
 public:
  TwoLoops()
      : model_(testing_support::compile_model(kModel)),
        loops_(must(net::Loops::create(2), "loops")),
        store_(must(store::open_sqlite({.path = dir_ / "registers.db"}), "store")),
        catalog_(*model_),
        principals_(*model_) {
    std::vector<std::string> script{"CREATE TABLE registers (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)"};
    for (int key = 1; key <= kKeys; ++key)
      script.push_back("INSERT INTO registers VALUES (" + std::to_string(key) + ", 0)");
    must(store_->run_script(script), "rows");
    for (std::size_t i = 0; i < 2; ++i)
      sides_.push_back(std::make_unique<LoopSide>(*model_, catalog_,
                                                  must(store_->open_session(loops_->at(i)), "session"), principals_));
    server_ = must(http::Server::open(*loops_, must(net::parse_address("127.0.0.1:0"), "address"),
                                      [this](net::Loop&, std::size_t loop) -> http::Handler& { return *sides_[loop]; }),
                   "server");
    thread_ = std::thread([this] { loops_->run(); });
  }
  ~TwoLoops() {
    loops_->stop();
    thread_.join();
  }

  std::uint16_t port() const { return server_->address().port; }
  int requests(std::size_t loop) const { return sides_[loop]->requests(); }

 private:
  testing_support::TempDir dir_;
  std::unique_ptr<model::Model> model_;
  std::unique_ptr<net::Loops> loops_;
  std::unique_ptr<store::Store> store_;
  const api::Catalog catalog_;
  operation::Principals principals_;
  std::vector<std::unique_ptr<LoopSide>> sides_;
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
};

std::int64_t now() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

HttpReply patch(HttpClient& client, int key, const std::string& value, bool representation) {
  const std::string body = "{\"value\":" + value + "}";
  return client.exchange("PATCH /api/registers/" + std::to_string(key) + "?select=value HTTP/1.1\r\nHost: h\r\n" +
                         (representation ? "Prefer: return=representation\r\n" : "") +
                         "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                         "\r\n\r\n" + body);
}
HttpReply get(HttpClient& client, int key) {
  return client.get("/api/registers/" + std::to_string(key) + "?select=value");
}
/// Of `{"value":7}`; -1 for anything else.
std::int64_t value_in(const HttpReply& reply) {
  constexpr std::string_view kBefore = "{\"value\":";
  return reply.status == 200 && reply.body.starts_with(kBefore) ? std::atoll(reply.body.c_str() + kBefore.size()) : -1;
}

/// `body(client, number, turn)` again and again on 32 connections.
template <typename Body>
void at_once(const TwoLoops& node, const Body& body) {
  const auto until = std::chrono::steady_clock::now() + kTime;
  std::vector<std::jthread> threads;
  for (int number = 0; number < kClients; ++number)
    threads.emplace_back([&, number] {
      HttpClient client(node.port());
      for (int turn = 0; std::chrono::steady_clock::now() < until; ++turn) body(client, number, turn);
    });
}

TEST(LinearWrites, ARegisterIsLinearizable) {
  TwoLoops node;
  struct Seen {
    int key;
    test::RegisterEvent event;
  };
  std::vector<std::vector<Seen>> seen(kClients);
  std::atomic<int> failures = 0;
  at_once(node, [&](HttpClient& client, int number, int turn) {
    const int key = 1 + turn % kKeys;
    test::RegisterEvent event{.write = (turn / kKeys + number) % 3 == 0, .value = turn * kClients + number + 1};
    event.start = now();
    if (event.write)
      failures += patch(client, key, std::to_string(event.value), false).status != 204;
    else
      event.value = value_in(get(client, key));
    event.end = now();
    failures += event.value < 0;
    seen[static_cast<std::size_t>(number)].push_back({key, event});
  });
  EXPECT_EQ(failures, 0);
  for (int key = 1; key <= kKeys; ++key) {
    RegisterHistory history(0);
    int events = 0;
    for (const auto& client : seen)
      for (const auto& [of, event] : client)
        if (of == key) history.add(event), ++events;
    EXPECT_EQ(history.contradiction().value_or(""), "");
    EXPECT_GT(events, 100);
  }
  EXPECT_GT(node.requests(0), 100);
  EXPECT_GT(node.requests(1), 100);
}

TEST(LinearWrites, ACounterIsNeverBehindWhatWasAnsweredBefore) {
  TwoLoops node;
  struct Counter {
    std::atomic<std::int64_t> answered = 0, begun = 0, acknowledged = 0;
    void raise(std::int64_t value) {
      for (auto known = answered.load(); known < value && !answered.compare_exchange_weak(known, value);) {
      }
    }
  };
  std::array<Counter, kKeys> counters;
  std::vector<std::vector<std::pair<int, std::int64_t>>> made(kClients);
  std::atomic<int> stale = 0, ahead = 0, failures = 0;
  at_once(node, [&](HttpClient& client, int number, int turn) {
    const int key = 1 + turn % kKeys;
    auto& counter = counters[static_cast<std::size_t>(key - 1)];
    const bool write = (turn + number) % 2 == 0;
    const auto least = counter.answered.load() + (write ? 1 : 0);
    counter.begun += write ? 1 : 0;
    const auto value = value_in(write ? patch(client, key, "{\"$increment\":1}", true) : get(client, key));
    failures += value < 0;
    stale += value < least;
    ahead += value > counter.begun;
    counter.raise(value);
    counter.acknowledged += write ? 1 : 0;
    if (write) made[static_cast<std::size_t>(number)].emplace_back(key, value);
  });
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(stale, 0);
  EXPECT_EQ(ahead, 0);
  std::set<std::pair<int, std::int64_t>> distinct;
  std::size_t writes = 0;
  for (const auto& each : made) writes += each.size(), distinct.insert(each.begin(), each.end());
  EXPECT_EQ(distinct.size(), writes) << "two increments made one value";
  HttpClient client(node.port());
  for (int key = 1; key <= kKeys; ++key)
    EXPECT_EQ(value_in(get(client, key)), counters[static_cast<std::size_t>(key - 1)].acknowledged);
  EXPECT_GT(node.requests(0), 100);
  EXPECT_GT(node.requests(1), 100);
}

TEST(LinearWrites, TheCheckOfARegisterFindsWhatIsNotLinearizable) {
  const auto check = [](const std::vector<test::RegisterEvent>& events) {
    RegisterHistory history(0);
    for (const auto& event : events) history.add(event);
    return history.contradiction().value_or("");
  };
  EXPECT_EQ(check({{true, 1, 0, 10}, {false, 0, 5, 6}, {false, 1, 7, 8}, {false, 1, 20, 21}}), "");
  EXPECT_EQ(check({{true, 1, 0, 10}, {true, 2, 0, 10}, {false, 1, 11, 12}}), "");
  // A read begun after the acknowledgement doesn't see the write.
  EXPECT_NE(check({{true, 1, 0, 10}, {false, 0, 11, 12}}), "");
  // One reader saw the new value, a later one the old.
  EXPECT_NE(check({{true, 1, 0, 50}, {false, 1, 10, 12}, {false, 0, 13, 14}}), "");
  // A write lies whole between two reads of another value.
  EXPECT_NE(check({{true, 1, 0, 1}, {false, 1, 2, 3}, {true, 2, 4, 5}, {false, 1, 6, 7}}), "");
  // Two readers saw two writes in different orders.
  EXPECT_NE(check({{true, 1, 0, 9}, {true, 2, 0, 9}, {false, 1, 10, 11}, {false, 2, 12, 13}, {false, 1, 14, 15}}), "");
  EXPECT_NE(check({{false, 1, 0, 1}, {true, 1, 2, 3}}), "");
  EXPECT_NE(check({{false, 9, 0, 1}}), "");
}

}  // namespace
}  // namespace bedplate
