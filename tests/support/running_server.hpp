#pragma once
// RunningServer: an HTTP server on loopback, its loops on a thread of their own, with Routes as its handler.
#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "base/scope.hpp"
#include "http/server.hpp"
#include "net/pause.hpp"

namespace bedplate::test {

using http::Claim;
using http::Handler;
using http::Reply;
using http::ReplyWriter;
using http::Request;
using http::Server;
using http::ServerOptions;
using http::Upload;
using std::chrono::milliseconds;

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
  std::atomic<bool> was_lost = false, was_broken = false;
  std::atomic<bool> was_gone = false;
  Scope scope;

 private:
  /// Adds up what comes; the reply has the sum and the largest part.
  static Task<void> upload(Routes* routes, ReplyWriter* writer) {
    std::string part;
    std::size_t sum = 0, largest = 0;
    for (Upload state = Upload::kMore; state == Upload::kMore;) {
      co_await writer->receive();
      while (routes->hold_uploads) co_await net::Pause(writer->loop(), milliseconds(10));
      state = writer->take_part(part);
      routes->was_lost = state == Upload::kLost;
      routes->was_broken = state == Upload::kBroken;
      sum += part.size();
      routes->uploaded = sum;
      largest = std::max(largest, part.size());
    }
    // What HTTP/1.1 reads ahead and, once there is less than that, a read's buffer.
    writer->reply().body = std::to_string(sum) + (largest < (64 + 20) * 1024 ? " in parts" : " at once");
    writer->finish();
  }

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

/// A server with its loops on a thread of its own.
class RunningServer {
 public:
  explicit RunningServer(ServerOptions options = {}, std::size_t loops = 1)
      : loops_(std::move(net::Loops::create(loops)).value()),
        server_(std::move(Server::open(
                              *loops_, net::parse_address("127.0.0.1:0").value(),
                              [this](net::Loop&, std::size_t) -> Handler& { return routes; }, options))
                    .value()),
        thread_([this] { loops_->run(); }) {}
  ~RunningServer() {
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

}  // namespace bedplate::test
