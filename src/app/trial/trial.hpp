#pragma once
// `bedplate test`: contract tests made from the model, asked of a node that is thrown away afterwards: every operation
// of every type as everybody whom the rules tell apart, and the edges of what fields may hold.
#include <cstdint>
#include <string>

#include "app/project/world.hpp"

namespace bedplate::app {

struct TrialOptions {
  std::string directory = ".";
  std::string filter;  ///< of the names of trials; empty: all
  std::string junit;   ///< a file to write; empty: none
  std::uint64_t seed = 42;
  bool json = false;
  bool keep = false;    ///< the node stays until a signal
  bool matrix = false;  ///< what each caller may do, and no trials
};

int run_test(const TrialOptions& options, const World& world);

}  // namespace bedplate::app
