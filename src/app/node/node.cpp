#include "app/node/node.hpp"

#include <cstdlib>
#include <future>
#include <thread>
#include <tuple>

#include "app/commands/admin_request.hpp"
#include "app/commands/backup.hpp"
#include "app/node/database.hpp"
#include "app/seed/seed.hpp"
#include "engine/cursor_keys.hpp"

namespace bedplate::app {
namespace {

constexpr auto kDrainTime = std::chrono::seconds(15);
constexpr auto kLeaveTime = std::chrono::seconds(10);  // above the store's statement budgets
constexpr auto kOwnerTime = kDrainTime + kLeaveTime + std::chrono::seconds(5);
constexpr auto kAnswerTime = std::chrono::seconds(5);
constexpr auto kIdlePoll = std::chrono::milliseconds(10);

std::vector<net::Network> networks(std::span<const config::Network> configured) {
  std::vector<net::Network> all;
  for (const auto& each : configured) all.push_back({.ip = each.ip, .bits = each.bits});
  return all;
}

std::size_t loop_count() { return std::max(1u, std::thread::hardware_concurrency()); }

}  // namespace

Node::Node(std::shared_ptr<const Project> project, NodeOptions options, const World& world, telemetry::Log& log)
    : project_(std::move(project)),
      options_(std::move(options)),
      world_(world),
      log_(log),
      started_(world.clock.now()),
      proxies_(networks(project_->config.server.trusted_proxies)),
      callers_(HashSeed::draw(world.random), proxies_) {}

Node::~Node() = default;

Result<std::unique_ptr<Node>> Node::open(std::shared_ptr<const Project> project, NodeOptions options,
                                         const World& world, telemetry::Log& log) {
  std::unique_ptr<Node> node(new Node(std::move(project), std::move(options), world, log));
  BP_TRY_VOID(node->start());
  return node;
}

Result<void> Node::start() {
  BP_TRY(loops_, net::Loops::create(loop_count()));
  // After the loops, which block the signals that they await for every thread to come.
  if (project_->config.log.requests != config::LogRequests::kNone && log_.enabled(telemetry::Level::kInfo))
    request_log_ = std::make_unique<RequestLog>(log_);
  BP_TRY_VOID(server_options());
  BP_TRY_VOID(net::parse_address(project_->config.server.listen));
  // All that can be wrong without the database has been found: from here on the other process drains.
  std::vector<net::Descriptor> listening;
  if (options_.take_over) {
    BP_TRY(listening, take_listeners());
  }
  BP_TRY_VOID(open_store(!listening.empty()));
  if (check_began_ != 0) log_.info("database checked", {{"ms", (world_.clock.monotonic() - check_began_) / 1000}});
  BP_TRY(prepared_, migrate::prepare(*store_, *project_->model, project_->schema, options_.changes));
  BP_TRY(cursors_, engine::open_cursor_keys(*store_, world_.random));
  BP_TRY_VOID(open_service());
  BP_TRY_VOID(open_server(std::move(listening)));
  watch_certificate();
  BP_TRY_VOID(open_metrics());
  if (const auto path = control_path(project_->config.database); !path.empty()) {
    BP_TRY(control_, Control::open(path, [this](std::string_view line) { return answer_control(line); }));
  }
  loops_->on_signal([this](int signal) { take_signal(signal); });
  ready_ = true;
  return {};
}

Ground Node::ground() {
  return {.world = world_,
          .log = log_,
          .loops = *loops_,
          .store = *store_,
          .callers = callers_,
          .proxies = proxies_,
          .request_log = request_log_.get(),
          .ready = ready_,
          .started = started_,
          .cursors = cursors_,
          .development = options_.development,
          .development_key = options_.development_key,
          .dev_page = options_.dev_page};
}

Result<void> Node::open_service() {
  BP_TRY(service_, Service::open(project_, ground()));
  doors_ = std::vector<Door>(loops_->size());
  monitoring_doors_ = std::vector<Door>(loops_->size());
  for (std::size_t i = 0; i < loops_->size(); ++i) {
    BP_TRY_VOID(service_->add_lane(i));
    doors_[i].lead_to(service_->front(i));
    monitoring_doors_[i].lead_to(service_->monitoring());
  }
  return {};
}

Result<void> Node::open_server(std::vector<net::Descriptor> listening) {
  BP_TRY(const auto options, server_options());
  const auto handler_of = [this](net::Loop&, std::size_t index) -> http::Handler& { return doors_[index]; };
  if (listening.empty()) {
    BP_TRY(const auto address, net::parse_address(project_->config.server.listen));
    BP_TRY(server_, http::Server::open(*loops_, address, handler_of, options));
  } else {
    BP_TRY(server_, http::Server::take_over(*loops_, std::move(listening), handler_of, options));
  }
  service_->counts_of(*server_);
  return {};
}

Result<http::ServerOptions> Node::server_options() const {
  http::ServerOptions options;
  options.limits.body = project_->config.limits.body;
  options.limits.unsent = project_->config.limits.unsent;
  if (const config::Tls& tls = project_->config.server.tls; !tls.empty()) {
    BP_TRY(options.tls, load_certificate(tls));
  }
  return options;
}

void Node::watch_certificate() {
  const config::Tls& tls = project_->config.server.tls;
  if (!tls.empty())
    certificates_ = std::make_unique<Certificates>(loops_->at(0), tls, log_,
                                                   [this](const auto& certificate) { server_->use_tls(certificate); });
}

Result<void> Node::open_metrics() {
  const auto& [metrics, server] = std::tie(project_->config.metrics.listen, project_->config.server.listen);
  if (metrics.empty() || metrics == server) return {};  // nowhere, or beside the rest
  BP_TRY(const auto address, net::parse_address(metrics));
  BP_TRY(metrics_server_, http::Server::open(*loops_, address,
                                             [this](net::Loop&, std::size_t index) -> http::Handler& {
                                               return monitoring_doors_[index];
                                             },
                                             {.max_connections = 100}));
  return {};
}

Result<std::vector<net::Descriptor>> Node::take_listeners() {
  const auto path = control_path(project_->config.database);
  if (path.empty())
    return failure(
        Error(Reason::kInvalidConfiguration, "Only from a process with the same SQLite file can be taken over")
            .with_hint("Nodes on PostgreSQL run side by side: start the new one, then stop the old one."));
  return ask_for_listeners(path);
}

Result<void> Node::open_store(bool wait) {
  const auto open = [this] {
    return open_database(project_->config, {.create = true,
                                            .loops = loops_->size(),
                                            .heavy_readers = std::max<std::size_t>(1, loops_->size() / 2),
                                            .on_fatal =
                                                [&log = log_](const std::string& cause) {
                                                  log.error("a commit's outcome is unknown, ending",
                                                            {{"cause", cause}});
                                                  std::_Exit(kFailed);
                                                },
                                            .on_check = [this](std::int64_t bytes) { report_check(bytes); }});
  };
  // Until the process that handed over has answered what it had begun; who comes meanwhile waits in the sockets'
  // queues.
  for (auto left = wait ? kOwnerTime / kIdlePoll : 0;; --left) {
    auto opened = open();
    if (opened) return store_ = *std::move(opened), Result<void>{};
    if (left <= 0 || opened.error().reason() != Reason::kDatabaseOwned) return failure(std::move(opened).error());
    std::this_thread::sleep_for(kIdlePoll);
  }
}

bool Node::run() {
  loops_->run();
  ended_ = true;
  stop_commands_ = true;
  control_.reset();
  return !cut_off_;
}

void Node::end() {
  loops_->at(0).post([this] { drain(); });
}

void Node::take_signal(int signal) {
  if (signal == SIGHUP && certificates_) return certificates_->reload();
  if (std::exchange(signalled_, true)) {
    log_.warning("second signal, ending at once");
    cut_off_ = true;
    return loops_->stop();
  }
  log_.info("draining", {{"signal", signal == SIGINT ? "SIGINT" : signal == SIGHUP ? "SIGHUP" : "SIGTERM"}});
  drain();
}

void Node::drain() {
  {
    const std::lock_guard lock(mutex_);
    if (std::exchange(draining_, true)) return;
  }
  ready_ = false;
  server_->drain(kDrainTime, [this] { leave(); });
}

void Node::leave() {
  // Requests whose clients were cut off may still wait for the store; their loops go on until they have ended.
  std::vector<std::shared_ptr<Service>> all;
  {
    const std::lock_guard lock(mutex_);
    all = retired_;
    all.push_back(service_);
  }
  busy_lanes_ = all.size() * loops_->size();
  loops_->post_all([this, all](net::Loop& loop, std::size_t index) {
    for (const auto& each : all)
      each->when_idle(index, loop.now() + kLeaveTime, [this](std::size_t requests) { take_leave(requests); });
  });
}

void Node::take_leave(std::size_t requests) {
  if (requests > 0) {
    log_.error("requests do not end, leaving them", {{"requests", static_cast<std::int64_t>(requests)}});
    cut_off_ = true;
  }
  if (--busy_lanes_ == 0) loops_->stop();
}

void Node::report_check(std::int64_t bytes) {
  check_began_ = world_.clock.monotonic();
  log_.warning("the last process ended without closing the database, checking it", {{"bytes", bytes}});
}

Control::Reply Node::hand_over() {
  // The sockets are loop 0's until it drains.
  const auto asked = std::make_shared<std::promise<std::vector<net::Descriptor>>>();
  auto answer = asked->get_future();
  loops_->at(0).post([this, asked] {
    const std::lock_guard lock(mutex_);
    asked->set_value(draining_ ? std::vector<net::Descriptor>{} : server_->listening());
  });
  if (answer.wait_for(kAnswerTime) != std::future_status::ready)
    return {error_line(Error(Reason::kUnavailable, "the process is stuck")), {}, {}};
  auto sockets = answer.get();
  if (sockets.empty()) return {error_line(Error(Reason::kUnavailable, "the process is draining already")), {}, {}};
  return {R"({"handed_over": true})", std::move(sockets), [this] {
            loops_->at(0).post([this] {
              log_.info("draining", {{"handed_over", true}});
              drain();
            });
          }};
}

Control::Reply Node::answer_control(std::string_view line) {
  if (line == kHandOver) return hand_over();
  if (const auto backup = answer_backup(line, project_->config.database, &stop_commands_))
    return {*backup ? **backup : error_line(backup->error()), {}, {}};
  const auto serving = service();
  const model::Model& model = *serving->project().model;
  if (const auto seeded = answer_seed(line, *store_, model, &stop_commands_))
    return {*seeded ? **seeded : error_line(seeded->error()), {}, {}};
  const auto reply = answer_admin(line, *store_, model, world_);
  if (!reply) return {error_line(reply.error()), {}, {}};
  if (auto reloaded = serving->credentials().reload_api_keys(); !reloaded)
    return {error_line(reloaded.error()), {}, {}};
  return {*reply, {}, {}};
}

}  // namespace bedplate::app
