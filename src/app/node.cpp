#include "app/node.hpp"

#include <cstdlib>
#include <future>
#include <thread>

#include "app/admin_request.hpp"
#include "app/backup.hpp"
#include "app/database.hpp"
#include "engine/cursor_keys.hpp"
#include "identity/authenticator.hpp"
#include "middleware/authenticate.hpp"
#include "middleware/callers.hpp"

namespace bedplate::app {
namespace {

constexpr auto kDrainTime = std::chrono::seconds(15);
constexpr auto kLeaveTime = std::chrono::seconds(10);  // above the store's statement budgets
constexpr auto kOwnerTime = kDrainTime + kLeaveTime + std::chrono::seconds(5);
constexpr auto kAnswerTime = std::chrono::seconds(5);
constexpr auto kIdlePoll = std::chrono::milliseconds(10);

rest::Options rest_options(const config::Config& config, std::shared_ptr<const operation::CursorKeys> cursors,
                           bool development, telemetry::Log& log, const middleware::Callers& callers) {
  const config::Limits& limits = config.limits;
  return {.base_url = config.server.base_url,
          .body = limits.body,
          .batch = limits.batch,
          .import_body = limits.import_body,
          .rows = {.rows = limits.rows, .embedded = limits.embedded, .nested = limits.nested, .depth = limits.depth},
          .query = {.depth = static_cast<int>(limits.depth)},
          .cursors = std::move(cursors),
          .stream_deadline =
              std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(limits.stream)),
          .rollbacks = config.database.rollback_on_demand,
          .explain_denials = development,
          .callers = &callers,
          .report = [&log](const Error& error, const http::Request& request) {
            log.error("request failed", {{"id", request.id()},
                                         {"reason", reason_word(error.reason())},
                                         {"method", request.method_text()},
                                         {"path", request.path()},
                                         {"cause", error.cause().empty() ? error.message() : error.cause()}});
          }};
}

std::vector<net::Network> networks(std::span<const config::Network> configured) {
  std::vector<net::Network> all;
  for (const auto& each : configured) all.push_back({.ip = each.ip, .bits = each.bits});
  return all;
}

std::size_t loop_count() { return std::max(1u, std::thread::hardware_concurrency()); }

}  // namespace

struct Node::Lane {
  Lane(Node& node, net::Loop& its_loop, std::unique_ptr<store::Session> store_session)
      : loop(its_loop),
        session(*node.project_.model, std::move(store_session), node.store_->dialect(), node.engine_options_,
                node.world_.clock, node.world_.random),
        authenticator(node.credentials_->trust(), *node.project_.model, node.world_.random),
        rest(
            session, node.catalog_,
            [this, &clock = node.world_.clock](http::Request& request) {
              return middleware::authenticate(request, authenticator, clock.now());
            },
            rest_options(node.project_.config, node.cursors_, node.options_.development, node.log_, node.callers_)),
        watch(loop, node.world_.clock, node.world_.random, node.routes_, node.proxies_,
              node.project_.config.log.requests, node.request_log_.get()),
        front(rest, node.ready_, node.cors_, watch, node.metrics_beside() ? &node.metrics_ : nullptr,
              [this, &node](const http::Request& request) {
                return node.callers_.of(request, authenticator, node.world_.clock.now());
              }),
        look_again(loop, [this, &node] { node.leave_when_idle(*this); }) {}

  net::Loop& loop;
  engine::Session session;
  identity::Authenticator authenticator;
  rest::Api rest;
  Watch watch;
  Front front;
  net::Timer look_again;
  net::TimePoint leave_by;
};

Node::Node(const Project& project, const NodeOptions& options, const World& world, telemetry::Log& log)
    : project_(project),
      options_(options),
      world_(world),
      log_(log),
      catalog_(*project.model),
      cors_(project.config.cors),
      routes_(*project.model),
      proxies_(networks(project.config.server.trusted_proxies)),
      callers_(HashSeed::draw(world.random), proxies_),
      engine_options_{.embedded_rows = project.config.limits.embedded,
                      .reply_bytes = project.config.limits.reply,
                      .explain_denials = options.development},
      metrics_sources_{.routes = routes_, .ready = ready_, .requests = {}, .started = world.clock.now()} {}

Node::~Node() = default;

Result<std::unique_ptr<Node>> Node::open(const Project& project, const NodeOptions& options, const World& world,
                                         telemetry::Log& log) {
  std::unique_ptr<Node> node(new Node(project, options, world, log));
  BP_TRY_VOID(node->start());
  return node;
}

Result<void> Node::start() {
  BP_TRY(loops_, net::Loops::create(loop_count()));
  // After the loops, which block the signals that they await for every thread to come.
  if (project_.config.log.requests != config::LogRequests::kNone && log_.enabled(telemetry::Level::kInfo))
    request_log_ = std::make_unique<RequestLog>(log_);
  BP_TRY(const auto address, net::parse_address(project_.config.server.listen));
  BP_TRY(const auto options, server_options());
  // All that can be wrong without the database has been found: from here on the other process drains.
  std::vector<net::Descriptor> listening;
  if (options_.take_over) {
    BP_TRY(listening, take_listeners());
  }
  BP_TRY_VOID(open_store(!listening.empty()));
  if (check_began_ != 0) log_.info("database checked", {{"ms", (world_.clock.monotonic() - check_began_) / 1000}});
  BP_TRY(prepared_, migrate::prepare(*store_, *project_.model, project_.schema, options_.changes));
  BP_TRY(credentials_, Credentials::open(project_, options_.development_key, *store_, world_.clock, log_));
  BP_TRY(cursors_, engine::open_cursor_keys(*store_, world_.random));
  for (std::size_t i = 0; i < loops_->size(); ++i) BP_TRY_VOID(add_lane(i));
  const auto handler_of = [this](net::Loop&, std::size_t index) -> http::Handler& { return lanes_[index]->front; };
  if (listening.empty()) {
    BP_TRY(server_, http::Server::open(*loops_, address, handler_of, options));
  } else {
    BP_TRY(server_, http::Server::take_over(*loops_, std::move(listening), handler_of, options));
  }
  watch_certificate();
  BP_TRY_VOID(open_metrics());
  if (const auto path = control_path(project_.config.database); !path.empty()) {
    BP_TRY(control_, Control::open(path, [this](std::string_view line) { return answer_control(line); }));
  }
  loops_->on_signal([this](int signal) { take_signal(signal); });
  ready_ = true;
  return {};
}

Result<http::ServerOptions> Node::server_options() const {
  http::ServerOptions options;
  options.limits.body = project_.config.limits.body;
  options.limits.unsent = project_.config.limits.unsent;
  if (const config::Tls& tls = project_.config.server.tls; !tls.empty()) {
    BP_TRY(options.tls, load_certificate(tls));
  }
  return options;
}

void Node::watch_certificate() {
  const config::Tls& tls = project_.config.server.tls;
  if (!tls.empty())
    certificates_ = std::make_unique<Certificates>(loops_->at(0), tls, log_,
                                                   [this](const auto& certificate) { server_->use_tls(certificate); });
}

Result<void> Node::open_metrics() {
  for (const auto& lane : lanes_) metrics_sources_.requests.push_back(&lane->watch.counters());
  metrics_sources_.server = server_.get();
  metrics_sources_.store = store_.get();
  if (project_.config.metrics.listen.empty() || metrics_beside()) return {};
  BP_TRY(const auto address, net::parse_address(project_.config.metrics.listen));
  BP_TRY(metrics_server_,
         http::Server::open(*loops_, address, [this](net::Loop&, std::size_t) -> http::Handler& { return monitoring_; },
                            {.max_connections = 100}));
  return {};
}

Result<std::vector<net::Descriptor>> Node::take_listeners() {
  const auto path = control_path(project_.config.database);
  if (path.empty())
    return failure(
        Error(Reason::kInvalidConfiguration, "Only from a process with the same SQLite file can be taken over")
            .with_hint("Nodes on PostgreSQL run side by side: start the new one, then stop the old one."));
  return ask_for_listeners(path);
}

Result<void> Node::open_store(bool wait) {
  const auto open = [this] {
    return open_database(project_.config, {.create = true,
                                           .loops = loops_->size(),
                                           .heavy_readers = std::max<std::size_t>(1, loops_->size() / 2),
                                           .on_fatal =
                                               [&log = log_](const std::string& cause) {
                                                 log.error("a commit's outcome is unknown, ending", {{"cause", cause}});
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

Result<void> Node::add_lane(std::size_t index) {
  net::Loop& loop = loops_->at(index);
  BP_TRY(auto session, store_->open_session(loop));
  lanes_.push_back(std::make_unique<Lane>(*this, loop, std::move(session)));
  return {};
}

bool Node::run() {
  loops_->run();
  stop_commands_ = true;
  control_.reset();
  return !cut_off_;
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
  if (std::exchange(draining_, true)) return;
  ready_ = false;
  server_->drain(kDrainTime, [this] { leave(); });
}

void Node::leave() {
  // Requests whose clients were cut off may still wait for the store; their loops go on until they have ended.
  busy_lanes_ = lanes_.size();
  for (auto& lane : lanes_) {
    lane->loop.post([this, lane = lane.get()] {
      lane->leave_by = lane->loop.now() + kLeaveTime;
      leave_when_idle(*lane);
    });
  }
}

void Node::leave_when_idle(Lane& lane) {
  const bool idle = lane.rest.in_flight() == 0;
  if (!idle && lane.loop.now() < lane.leave_by) return lane.look_again.arm(lane.loop.now() + kIdlePoll);
  if (!idle) {
    log_.error("requests do not end, leaving them", {{"requests", static_cast<std::int64_t>(lane.rest.in_flight())}});
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
  loops_->at(0).post(
      [this, asked] { asked->set_value(draining_ ? std::vector<net::Descriptor>{} : server_->listening()); });
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
  if (const auto backup = answer_backup(line, project_.config.database, &stop_commands_))
    return {*backup ? **backup : error_line(backup->error()), {}, {}};
  const auto reply = answer_admin(line, *store_, *project_.model, world_);
  if (!reply) return {error_line(reply.error()), {}, {}};
  if (auto reloaded = credentials_->reload_api_keys(); !reloaded) return {error_line(reloaded.error()), {}, {}};
  return {*reply, {}, {}};
}

}  // namespace bedplate::app
