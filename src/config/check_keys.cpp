#include <algorithm>

#include "base/text.hpp"
#include "base/text_cursor.hpp"
#include "config/keys.hpp"
#include "config/tree.hpp"

namespace bedplate::config {
namespace {

/// A known key below `path`, or what leads to one.
bool leads_to(std::string_view key, std::string_view path) {
  return key.starts_with(path) && (key.size() == path.size() || key[path.size()] == '.' || key[path.size()] == '[');
}
bool any_leads_to(std::span<const std::string_view> keys, std::string_view path) {
  return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return leads_to(key, path); });
}
/// Whether `path` is a map of further keys.
bool is_map(std::string_view path) {
  return std::any_of(served_keys().begin(), served_keys().end(), [&](std::string_view key) {
    return key.size() > path.size() && key.starts_with(path) && key[path.size()] == '.';
  });
}
bool is_list_of_maps(std::string_view path) { return is_map(std::string(path) + "[]"); }

/// The names that may stand directly in the map `path` (empty: the root).
std::vector<std::string_view> names_in(std::string_view path) {
  std::vector<std::string_view> names;
  for (const auto keys : {served_keys(), unserved_keys()})
    for (std::string_view key : keys) {
      if (!path.empty()) {
        if (!key.starts_with(path) || key.size() <= path.size() || key[path.size()] != '.') continue;
        key.remove_prefix(path.size() + 1);
      }
      const auto name = key.substr(0, key.find_first_of(".["));
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  return names;
}

class Check {
 public:
  Check(const std::string& file_name, std::vector<Finding>& findings) : file_name_(file_name), findings_(findings) {}

  // Recursion is bounded by the depth of the table of keys.
  void map(Yaml& node, const std::string& path) {
    if (node.broken || node.kind == Yaml::Kind::kNull) return;
    if (node.kind != Yaml::Kind::kMap) {
      node.broken = true;
      return add(node, node.at, path.empty() ? "the file must be a map of sections" : path + " must be a map of keys",
                 "write `key: value` lines below it");
    }
    for (Yaml& child : node.children) member(child, path);
  }

 private:
  void member(Yaml& child, const std::string& parent) {
    const std::string path = parent.empty() ? child.key : parent + "." + child.key;
    if (!any_leads_to(served_keys(), path)) return unknown(child, parent, path);
    if (is_map(path)) return map(child, path);
    if (!is_list_of_maps(path) || child.kind != Yaml::Kind::kList) return;
    for (Yaml& item : child.children) map(item, path + "[]");
  }
  void unknown(Yaml& child, const std::string& parent, const std::string& path) {
    child.broken = true;
    if (any_leads_to(unserved_keys(), path))
      return add(child, child.key_at, path + " is not served yet", "remove it: this version would ignore it");
    const auto names = names_in(parent);
    const auto near = did_you_mean(child.key, names);
    std::string all;
    for (const auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    add(child, child.key_at, "unknown key " + quoted(child.key) + (parent.empty() ? "" : " in " + parent),
        near.empty() ? "the keys here are " + all : "did you mean " + std::string(near) + "?");
  }
  void add(const Yaml& node, Position at, std::string message, std::string hint) {
    findings_.push_back({node.origin.empty() ? file_name_ : node.origin, node.origin.empty() ? at : Position{},
                         std::move(message), std::move(hint)});
  }

  const std::string& file_name_;
  std::vector<Finding>& findings_;
};

}  // namespace

void check_keys(Yaml& root, const std::string& file_name, std::vector<Finding>& findings) {
  Check(file_name, findings).map(root, "");
}

}  // namespace bedplate::config
