#pragma once
// Refresher: keeps the keys of issuers with a JWKS fresh: every ten minutes, and sooner when a token names an unknown
// key or the last attempt failed, but no oftener than once a minute an issuer, whatever clients send. The last good
// keys stay until better ones were read whole. It owns no thread: tick() is called about every second from any one
// thread, and `execute` runs its blocking reads on a thread that may wait (never a loop's). Lifetime: the owner ends
// `execute`'s thread before the Refresher and its Trust.
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "config/config.hpp"
#include "identity/trust.hpp"

namespace bedplate::identity {

struct RefresherOptions {
  std::int64_t every = 600'000'000;         ///< µs between reads that nothing asked for
  std::int64_t at_most_every = 60'000'000;  ///< µs between any two reads of one issuer
};

class Refresher {
 public:
  struct Outside {
    /// The body of a JWKS URL: upstream::fetch.
    std::function<Result<std::string>(const config::JwtIssuer&)> fetch;
    std::function<Result<std::string>(const std::string& path)> read_file;
    /// Runs work that blocks for seconds, elsewhere and later.
    std::function<void(std::function<void()>)> execute;
    /// One line for the log: keys that can't be used, reads that failed.
    std::function<void(const std::string& issuer, const std::string& message)> report;
  };

  Refresher(Trust& trust, const std::vector<config::JwtIssuer>& issuers, Outside outside,
            RefresherOptions options = {});
  /// Reads all that is due at `now` (µs, monotonic); what is under way isn't started twice.
  void tick(std::int64_t now);
  /// Reads everything on this thread, for start. Files that can't be read or hold no usable key are errors
  /// (kInvalidConfiguration); URLs that can't be reached are reported and tried again by tick().
  Result<> read_all(std::int64_t now);

 private:
  struct Source {
    config::JwtIssuer issuer;
    std::int64_t last = 0;  // when the last read began
    bool read = false;      // ever begun
    bool asked = false;     // a token named a key that isn't there
    std::atomic<bool> busy = false;
    std::atomic<bool> failed = false;
  };
  Result<> refresh(Source& source);

  Trust& trust_;
  Outside outside_;
  RefresherOptions options_;
  std::vector<std::unique_ptr<Source>> sources_;
};

}  // namespace bedplate::identity
