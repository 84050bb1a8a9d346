#pragma once
// The command line: what commands there are, what each takes, its help. Parses and runs one command.
#include "app/project/world.hpp"

namespace bedplate::app {

/// The program's exit code. `words`: the arguments without the program's name.
int run_cli(int count, const char* const* words, const World& world);

}  // namespace bedplate::app
