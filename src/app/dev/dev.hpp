#pragma once
// `bedplate dev`: serves a folder on loopback while it is being written: development key, denials that name the
// missing rule, a database that is made and grows, commands to paste.
#include <string>

#include "app/project/world.hpp"

namespace bedplate::app {

struct DevOptions {
  std::string directory = ".";
  std::string listen, database;  ///< empty: the configuration's; listen is always a loopback address
};

int run_dev(const DevOptions& options, const World& world);

}  // namespace bedplate::app
