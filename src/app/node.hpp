#pragma once
// Node: one serving process put together: store, event loops, and on each loop a session, an authenticator, REST
// and the HTTP server's shard. open() leaves it listening; run() serves until SIGTERM or SIGINT and drains; SIGHUP
// reloads the certificate. The project and the log outlive it. Create it before other threads (it blocks those signals
// for the process).
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "api/catalog.hpp"
#include "app/certificates.hpp"
#include "app/control.hpp"
#include "app/credentials.hpp"
#include "app/front.hpp"
#include "app/metrics.hpp"
#include "app/project.hpp"
#include "app/request_log.hpp"
#include "app/routes.hpp"
#include "engine/options.hpp"
#include "http/server.hpp"
#include "middleware/callers.hpp"
#include "migrate/prepare.hpp"
#include "net/loops.hpp"
#include "rest/api.hpp"
#include "telemetry/log.hpp"

namespace bedplate::app {

struct NodeOptions {
  migrate::Changes changes = migrate::Changes::kNone;
  bool take_over = false;    ///< the sockets of the process that serves the same database, which drains and ends
  bool development = false;  ///< denials name the missing rule
  std::string_view development_key;  ///< the text of dev.key, trusted too; empty in production
};

class Node {
 public:
  /// Errors: the database's (kDatabaseMismatch, kDatabaseOwned, kUnavailable) and the address's.
  static Result<std::unique_ptr<Node>> open(const Project& project, const NodeOptions& options, const World& world,
                                            telemetry::Log& log);
  ~Node();
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  const net::Address& address() const { return server_->address(); }
  const migrate::Prepared& prepared() const { return prepared_; }
  std::string scheme() const { return project_.config.server.tls.empty() ? "http" : "https"; }
  std::size_t loops() const { return loops_->size(); }

  /// Until a signal; false when work had to be left running: the process must then end without taking the node down.
  bool run();

 private:
  struct Lane;  // what lives on one loop

  Node(const Project& project, const NodeOptions& options, const World& world, telemetry::Log& log);
  Result<void> start();
  Result<void> add_lane(std::size_t index);
  Result<http::ServerOptions> server_options() const;
  void watch_certificate();
  Result<void> open_metrics();
  /// Whether /metrics is behind the same address as the rest.
  bool metrics_beside() const {
    return !project_.config.metrics.listen.empty() && project_.config.metrics.listen == project_.config.server.listen;
  }
  void take_signal(int signal);
  void drain();
  void leave();
  void leave_when_idle(Lane& lane);
  void report_check(std::int64_t bytes);
  Result<std::vector<net::Descriptor>> take_listeners();
  Result<void> open_store(bool wait);
  Control::Reply answer_control(std::string_view line);
  Control::Reply hand_over();

  const Project& project_;
  const NodeOptions options_;
  const World& world_;
  telemetry::Log& log_;
  const api::Catalog catalog_;
  const middleware::Cors cors_;
  const Routes routes_;
  const std::vector<net::Network> proxies_;
  const middleware::Callers callers_;
  engine::Options engine_options_;
  std::atomic<bool> ready_ = false;
  std::atomic<std::size_t> busy_lanes_ = 0;
  std::atomic<bool> cut_off_ = false;
  std::atomic<bool> stop_commands_ = false;  // a backup under way ends early
  bool draining_ = false;                    // loop 0 alone, as the next
  bool signalled_ = false;
  std::int64_t check_began_ = 0;  // start() alone

  MetricsSources metrics_sources_;
  Metrics metrics_{metrics_sources_};
  Monitoring monitoring_{metrics_, ready_};

  // In the order of their making; taken down in reverse.
  std::unique_ptr<RequestLog> request_log_;  // null: no lines
  std::unique_ptr<net::Loops> loops_;
  std::unique_ptr<store::Store> store_;
  std::shared_ptr<const operation::CursorKeys> cursors_;
  migrate::Prepared prepared_;
  std::unique_ptr<Credentials> credentials_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  std::unique_ptr<http::Server> server_;
  std::unique_ptr<http::Server> metrics_server_;  // null: none of its own
  std::unique_ptr<Certificates> certificates_;
  std::unique_ptr<Control> control_;
};

}  // namespace bedplate::app
