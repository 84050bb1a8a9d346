#pragma once
// Watch: what is noted of every request on a loop: its id, its time, its line in the log. One a loop, on that loop; the
// counters are read by anyone. begin() gives the writer that the request's handler is to finish.
#include <memory>
#include <string>
#include <vector>

#include "app/node/request_log.hpp"
#include "app/node/routes.hpp"
#include "base/clock.hpp"
#include "config/config.hpp"
#include "console/journal.hpp"
#include "http/handler.hpp"
#include "middleware/client.hpp"
#include "middleware/request_id.hpp"
#include "net/loop.hpp"
#include "telemetry/request_counters.hpp"

namespace bedplate::app {

class Watch {
 public:
  /// What a console is told of each request: nothing where `journal` is null, parameters with their values only where
  /// those may be seen.
  struct Told {
    console::Journal* journal = nullptr;
    bool values = false;
  };
  /// All outlive it; `log` may be null: no lines.
  Watch(net::Loop& loop, const Clock& clock, Random& random, const Routes& routes,
        std::span<const net::Network> proxies, config::LogRequests lines, RequestLog* log, Told told);
  ~Watch();

  http::ReplyWriter& begin(http::Request& request, http::ReplyWriter& writer);
  /// The request of a writer that begin() gave was answered otherwise.
  void forget(http::ReplyWriter& writer);
  const telemetry::RequestCounters& counters() const { return counters_; }
  /// Requests that began and have not been answered.
  std::size_t under_way() const { return busy_.size(); }

  static constexpr std::size_t kMethods = static_cast<std::size_t>(http::Method::kOther) + 1;

 private:
  class Observed;
  void end(Observed& observed);
  void give_back(Observed& observed);
  void write_line(const http::Request& request, const http::Reply& reply, std::size_t bytes, std::int64_t took);
  void tell(const http::Request& request, const http::Reply& reply, std::size_t bytes, std::int64_t took);
  void know_client(const http::Request& request);
  void hand_over();

  const Clock& clock_;
  const Routes& routes_;
  const std::span<const net::Network> proxies_;
  const config::LogRequests wanted_;
  RequestLog* const log_;
  const Told told_;
  middleware::RequestIds ids_;
  telemetry::RequestCounters counters_;
  telemetry::TimeText time_;
  net::Address client_;  // whose text this is; most lines are of few clients
  std::string client_text_;
  std::string names_;
  std::string lines_;
  std::size_t line_count_ = 0;
  std::vector<std::unique_ptr<Observed>> spare_, busy_;
  net::TurnHook turn_end_;
};

}  // namespace bedplate::app
