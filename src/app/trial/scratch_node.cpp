#include "app/trial/scratch_node.hpp"

#include <cstdlib>
#include <filesystem>

#include "app/node/database.hpp"

namespace bedplate::app {
namespace {

Result<std::string> make_folder(const Environment& environment) {
  const auto at = environment.find("TMPDIR");
  std::string path = (at == environment.end() || at->second.empty() ? "/tmp" : at->second) + "/bedplate-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr)
    return failure(Error(Reason::kUnavailable, "no temporary folder can be made: " + path)
                       .with_hint("Set TMPDIR to a folder that may be written to."));
  return path;
}

}  // namespace

class ScratchNode::StillClock final : public Clock {
 public:
  explicit StillClock(const Clock& real) : real_(real) {}
  std::int64_t now() const override { return kScratchNow; }
  std::int64_t monotonic() const override { return real_.monotonic(); }

 private:
  const Clock& real_;
};

ScratchNode::ScratchNode(const World& world, std::string folder)
    : folder_(std::move(folder)),
      clock_(std::make_unique<StillClock>(world.clock)),
      world_{.program = world.program,
             .out = world.out,
             .err = world.err,
             .color_out = world.color_out,
             .color_err = world.color_err,
             .clock = *clock_,
             .random = world.random,
             .environment = world.environment},
      log_(*clock_, telemetry::Level::kError, telemetry::Format::kText, world.err) {}

ScratchNode::~ScratchNode() {
  if (thread_.joinable()) {
    node_->end();
    thread_.join();
  }
  // Requests that still run inside would lose their memory.
  [[maybe_unused]] const Node* left = clean_ ? nullptr : node_.release();
  node_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Result<std::unique_ptr<ScratchNode>> ScratchNode::open(std::unique_ptr<Project> project, const World& world,
                                                       const Fill& fill) {
  BP_TRY(auto folder, make_folder(world.environment));
  std::unique_ptr<ScratchNode> made(new ScratchNode(world, std::move(folder)));
  BP_TRY_VOID(made->start(std::move(project), fill));
  return made;
}

Result<void> ScratchNode::start(std::unique_ptr<Project> project, const Fill& fill) {
  config::Config& config = project->config;
  BP_TRY(config.database.url, config::parse_database_url("sqlite:scratch.db", folder_));
  config.database.rollback_on_demand = true;
  config.server = {.listen = "127.0.0.1:0", .tls = {}, .base_url = {}, .trusted_proxies = {}};
  config.metrics = {};
  config.jwt.clear();
  config.log.requests = config::LogRequests::kNone;
  {
    BP_TRY(const auto store, open_database(config, {.create = true, .loops = 1, .on_fatal = {}}));
    BP_TRY_VOID(migrate::prepare(*store, *project->model, project->schema, migrate::Changes::kNone));
    BP_TRY_VOID(fill(*store));
  }
  key_ = std::string(identity::make_dev_key(world_.random).reveal());
  BP_TRY(node_, Node::open(std::move(project), {.development = true, .development_key = key_}, world_, log_));
  thread_ = std::thread([this] { clean_ = node_->run(); });
  return {};
}

Result<std::string> ScratchNode::token(const identity::DevTokenRequest& who) const {
  return identity::mint_dev_token(key_, who, kScratchNow);
}

}  // namespace bedplate::app
