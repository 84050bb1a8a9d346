#include "config/sections.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

namespace bedplate::config {
namespace {

bool is_listen_address(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return false;
  std::uint16_t port = 0;
  const std::string_view digits = text.substr(colon + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc{} || end != digits.data() + digits.size()) return false;
  std::string host(text.substr(0, colon));
  if (host.empty() || host == "localhost") return true;
  unsigned char bytes[16];
  if (host.front() == '[' && host.back() == ']')
    return inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), bytes) == 1;
  return inet_pton(AF_INET, host.c_str(), bytes) == 1;
}

void read_listen(Reader& reader, std::string& out) {
  reader.text("listen", out);
  if (const Yaml* node = reader.member("listen"); node && !is_listen_address(out))
    reader.refuse(*node, Reader::shown(*node) + " is no address to listen on",
                  "write ADDRESS:PORT, for example 127.0.0.1:8080, 0.0.0.0:8080 or \"[::1]:8080\"");
}

/// As browsers serialize it: scheme, host, and a port unless it is the scheme's.
bool is_origin(std::string_view text) {
  std::string_view own_port;
  if (text.starts_with("https://")) {
    text.remove_prefix(8);
    own_port = "443";
  } else if (text.starts_with("http://")) {
    text.remove_prefix(7);
    own_port = "80";
  } else {
    return false;
  }
  const bool bracketed = text.starts_with('[');
  const std::size_t host_end =
      bracketed ? std::min(text.find(']'), text.size() - 1) + 1 : std::min(text.find(':'), text.size());
  const auto host = text.substr(0, host_end), port = text.substr(host_end);
  const auto in_host = [bracketed](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
           (bracketed && (c == ':' || c == '[' || c == ']'));
  };
  if (host.empty() || !std::ranges::all_of(host, in_host)) return false;
  if (port.empty()) return true;
  const auto digits = port.substr(1);
  return port[0] == ':' && !digits.empty() && digits.size() <= 5 && digits != own_port && digits[0] != '0' &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

void read_tls(Reader reader, const Sources& sources, Tls& out) {
  for (const auto* key : {"certificate", "key"}) {
    if (!reader.has(key))
      return reader.refuse(std::string("server.tls needs its ") + key,
                           "write `tls: { certificate: tls.crt, key: tls.key }`, the paths of two files in PEM");
  }
  reader.text("certificate", out.certificate);
  reader.text("key", out.key);
  const Yaml* nodes[] = {reader.member("certificate"), reader.member("key")};
  if (!nodes[0] || !nodes[1]) return;
  out = {.certificate = below(sources.directory, out.certificate), .key = below(sources.directory, out.key)};
  if (!sources.try_tls) return;
  if (auto fault = sources.try_tls(out)) reader.refuse(*nodes[fault->of_key], fault->message, fault->hint);
}

}  // namespace

void read_server(Reader reader, const Sources& sources, std::vector<Finding>& findings, Server& out) {
  read_listen(reader, out.listen);
  read_proxies(reader, out);
  if (Yaml* tls = reader.member("tls"); tls && tls->kind != Yaml::Kind::kNull)
    read_tls(Reader(tls, "server.tls", sources.file_name, findings), sources, out.tls);
}

constexpr std::pair<std::string_view, bool> kTxEnds[] = {{"commit", false}, {"commit-allow-override", true}};

void read_database(Reader reader, const Sources& sources, Database& out) {
  SecretText url("sqlite:data/app.db");
  reader.secret("url", url);
  auto parsed = parse_database_url(url.reveal(), sources.directory);
  if (parsed)
    out.url = *std::move(parsed);
  else if (const Yaml* node = reader.member("url"))
    reader.refuse(*node, "database.url: " + parsed.error().message(), parsed.error().hint());
  reader.count("pool", 1, 1000, out.pool);
  reader.duration("statement_timeout", 1000, 3'600'000'000, out.statement_timeout);
  reader.choice("tx_end", kTxEnds, out.rollback_on_demand);
}

void read_limits(Reader reader, Limits& out) {
  reader.size("body", 1024, 1ull << 30, out.body);
  reader.size("import", 1024, 1ull << 40, out.import_body);
  reader.count("batch", 1, 10'000, out.batch);
  reader.count("rows", 1, 1'000'000, out.rows);
  reader.count("embedded", 1, 1'000'000, out.embedded);
  reader.count("depth", 1, 32, out.depth);
  reader.count("nested", 1, 100'000, out.nested);
  reader.size("reply", 1024, 1ull << 30, out.reply);
  reader.size("unsent", 1ull << 20, 1ull << 40, out.unsent);
  reader.duration("stream", 1'000'000, 86'400'000'000, out.stream);
}

void read_cors(Reader reader, std::vector<std::string>& out) {
  reader.words("origins", out);
  const Yaml* node = reader.member("origins");
  if (!node) return;
  for (const auto& origin : out) {
    if (origin == "*" && out.size() > 1)
      return reader.refuse(*node, "cors.origins has * beside others", "write * alone for every origin, or name them");
    if (origin != "*" && !is_origin(origin))
      return reader.refuse(*node, "'" + origin + "' in cors.origins is no origin",
                           "write it as browsers send it: https://app.example or http://localhost:3000, lower-case, "
                           "without a path");
  }
}

void read_log(Reader reader, Log& out) {
  constexpr std::pair<std::string_view, LogLevel> kLevels[] = {
      {"debug", LogLevel::kDebug}, {"info", LogLevel::kInfo}, {"warn", LogLevel::kWarn}, {"error", LogLevel::kError}};
  constexpr std::pair<std::string_view, LogFormat> kFormats[] = {{"text", LogFormat::kText},
                                                                 {"json", LogFormat::kJson}};
  constexpr std::pair<std::string_view, LogRequests> kRequests[] = {
      {"all", LogRequests::kAll}, {"errors", LogRequests::kErrors}, {"none", LogRequests::kNone}};
  reader.choice("level", kLevels, out.level);
  reader.choice("format", kFormats, out.format);
  reader.choice("requests", kRequests, out.requests);
}

void read_metrics(Reader reader, Metrics& out) { read_listen(reader, out.listen); }

}  // namespace bedplate::config
