#pragma once
// Asks the git program for a file as it was. Blocking; for commands only.
#include <string>

#include "base/result.hpp"

namespace bedplate::app {

/// The text of `path` at `revision` in the repository that holds it. kInvalidConfiguration when there is none.
Result<std::string> git_show(const std::string& revision, const std::string& path);

}  // namespace bedplate::app
