#pragma once
// `bedplate new`: a folder with a schema that can be served at once.
#include <string>
#include <vector>

#include "app/project/world.hpp"

namespace bedplate::app {

struct NewOptions {
  std::string directory;
  std::string from = "minimal";  ///< one of template_names()
};

/// In alphabetical order.
std::vector<std::string> template_names();

/// Makes the folder where there is none. Writes nothing at all where one of the files is there already.
int run_new(const NewOptions& options, const World& world);

}  // namespace bedplate::app
