#include "config/load.hpp"

#include <algorithm>

#include "config/sections.hpp"
#include "config/tree.hpp"

namespace bedplate::config {

Loaded load(const Sources& sources) {
  Loaded loaded;
  auto& findings = loaded.findings;
  Yaml root = parse_yaml(sources.text, sources.file_name, findings);
  if (findings.empty()) {
    substitute(root, sources, findings);
    override_keys(root, sources, findings);
    check_keys(root, sources.file_name, findings);
    Config config;
    const auto section = [&](const char* name) {
      Yaml* map = root.find(name);
      return Reader(map && !map->broken ? map : nullptr, name, sources.file_name, findings);
    };
    read_server(section("server"), sources, findings, config.server);
    read_database(section("database"), sources, config.database);
    read_jwt(section("auth"), sources, findings, config.jwt);
    read_limits(section("limits"), config.limits);
    read_cors(section("cors"), config.cors);
    read_log(section("log"), config.log);
    read_metrics(section("metrics"), config.metrics);
    Reader whole(root.kind == Yaml::Kind::kMap ? &root : nullptr, "", sources.file_name, findings);
    whole.boolean("console", config.console);
    whole.boolean("docs", config.docs);
    if (findings.empty()) loaded.config = std::move(config);
  }
  std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.position.line, a.position.column, a.source, a.message) <
           std::tie(b.position.line, b.position.column, b.source, b.message);
  });
  return loaded;
}

}  // namespace bedplate::config
