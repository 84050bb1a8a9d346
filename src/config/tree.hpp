#pragma once
// What happens to the tree before its sections are read: secrets are put in, variables and flags laid over it, keys
// checked against the table. Within load().
#include <string>
#include <vector>

#include "config/finding.hpp"
#include "config/load.hpp"
#include "config/yaml.hpp"

namespace bedplate::config {

/// Replaces `${NAME}` and `${file:path}` in every value; `$${` stands for `${`. A value that can't be made is broken.
void substitute(Yaml& root, const Sources& sources, std::vector<Finding>& findings);
/// BEDPLATE_SECTION_KEY variables, then flags. A list's value is YAML.
void override_keys(Yaml& root, const Sources& sources, std::vector<Finding>& findings);
/// Unknown keys with a suggestion, keys of features that are not built, and sections that are no maps.
void check_keys(Yaml& root, const std::string& file_name, std::vector<Finding>& findings);

}  // namespace bedplate::config
