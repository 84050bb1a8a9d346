#pragma once
// What is wrong in the configuration, one sentence and how to mend it. Never holds a secret: values that came from the
// environment or a file, and those of secret keys, are not quoted. A value.
#include <string>

#include "base/error.hpp"

namespace bedplate::config {

struct Finding {
  std::string source;  ///< the file's name, or the variable or flag that said it
  Position position;   ///< in the file; line 0 for variables and flags
  std::string message;
  std::string hint;

  /// `bedplate.yaml:3:9: message` and, on a line of its own, the hint.
  std::string text() const;
};

}  // namespace bedplate::config
