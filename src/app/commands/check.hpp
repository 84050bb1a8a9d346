#pragma once
// `bedplate check`: every finding about a schema file at once.
#include <string>

#include "app/project/world.hpp"

namespace bedplate::app {

struct CheckOptions {
  std::string place = ".";  ///< a folder or a schema file
  std::string format = "human";
  std::string against;  ///< a released schema: a file or a git revision; empty: none
  bool strict = false;  ///< findings fail too
  bool print_prelude = false;
};

int run_check(const CheckOptions& options, const World& world);

}  // namespace bedplate::app
