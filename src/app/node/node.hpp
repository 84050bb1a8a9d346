#pragma once
// Node: one serving process put together: store, event loops, HTTP server, the owner's socket, and the service of a
// model (app/node/service.hpp), which may be exchanged. open() leaves it listening; run() serves until SIGTERM or
// SIGINT and drains; SIGHUP reloads the certificate. The log outlives it. Create it before other threads (it blocks
// those signals for the process).
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/node/control.hpp"
#include "app/node/door.hpp"
#include "app/node/service.hpp"
#include "app/project/certificates.hpp"
#include "http/server.hpp"
#include "migrate/prepare.hpp"

namespace bedplate::app {

struct NodeOptions {
  migrate::Changes changes = migrate::Changes::kNone;
  bool take_over = false;       ///< the sockets of the process that serves the same database, which drains and ends
  bool development = false;     ///< denials name the missing rule
  std::string development_key;  ///< the text of dev.key, trusted too; empty in production
  const DevPage* dev_page = nullptr;  ///< outlives the node; null: in production
};

class Node {
 public:
  /// Errors: the database's (kDatabaseMismatch, kDatabaseOwned, kUnavailable) and the address's.
  static Result<std::unique_ptr<Node>> open(std::shared_ptr<const Project> project, NodeOptions options,
                                            const World& world, telemetry::Log& log);
  ~Node();
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  const net::Address& address() const { return server_->address(); }
  const migrate::Prepared& prepared() const { return prepared_; }
  std::string scheme() const { return project_->config.server.tls.empty() ? "http" : "https"; }
  std::size_t loops() const { return loops_->size(); }

  /// Until a signal; false when work had to be left running: the process must then end without taking the node down.
  bool run();
  /// As the first signal does; from any thread, before run() or while it runs.
  void end();

  /// Serves another model from now on, once the database fits it; requests under way end with the one they began with.
  /// What the configuration says of server, database, metrics and log stays as it was at open(). After an error nothing
  /// has changed but the database, which may hold more. Blocks: on a thread of its own, which ends after run(); one
  /// call at a time.
  Result<migrate::Prepared> exchange(const std::shared_ptr<const Project>& project);

 private:
  Node(std::shared_ptr<const Project> project, NodeOptions options, const World& world, telemetry::Log& log);
  Result<void> start();
  Result<void> open_service();
  Result<void> open_server(std::vector<net::Descriptor> listening);
  Result<http::ServerOptions> server_options() const;
  Ground ground();
  void watch_certificate();
  Result<void> open_metrics();
  void take_signal(int signal);
  void drain();
  void leave();
  void take_leave(std::size_t requests);
  void report_check(std::int64_t bytes);
  Result<std::vector<net::Descriptor>> take_listeners();
  Result<void> open_store(bool wait);
  Control::Reply answer_control(std::string_view line);
  Control::Reply hand_over();

  using LoopWork = std::function<void(std::size_t loop)>;
  using LoopTask = std::function<void(std::size_t loop, const std::function<void()>& done)>;
  bool on_all_loops(const LoopWork& work);
  bool on_all_loops_until(const LoopTask& work);
  Result<void> open_lanes(const std::shared_ptr<Service>& service);
  void hold_doors();
  void let_in();
  bool take_place(std::shared_ptr<Service>& service);
  void retire(Service& service);
  std::shared_ptr<Service> service();

  const std::shared_ptr<const Project> project_;
  const NodeOptions options_;
  const World& world_;
  telemetry::Log& log_;
  const std::int64_t started_;
  const std::vector<net::Network> proxies_;
  const middleware::Callers callers_;
  std::atomic<bool> ready_ = false;
  std::atomic<bool> ended_ = false;  // the loops run no more
  std::atomic<std::size_t> busy_lanes_ = 0;
  std::atomic<bool> cut_off_ = false;
  std::atomic<bool> stop_commands_ = false;  // a backup under way ends early
  bool signalled_ = false;                   // loop 0 alone
  std::int64_t check_began_ = 0;             // start() alone

  // In the order of their making; taken down in reverse.
  std::unique_ptr<RequestLog> request_log_;  // null: no lines
  std::unique_ptr<net::Loops> loops_;
  std::unique_ptr<store::Store> store_;
  std::shared_ptr<const operation::CursorKeys> cursors_;
  migrate::Prepared prepared_;
  std::mutex mutex_;
  bool draining_ = false;                          // guarded by mutex_, as the next
  std::shared_ptr<Service> service_;               // what the doors lead to
  std::vector<std::shared_ptr<Service>> retired_;  // whose last requests may be under way
  std::vector<Door> doors_, monitoring_doors_;     // by loop
  std::unique_ptr<http::Server> server_;
  std::unique_ptr<http::Server> metrics_server_;  // null: none of its own
  std::unique_ptr<Certificates> certificates_;
  std::unique_ptr<Control> control_;
};

}  // namespace bedplate::app
