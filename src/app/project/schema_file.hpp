#pragma once
// The schema file of a folder, and what is released of it: a file or its text at a git revision.
#include <string>

#include "base/result.hpp"

namespace bedplate::app {

/// `place` itself, or `schema.graphql` below it where it is a folder.
std::string schema_path(const std::string& place);
/// Errors: kInvalidConfiguration, with a hint where a folder has no schema file.
Result<std::string> read_schema(const std::string& path);

struct Released {
  std::string name;  ///< for messages: the file, or `<revision>:schema.graphql`
  std::string text;
};
/// `against`: a file, or a git revision of the repository that `path` lies in.
Result<Released> read_released(const std::string& against, const std::string& path);

}  // namespace bedplate::app
