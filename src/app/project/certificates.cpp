#include "app/project/certificates.hpp"

#include <sys/stat.h>

#include "app/project/files.hpp"

namespace bedplate::app {
namespace {

constexpr auto kLookEvery = std::chrono::seconds(2);
constexpr auto kRenewAfter = std::chrono::hours(12);

using Loaded = std::expected<std::shared_ptr<const net::TlsContext>, config::TlsFault>;

config::TlsFault fault_of(bool of_key, const std::string& path, const Error& error) {
  std::string message = "server.tls: " + path + ": " + error.message();
  if (!error.detail().empty()) message += " (" + error.detail() + ")";
  return {.of_key = of_key, .message = std::move(message), .hint = error.hint()};
}

Loaded load(const config::Tls& files) {
  const auto certificate = read_file(files.certificate, kSmallFile);
  if (!certificate)
    return std::unexpected(config::TlsFault{false, "server.tls: " + certificate.error().message(),
                                            "give the path of the certificate in PEM, with those of its issuers"});
  auto key = read_file(files.key, kSmallFile);
  if (!key)
    return std::unexpected(config::TlsFault{true, "server.tls: " + key.error().message(),
                                            "give the path of its private key in PEM, readable by the server's user"});
  auto made = net::TlsContext::make(*certificate, *key);
  std::fill(key->begin(), key->end(), '\0');
  if (made) return *std::move(made);
  const bool of_key = made.error().part == net::TlsContext::Part::kKey;
  return std::unexpected(fault_of(of_key, of_key ? files.key : files.certificate, made.error().error));
}

}  // namespace

Result<std::shared_ptr<const net::TlsContext>> load_certificate(const config::Tls& files) {
  auto loaded = load(files);
  if (loaded) return *std::move(loaded);
  return failure(Error(Reason::kInvalidConfiguration, loaded.error().message).with_hint(loaded.error().hint));
}

std::optional<config::TlsFault> try_tls(const config::Tls& files) {
  auto loaded = load(files);
  if (loaded) return std::nullopt;
  return std::move(loaded).error();
}

Certificates::Certificates(net::Loop& loop, const config::Tls& files, telemetry::Log& log, Use use)
    : loop_(loop),
      files_(files),
      log_(log),
      use_(std::move(use)),
      certificate_(stamp_of(files.certificate)),
      key_(stamp_of(files.key)),
      renew_by_(loop.now() + kRenewAfter),
      next_look_(loop, [this] { look(); }) {
  next_look_.arm(loop.now() + kLookEvery);
}

Certificates::Stamp Certificates::stamp_of(const std::string& path) {
  struct stat found{};
  if (::stat(path.c_str(), &found) != 0) return {};
  return {.inode = static_cast<std::int64_t>(found.st_ino),
          .size = found.st_size,
          .changed_ns = found.st_mtim.tv_sec * 1'000'000'000 + found.st_mtim.tv_nsec};
}

void Certificates::look() {
  next_look_.arm(loop_.now() + kLookEvery);
  if (stamp_of(files_.certificate) == certificate_ && stamp_of(files_.key) == key_ && loop_.now() < renew_by_) return;
  reload();
}

void Certificates::reload() {
  // Stamped before reading: what changes meanwhile is seen at the next look.
  certificate_ = stamp_of(files_.certificate);
  key_ = stamp_of(files_.key);
  renew_by_ = loop_.now() + kRenewAfter;
  auto loaded = load_certificate(files_);
  if (loaded) {
    use_(*loaded);
    return log_.info("certificate loaded", {{"file", files_.certificate}});
  }
  log_.error("certificate not loaded, the former one stays",
             {{"cause", loaded.error().message()}, {"hint", loaded.error().hint()}});
}

}  // namespace bedplate::app
