#include "app/commands/completion.hpp"

namespace bedplate::app {

int run_completion(const CompletionOptions& options, const World& world) {
  const auto table = options.commands();
  if (options.shell == "bash") return print(world.out, bash_completion(table)), kFine;
  if (options.shell == "zsh") return print(world.out, zsh_completion(table)), kFine;
  return print(world.out, fish_completion(table)), kFine;
}

}  // namespace bedplate::app
