#pragma once
// ScratchNode: a node for one run: a database of its own in a temporary folder, a port of its own on loopback, a key of
// its own by which it believes tokens, and a clock that stands still, so that a run can be repeated. It serves on a
// thread until it is destroyed, or until SIGTERM or SIGINT. Made before other threads, as a Node is.
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "app/node/node.hpp"
#include "config/secret_text.hpp"
#include "identity/dev_key.hpp"

namespace bedplate::app {

/// When everything of such a run happens, µs since 1970: 2026-01-01T00:00:00Z.
inline constexpr std::int64_t kScratchNow = 1'767'225'600'000'000;

class ScratchNode {
 public:
  /// Fills the new database, whose tables are there.
  using Fill = std::function<Result<void>(store::Store&)>;

  /// `project`: what is served, by the limits of its configuration; where it listens and stores is the node's own.
  static Result<std::unique_ptr<ScratchNode>> open(std::unique_ptr<Project> project, const World& world,
                                                   const Fill& fill);
  ~ScratchNode();
  ScratchNode(const ScratchNode&) = delete;
  ScratchNode& operator=(const ScratchNode&) = delete;

  /// `http://127.0.0.1:40123`
  std::string origin() const { return "http://" + node_->address().text(); }
  /// One that the node believes.
  Result<std::string> token(const identity::DevTokenRequest& who) const;
  /// Until a signal ends it.
  void wait() { thread_.join(); }

 private:
  class StillClock;
  ScratchNode(const World& world, std::string folder);
  Result<void> start(std::unique_ptr<Project> project, const Fill& fill);

  const std::string folder_;
  const std::unique_ptr<StillClock> clock_;
  const World world_;
  telemetry::Log log_;
  std::string key_;
  std::unique_ptr<Node> node_;
  bool clean_ = true;  // the thread's until it is joined: no request had to be left running
  std::thread thread_;
};

}  // namespace bedplate::app
