#pragma once
// Service: one model as it is served: its catalog, whom it trusts, what it counts, and on each loop a lane: a session,
// an authenticator, REST and the first handler. A node serves one; `dev` puts another in its place (Node::exchange). A
// lane is opened, used and ended on its loop, or while the loops don't run; the rest is immutable or any thread's.
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "api/catalog.hpp"
#include "app/node/front.hpp"
#include "app/node/metrics.hpp"
#include "app/node/request_log.hpp"
#include "app/node/routes.hpp"
#include "app/project/credentials.hpp"
#include "app/project/project.hpp"
#include "engine/options.hpp"
#include "middleware/callers.hpp"
#include "net/loops.hpp"
#include "rest/api.hpp"

namespace bedplate::app {

/// What a node's services stand on; all of it outlives them.
struct Ground {
  const World& world;
  telemetry::Log& log;
  net::Loops& loops;
  store::Store& store;
  const middleware::Callers& callers;
  std::span<const net::Network> proxies;
  RequestLog* request_log = nullptr;  ///< null: no lines
  const std::atomic<bool>& ready;
  std::int64_t started = 0;  ///< the node, µs since 1970
  std::shared_ptr<const operation::CursorKeys> cursors;
  bool development = false;           ///< denials name the missing rule
  std::string_view development_key;   ///< trusted too; empty in production
  const DevPage* dev_page = nullptr;  ///< null: in production
};

class Service {
 public:
  /// Without lanes yet. Errors: the configuration's, the store's. Blocks on the store and on issuers of keys.
  static Result<std::unique_ptr<Service>> open(std::shared_ptr<const Project> project, const Ground& ground);
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  const Project& project() const { return *project_; }
  Credentials& credentials() { return *credentials_; }
  /// What /metrics tells of the server. Before the first request.
  void counts_of(const http::Server& server) { metrics_sources_.server = &server; }

  Result<void> add_lane(std::size_t loop);
  http::Handler& front(std::size_t loop);
  /// Health and /metrics alone.
  http::Handler& monitoring() { return monitoring_; }

  /// Tells once, with how many requests are still under way: none, or those left at `leave_by`. In the place of what
  /// was asked before. On the loop.
  using Idle = std::move_only_function<void(std::size_t requests)>;
  void when_idle(std::size_t loop, net::TimePoint leave_by, Idle tell);
  /// The lane must be idle. On the loop.
  void end_lane(std::size_t loop);
  /// All of them have ended.
  bool ended() const { return open_lanes_ == 0; }

 private:
  struct Lane;  // what lives on one loop
  Service(std::shared_ptr<const Project> project, const Ground& ground);
  void look_whether_idle(Lane& lane);

  const std::shared_ptr<const Project> project_;
  const Ground ground_;
  const api::Catalog catalog_;
  const middleware::Cors cors_;
  const Routes routes_;
  const engine::Options engine_options_;
  MetricsSources metrics_sources_;
  Metrics metrics_{metrics_sources_};
  Monitoring monitoring_;
  std::optional<console::Journal> journal_;  // none: there is no console
  std::unique_ptr<Credentials> credentials_;
  std::vector<std::unique_ptr<Lane>> lanes_;  // by loop; null: not opened yet, or ended
  std::atomic<std::size_t> open_lanes_ = 0;
};

}  // namespace bedplate::app
