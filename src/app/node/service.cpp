#include "app/node/service.hpp"

#include "identity/authenticator.hpp"
#include "middleware/authenticate.hpp"

namespace bedplate::app {
namespace {

constexpr auto kIdleLook = std::chrono::milliseconds(10);

rest::Options rest_options(const config::Config& config, const Ground& ground) {
  const config::Limits& limits = config.limits;
  return {.base_url = config.server.base_url,
          .body = limits.body,
          .batch = limits.batch,
          .import_body = limits.import_body,
          .rows = {.rows = limits.rows, .embedded = limits.embedded, .nested = limits.nested, .depth = limits.depth},
          .query = {.depth = static_cast<int>(limits.depth)},
          .cursors = ground.cursors,
          .stream_deadline =
              std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(limits.stream)),
          .rollbacks = config.database.rollback_on_demand,
          .explain_denials = ground.development,
          .callers = &ground.callers,
          .report = [&log = ground.log](const Error& error, const http::Request& request) {
            log.error("request failed", {{"id", request.id()},
                                         {"reason", reason_word(error.reason())},
                                         {"method", request.method_text()},
                                         {"path", request.path()},
                                         {"cause", error.cause().empty() ? error.message() : error.cause()}});
          }};
}

/// Whether /metrics is behind the same address as the rest.
bool metrics_beside(const config::Config& config) {
  return !config.metrics.listen.empty() && config.metrics.listen == config.server.listen;
}

/// In development both are there, for the user of this machine.
console::Options console_options(const config::Config& config, const Ground& ground) {
  return {.docs = ground.development || config.docs,
          .console = ground.development || config.console,
          .development = ground.development,
          .development_key = ground.development_key,
          .base_url = config.server.base_url};
}

}  // namespace

struct Service::Lane {
  Lane(Service& service, net::Loop& its_loop, std::unique_ptr<store::Session> store_session)
      : loop(its_loop),
        session(*service.project_->model, std::move(store_session), service.ground_.store.dialect(),
                service.engine_options_, service.ground_.world.clock, service.ground_.world.random),
        authenticator(service.credentials_->trust(), *service.project_->model, service.ground_.world.random),
        rest(
            session, service.catalog_,
            [this, &clock = service.ground_.world.clock](http::Request& request) {
              return middleware::authenticate(request, authenticator, clock.now());
            },
            rest_options(service.project_->config, service.ground_)),
        watch(loop, service.ground_.world.clock, service.ground_.world.random, service.routes_, service.ground_.proxies,
              service.project_->config.log.requests, service.ground_.request_log,
              {.journal = service.journal_ ? &*service.journal_ : nullptr, .values = service.ground_.development}),
        console(*service.project_->model, authenticator, service.ground_.world.clock,
                service.journal_ ? &*service.journal_ : nullptr,
                console_options(service.project_->config, service.ground_)),
        front({.model = *service.project_->model,
               .rest = rest,
               .ready = service.ground_.ready,
               .cors = service.cors_,
               .watch = watch,
               .console = console,
               .metrics = metrics_beside(service.project_->config) ? &service.metrics_ : nullptr,
               .dev_page = service.ground_.dev_page},
              [this, &ground = service.ground_](const http::Request& request) {
                return ground.callers.of(request, authenticator, ground.world.clock.now());
              }),
        look_again(loop, [this, &service] { service.look_whether_idle(*this); }) {}

  /// A request that was answered may still wait for the store, and one that is being read be the watch's alone.
  std::size_t under_way() const { return std::max(rest.in_flight(), watch.under_way()); }

  net::Loop& loop;
  engine::Session session;
  identity::Authenticator authenticator;
  rest::Api rest;
  Watch watch;
  console::Console console;
  Front front;
  net::Timer look_again;
  net::TimePoint leave_by;
  Idle tell;
};

Service::Service(std::shared_ptr<const Project> project, const Ground& ground)
    : project_(std::move(project)),
      ground_(ground),
      catalog_(*project_->model),
      cors_(project_->config.cors),
      routes_(*project_->model),
      engine_options_{.embedded_rows = project_->config.limits.embedded,
                      .reply_bytes = project_->config.limits.reply,
                      .explain_denials = ground.development},
      metrics_sources_{
          .routes = routes_, .ready = ground.ready, .requests = {}, .store = &ground.store, .started = ground.started},
      monitoring_(metrics_, ground.ready),
      lanes_(ground.loops.size()) {
  metrics_sources_.requests.resize(lanes_.size());
  if (console_options(project_->config, ground_).console) journal_.emplace();
}

Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::open(std::shared_ptr<const Project> project, const Ground& ground) {
  std::unique_ptr<Service> made(new Service(std::move(project), ground));
  BP_TRY(made->credentials_,
         Credentials::open(made->project(), ground.development_key, ground.store, ground.world.clock, ground.log));
  return made;
}

Result<void> Service::add_lane(std::size_t loop) {
  net::Loop& its_loop = ground_.loops.at(loop);
  BP_TRY(auto session, ground_.store.open_session(its_loop));
  lanes_[loop] = std::make_unique<Lane>(*this, its_loop, std::move(session));
  metrics_sources_.requests[loop] = &lanes_[loop]->watch.counters();
  ++open_lanes_;
  return {};
}

http::Handler& Service::front(std::size_t loop) { return lanes_[loop]->front; }

void Service::when_idle(std::size_t loop, net::TimePoint leave_by, Idle tell) {
  if (!lanes_[loop]) return tell(0);
  Lane& lane = *lanes_[loop];
  lane.leave_by = leave_by;
  lane.tell = std::move(tell);
  look_whether_idle(lane);
}

void Service::look_whether_idle(Lane& lane) {
  const std::size_t left = lane.under_way();
  if (left > 0 && lane.loop.now() < lane.leave_by) return lane.look_again.arm(lane.loop.now() + kIdleLook);
  std::exchange(lane.tell, nullptr)(left);
}

void Service::end_lane(std::size_t loop) {
  if (!lanes_[loop]) return;
  lanes_[loop].reset();
  --open_lanes_;
}

}  // namespace bedplate::app
