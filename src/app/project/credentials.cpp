#include "app/project/credentials.hpp"

#include "app/project/files.hpp"
#include "identity/dev_key.hpp"
#include "upstream/fetch.hpp"

namespace bedplate::app {
namespace {

constexpr auto kTick = std::chrono::seconds(1);
/// Other nodes of one PostgreSQL make and revoke keys too; this is how long it may take to be heard of.
constexpr int kTicksBetweenReloads = 5;

}  // namespace

Credentials::Credentials(std::unique_ptr<identity::Trust> trust, store::Store& store, const Clock& clock,
                         telemetry::Log& log)
    : trust_(std::move(trust)), store_(store), clock_(clock), log_(log) {}

Result<std::unique_ptr<Credentials>> Credentials::open(const Project& project, std::string_view development_key,
                                                       store::Store& store, const Clock& clock, telemetry::Log& log) {
  BP_TRY(auto issuers, identity::trusted_issuers(project.config.jwt));
  if (!development_key.empty()) {
    BP_TRY(auto development, identity::dev_issuer(development_key));
    issuers.push_back(std::move(development));
  }
  BP_TRY(auto trust, identity::Trust::make(std::move(issuers)));
  std::unique_ptr<Credentials> made(new Credentials(std::move(trust), store, clock, log));
  auto* self = made.get();
  made->refresher_ = std::make_unique<identity::Refresher>(
      made->trust(), project.config.jwt,
      identity::Refresher::Outside{.fetch =
                                       [](const config::JwtIssuer& issuer) {
                                         return upstream::fetch(
                                             {.url = issuer.jwks_url, .allow_private = issuer.allow_private});
                                       },
                                   .read_file = [](const std::string& path) { return read_file(path, kSmallFile); },
                                   .execute =
                                       [self](std::function<void()> task) {
                                         const std::lock_guard lock(self->mutex_);
                                         self->work_.push_back(std::move(task));
                                       },
                                   .report =
                                       [&log](const std::string& issuer, const std::string& message) {
                                         log.warning("issuer keys", {{"issuer", issuer}, {"message", message}});
                                       }});
  BP_TRY_VOID(made->refresher_->read_all(clock.monotonic()));
  BP_TRY_VOID(made->reload_api_keys());
  made->thread_ = std::thread([self] { self->serve(); });
  return made;
}

Credentials::~Credentials() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

Result<void> Credentials::reload_api_keys() {
  BP_TRY(auto keys, identity::list_api_keys(store_));
  trust_->set_api_keys(std::move(keys));
  return {};
}

void Credentials::reload_quietly() {
  if (auto reloaded = reload_api_keys(); !reloaded)
    log_.warning("api keys not reloaded", {{"error", reloaded.error().message()}, {"cause", reloaded.error().cause()}});
}

void Credentials::serve() {
  const bool shared = store_.dialect() == sql::Dialect::kPostgres;
  std::unique_lock lock(mutex_);
  for (int tick = 1; !ending_; ++tick) {
    lock.unlock();
    refresher_->tick(clock_.monotonic());
    if (shared && tick % kTicksBetweenReloads == 0) reload_quietly();
    lock.lock();
    while (!work_.empty() && !ending_) {
      const auto task = std::move(work_.front());
      work_.pop_front();
      lock.unlock();
      task();
      lock.lock();
    }
    wake_.wait_for(lock, kTick, [this] { return ending_; });
  }
}

}  // namespace bedplate::app
