#pragma once
// A YAML text as a tree with places, bounded in size, depth and number of nodes. Anchors, aliases, tags, second
// documents and duplicate keys are refused; scalars stay text (`no` is no boolean here). A value.
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "config/finding.hpp"

namespace bedplate::config {

struct Yaml {
  enum class Kind : std::uint8_t { kNull, kScalar, kList, kMap };
  Kind kind = Kind::kNull;
  std::string text;  ///< kScalar
  std::string key;   ///< the member's name when the parent is a map
  Position at, key_at;
  std::vector<Yaml> children;
  std::string origin;         ///< the variable or flag it came from; empty: the file
  bool from_outside = false;  ///< holds something from the environment or a file: not to be quoted
  bool broken = false;        ///< a finding was made about it: no others follow

  Yaml* find(std::string_view name);
};

/// The only document of `text`, a null node if it is empty. On failure the findings grow and the node is null.
Yaml parse_yaml(std::string_view text, const std::string& source, std::vector<Finding>& findings);

}  // namespace bedplate::config
