// Node::exchange(): another model in the place of the one that is served.
#include <condition_variable>

#include "app/node/node.hpp"

namespace bedplate::app {
namespace {

constexpr auto kLookAgain = std::chrono::milliseconds(50);
/// What is under way when tables get other names is waited for; a long list is not.
constexpr auto kPause = std::chrono::seconds(1);

Error ending() { return {Reason::kUnavailable, "The node is ending."}; }

}  // namespace

/// Waits until `work` has called its `done` on every loop; false: they have ended, and nothing of it runs any more.
bool Node::on_all_loops_until(const LoopTask& work) {
  struct Left {
    std::mutex mutex;
    std::condition_variable done;
    std::size_t loops;
  };
  const auto left = std::make_shared<Left>();
  left->loops = loops_->size();
  loops_->post_all([left, work](net::Loop&, std::size_t loop) {
    work(loop, [left] {
      const std::lock_guard lock(left->mutex);
      if (--left->loops == 0) left->done.notify_all();
    });
  });
  std::unique_lock lock(left->mutex);
  while (!left->done.wait_for(lock, kLookAgain, [&] { return left->loops == 0; }))
    if (ended_) return false;
  return true;
}

bool Node::on_all_loops(const LoopWork& work) {
  return on_all_loops_until([&work](std::size_t loop, const std::function<void()>& done) {
    work(loop);
    done();
  });
}

Result<void> Node::open_lanes(const std::shared_ptr<Service>& service) {
  std::vector<Result<void>> opened(loops_->size());
  if (!on_all_loops([&](std::size_t loop) { opened[loop] = service->add_lane(loop); })) return failure(ending());
  for (auto& each : opened) {
    if (each) continue;
    on_all_loops([&](std::size_t loop) { service->end_lane(loop); });
    return failure(std::move(each).error());
  }
  return {};
}

/// Exchanges it for the service that was there. False: the node drains.
bool Node::take_place(std::shared_ptr<Service>& service) {
  const std::lock_guard lock(mutex_);
  if (draining_) return false;
  std::erase_if(retired_, [](const auto& each) { return each->ended(); });
  retired_.push_back(service_);
  std::swap(service_, service);
  return true;
}

/// Its lanes end when their last requests have; it is in retired_ until then, and its memory is given back at the next
/// exchange, on a thread that may wait.
void Node::retire(Service& service) {
  on_all_loops([this, &service](std::size_t loop) {
    service.when_idle(loop, net::TimePoint::max(), [this, &service, loop](std::size_t) {
      // Not inside of the lane's own timer.
      loops_->at(loop).post([&service, loop] { service.end_lane(loop); });
    });
  });
}

/// Who comes waits, and who is inside leaves: what the present model reads is about to have another name.
void Node::hold_doors() {
  on_all_loops([this](std::size_t loop) { doors_[loop].hold(); });
  const auto present = service();
  on_all_loops_until([this, &present](std::size_t loop, const std::function<void()>& done) {
    present->when_idle(loop, loops_->at(loop).now() + kPause, [done](std::size_t) { done(); });
  });
}

void Node::let_in() {
  on_all_loops([this](std::size_t loop) { doors_[loop].let_in(); });
}

Result<migrate::Prepared> Node::exchange(const std::shared_ptr<const Project>& project) {
  BP_TRY(std::shared_ptr<Service> service, Service::open(project, ground()));
  service->counts_of(*server_);
  BP_TRY_VOID(open_lanes(service));
  auto prepared =
      migrate::prepare(*store_, *project->model, project->schema, options_.changes, [this] { hold_doors(); });
  std::shared_ptr<Service> former = service;
  if (!prepared || !take_place(former)) {
    let_in();
    on_all_loops([&](std::size_t loop) { service->end_lane(loop); });
    if (!prepared) return prepared;
    return failure(ending());
  }
  on_all_loops([this, &service](std::size_t loop) {
    doors_[loop].lead_to(service->front(loop));
    doors_[loop].let_in();
    monitoring_doors_[loop].lead_to(service->monitoring());
  });
  retire(*former);
  return prepared;
}

std::shared_ptr<Service> Node::service() {
  const std::lock_guard lock(mutex_);
  return service_;
}

}  // namespace bedplate::app
