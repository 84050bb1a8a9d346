#pragma once
// Reads one map of the tree into typed fields; what can't be read becomes a finding and leaves the default. Lives
// within load().
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/finding.hpp"
#include "config/secret_text.hpp"
#include "config/yaml.hpp"

namespace bedplate::config {

class Reader {
 public:
  /// `map` may be null (the section is absent); `path` is its dotted path, empty for the whole file.
  Reader(Yaml* map, std::string path, const std::string& file_name, std::vector<Finding>& findings)
      : map_(map), path_(std::move(path)), file_name_(file_name), findings_(findings) {}

  /// Written, whether or not it could be read.
  bool has(std::string_view key) const;
  void text(std::string_view key, std::string& out);
  void secret(std::string_view key, SecretText& out);
  void boolean(std::string_view key, bool& out);
  void count(std::string_view key, std::uint32_t least, std::uint32_t most, std::uint32_t& out);
  /// `1048576`, `512KiB`, `1MiB`, `1GiB`.
  void size(std::string_view key, std::uint64_t least, std::uint64_t most, std::uint64_t& out);
  /// `250ms`, `5s`, `1m`, `1h` → µs.
  void duration(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t& out);
  /// One word or a list of them.
  void words(std::string_view key, std::vector<std::string>& out);
  template <class Value, std::size_t N>
  void choice(std::string_view key, const std::pair<std::string_view, Value> (&choices)[N], Value& out) {
    std::size_t chosen = N;
    const auto* node = scalar(key);
    if (!node) return;
    std::string all;
    for (std::size_t i = 0; i < N; ++i) {
      if (node->text == choices[i].first) chosen = i;
      all += (i == 0 ? "" : i + 1 == N ? " or " : ", ") + std::string(choices[i].first);
    }
    if (chosen == N) return refuse(*node, shown(*node) + " is no " + name(key), "write " + all);
    out = choices[chosen].second;
  }

  /// The member for what the above don't read; null if it is absent or had a finding.
  Yaml* member(std::string_view key);
  void refuse(const Yaml& at, std::string message, std::string hint);
  /// A finding about the map as a whole.
  void refuse(std::string message, std::string hint);
  /// The dotted path.
  std::string name(std::string_view key) const { return path_ + (path_.empty() ? "" : ".") + std::string(key); }
  /// The value in quotes, or a word for it where it must not be shown.
  static std::string shown(const Yaml& node);

 private:
  const Yaml* scalar(std::string_view key);
  Yaml* map_;
  std::string path_;
  const std::string& file_name_;
  std::vector<Finding>& findings_;
};

}  // namespace bedplate::config
