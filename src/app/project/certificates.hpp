#pragma once
// The files of server.tls: tried before serving, and watched while it serves: a renewed certificate is taken without
// a restart. One that cannot be used is reported and the former one kept. On one loop; blocking reads of two small
// files when they have changed.
#include <functional>
#include <memory>
#include <optional>

#include "config/load.hpp"
#include "net/loop.hpp"
#include "net/tls_context.hpp"
#include "telemetry/log.hpp"

namespace bedplate::app {

Result<std::shared_ptr<const net::TlsContext>> load_certificate(const config::Tls& files);
/// The same as a finding about the configuration.
std::optional<config::TlsFault> try_tls(const config::Tls& files);

class Certificates {
 public:
  using Use = std::function<void(const std::shared_ptr<const net::TlsContext>&)>;
  /// Looks at the files every few seconds. Sealing keys of session tickets are renewed with the certificate, at the
  /// latest after half a day.
  Certificates(net::Loop& loop, const config::Tls& files, telemetry::Log& log, Use use);

  /// Takes what the files hold now, changed or not.
  void reload();

 private:
  struct Stamp {
    std::int64_t inode = 0, size = 0, changed_ns = 0;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  static Stamp stamp_of(const std::string& path);
  void look();

  net::Loop& loop_;
  const config::Tls& files_;
  telemetry::Log& log_;
  Use use_;
  Stamp certificate_, key_;
  net::TimePoint renew_by_;
  net::Timer next_look_;
};

}  // namespace bedplate::app
