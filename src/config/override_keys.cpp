#include <algorithm>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "base/text_cursor.hpp"
#include "config/keys.hpp"
#include "config/tree.hpp"

namespace bedplate::config {
namespace {

constexpr std::string_view kPrefix = "BEDPLATE_";

bool is_inside_list(std::string_view key) { return key.find("[]") != std::string_view::npos; }
bool is_list(std::string_view key) { return key == "auth.jwt" || key == "server.trusted_proxies"; }

std::string variable_of(std::string_view key) {
  std::string name(kPrefix);
  for (const char c : key) name += c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return name;
}

/// Kubernetes sets such variables for a service called bedplate or bedplate-database.
bool is_service_variable(std::string_view name) {
  return name.find("_SERVICE_") != std::string_view::npos || name.find("_PORT_") != std::string_view::npos ||
         name.ends_with("_PORT");
}

/// Whether a variable means to configure: it begins as a section does.
bool names_a_section(std::string_view variable) {
  if (is_service_variable(variable)) return false;
  const auto begins = [&](std::string_view key) {
    return variable.starts_with(variable_of(key.substr(0, key.find('.'))) + "_");
  };
  return std::any_of(served_keys().begin(), served_keys().end(), begins);
}

Yaml value_of(std::string_view key, const std::string& text, const std::string& origin,
              std::vector<Finding>& findings) {
  Yaml value;
  if (is_list(key)) {
    const auto before = findings.size();
    value = parse_yaml(text, origin, findings);
    value.broken = findings.size() != before;
  } else {
    value.kind = Yaml::Kind::kScalar;
    value.text = text;
  }
  return value;
}

// Findings about what came with a variable or flag name it, not a place in the file, and quote nothing.
void mark(Yaml& node, const std::string& origin) {
  node.origin = origin;
  node.from_outside = true;
  for (Yaml& child : node.children) mark(child, origin);
}

void put_member(Yaml& map, std::string_view name, Yaml value) {
  value.key = name;
  if (Yaml* old = map.find(name))
    *old = std::move(value);
  else
    map.children.push_back(std::move(value));
}

void put(Yaml& root, std::string_view key, Yaml value) {
  const auto dot = key.find('.');
  const std::string_view section = key.substr(0, dot);
  if (root.kind == Yaml::Kind::kNull) root.kind = Yaml::Kind::kMap;
  if (root.kind != Yaml::Kind::kMap) return;  // a finding elsewhere
  if (dot == std::string_view::npos) return put_member(root, key, std::move(value));
  Yaml* map = root.find(section);
  if (!map) {
    map = &root.children.emplace_back();
    map->key = section;
  }
  if (map->kind == Yaml::Kind::kNull) map->kind = Yaml::Kind::kMap;
  put_member(*map, key.substr(dot + 1), std::move(value));
}

void override_one(Yaml& root, std::string_view key, const std::string& text, const std::string& origin,
                  std::vector<Finding>& findings) {
  Yaml value = value_of(key, text, origin, findings);
  mark(value, origin);
  put(root, key, std::move(value));
}

void refuse_unknown(const std::string& variable, std::span<const std::string> known, std::vector<Finding>& findings) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  const auto near = did_you_mean(variable, names);
  findings.push_back(
      {variable,
       {},
       "no key has this variable",
       near.empty() ? "the reference of the configuration lists them all" : "did you mean " + std::string(near) + "?"});
}

}  // namespace

void override_keys(Yaml& root, const Sources& sources, std::vector<Finding>& findings) {
  std::vector<std::string> known;
  for (const auto key : served_keys()) {
    if (is_inside_list(key)) continue;
    known.push_back(variable_of(key));
    const auto found = sources.environment.find(known.back());
    if (found != sources.environment.end()) override_one(root, key, found->second, found->first, findings);
  }
  for (const auto& [name, text] : sources.environment)
    if (name.starts_with(kPrefix) && names_a_section(name) &&
        std::find(known.begin(), known.end(), name) == known.end())
      refuse_unknown(name, known, findings);
  for (const auto& [key, text] : sources.flags) {
    BP_ASSERT(std::find(served_keys().begin(), served_keys().end(), key) != served_keys().end());
    override_one(root, key, text, "--" + key.substr(key.find('.') + 1), findings);
  }
}

}  // namespace bedplate::config
