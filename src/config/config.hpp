#pragma once
// Config: what bedplate.yaml says, typed, with every default filled in and every value checked. Plain values, made by
// load() alone; docs/reference/configuration.md describes each.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "config/database_url.hpp"
#include "config/secret_text.hpp"

namespace bedplate::config {

/// Where the server's certificate lies; paths, already relative to the working directory. Both or none.
struct Tls {
  std::string certificate;  ///< PEM, with the chain
  std::string key;          ///< PEM, unencrypted
  bool empty() const { return certificate.empty(); }
};

/// A range of addresses; IPv4 lies in IPv6's mapped range (::ffff:0:0/96).
struct Network {
  std::array<std::uint8_t, 16> ip{};
  int bits = 128;
  friend bool operator==(const Network&, const Network&) = default;
};

struct Server {
  std::string listen = "127.0.0.1:8080";  ///< as net::parse_address reads it
  Tls tls;                                ///< empty: in the clear
  std::string base_url;                   ///< `https://api.example.com`, what links begin with; empty: with the path
  std::vector<Network> trusted_proxies;   ///< whose X-Forwarded-For is heeded
};

struct Metrics {
  std::string listen;  ///< where /metrics is served, as Server::listen; empty: nowhere
};

struct Database {
  DatabaseUrl url;
  std::uint32_t pool = 16;                     ///< connections in all; SQLite has one reader a loop instead
  std::int64_t statement_timeout = 5'000'000;  ///< µs
  bool rollback_on_demand = false;             ///< a request may ask for its write's rollback (Prefer: tx=rollback)
};

/// Where an issuer's tokens say what auth.* means: a claim's exact name, else a dotted path into objects.
struct ClaimNames {
  std::string id = "sub";
  std::string roles = "roles";
  std::string tenant = "tenant";
  std::string scopes = "scope";
};

/// One trusted issuer of tokens. Either `secret` or `jwks` is set.
struct JwtIssuer {
  std::string issuer;
  std::vector<std::string> audiences;
  std::vector<std::string> algorithms;  ///< names of RFC 7518, HS ones with a secret alone
  SecretText secret;                    ///< at least as long as the longest hash: 32, 48 or 64 bytes
  std::string jwks_url;                 ///< https, or http where allow_private
  std::string jwks_file;                ///< a path, already relative to the working directory
  bool allow_private = false;           ///< the host of jwks_url may be a loopback or private address
  ClaimNames claims;
};

struct Limits {
  std::uint64_t body = 1024 * 1024;                    ///< bytes of a request's body
  std::uint32_t batch = 100;                           ///< operations of one
  std::uint64_t import_body = std::uint64_t{1} << 30;  ///< of one that is imported row by row
  std::uint32_t rows = 1000;                           ///< of a top-level list; it ends there with 206
  std::uint32_t embedded = 10000;                      ///< of one embedded list; more is an error
  std::uint32_t depth = 12;                            ///< embeddings, logic and nested rows below each other
  std::uint32_t nested = 1000;                         ///< rows that one write nests below its own
  std::uint64_t reply = std::uint64_t{64} << 20;       ///< bytes of a read's reply; more is an error
  std::uint64_t unsent = std::uint64_t{256} << 20;     ///< of all replies that clients have not taken; above it 503
  std::int64_t stream = 600'000'000;                   ///< µs of a list that is streamed, to its end
};

enum class LogLevel : std::uint8_t { kDebug, kInfo, kWarn, kError };
enum class LogFormat : std::uint8_t { kText, kJson };
enum class LogRequests : std::uint8_t { kAll, kErrors, kNone };
struct Log {
  LogLevel level = LogLevel::kInfo;
  LogFormat format = LogFormat::kText;
  LogRequests requests = LogRequests::kAll;  ///< a line each, at level info
};

struct Config {
  Server server;
  Database database;
  std::vector<JwtIssuer> jwt;
  Limits limits;
  std::vector<std::string> cors;  ///< origins whose pages may read replies, `*` alone all; empty: none
  Log log;
  Metrics metrics;
  bool docs = false;     ///< /docs is served to everyone
  bool console = false;  ///< /console is served, to API keys with the scope bedplate:admin
};

}  // namespace bedplate::config
