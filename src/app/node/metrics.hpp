#pragma once
// Metrics: the page /metrics in Prometheus' text format, made of what loops, server and store have counted at the
// moment it is asked for. Stateless but for where to look; on any loop. Ends before what it reads.
#include <vector>

#include "app/node/routes.hpp"
#include "base/clock.hpp"
#include "http/handler.hpp"
#include "http/server.hpp"
#include "store/store.hpp"
#include "telemetry/request_counters.hpp"

namespace bedplate::app {

struct MetricsSources {
  const Routes& routes;
  const std::atomic<bool>& ready;
  std::vector<const telemetry::RequestCounters*> requests;  ///< of each loop
  const http::Server* server = nullptr;
  const store::Store* store = nullptr;
  std::int64_t started = 0;  ///< µs since 1970
};

class Metrics final : public http::Handler {
 public:
  /// Filled in before the loops run.
  explicit Metrics(const MetricsSources& sources) : sources_(sources) {}
  void handle(http::Request& request, http::ReplyWriter& writer) override;

 private:
  const MetricsSources& sources_;
};

/// What is behind metrics.listen: the page, and health.
class Monitoring final : public http::Handler {
 public:
  Monitoring(Metrics& metrics, const std::atomic<bool>& ready) : metrics_(metrics), ready_(ready) {}
  void handle(http::Request& request, http::ReplyWriter& writer) override;

 private:
  Metrics& metrics_;
  const std::atomic<bool>& ready_;
};

}  // namespace bedplate::app
