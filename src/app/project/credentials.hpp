#pragma once
// Credentials: what a node believes about tokens and keys, and the thread that keeps it current: JWK sets from their
// issuers, API keys from the database. One a node; ends after the loops that ask its Trust. Any thread.
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "app/project/project.hpp"
#include "identity/refresher.hpp"
#include "identity/trust.hpp"
#include "store/store.hpp"
#include "telemetry/log.hpp"

namespace bedplate::app {

class Credentials {
 public:
  /// `development_key`: the text of dev.key, trusted too; empty in production. Reads every key set once; one that an
  /// issuer doesn't give is logged and asked for again. Errors: kInvalidConfiguration, the store's.
  static Result<std::unique_ptr<Credentials>> open(const Project& project, std::string_view development_key,
                                                   store::Store& store, const Clock& clock, telemetry::Log& log);
  ~Credentials();
  Credentials(const Credentials&) = delete;
  Credentials& operator=(const Credentials&) = delete;

  identity::Trust& trust() { return *trust_; }
  /// After a command changed them. Blocks on the store.
  Result<void> reload_api_keys();

 private:
  Credentials(std::unique_ptr<identity::Trust> trust, store::Store& store, const Clock& clock, telemetry::Log& log);
  void serve();
  void reload_quietly();

  std::unique_ptr<identity::Trust> trust_;
  store::Store& store_;
  const Clock& clock_;
  telemetry::Log& log_;
  std::unique_ptr<identity::Refresher> refresher_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> work_;  // guarded by mutex_
  bool ending_ = false;                     // guarded by mutex_
  std::thread thread_;                      // last: everything is there when it starts
};

}  // namespace bedplate::app
