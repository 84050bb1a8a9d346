#pragma once
// `bedplate completion bash | zsh | fish`: a script that completes commands, options and their values in that shell.
// The writers are pure.
#include <functional>
#include <string>

#include "app/commands/command_table.hpp"
#include "app/project/world.hpp"

namespace bedplate::app {

struct CompletionOptions {
  std::string shell;
  std::function<CommandTable()> commands;
};

int run_completion(const CompletionOptions& options, const World& world);

/// Needs bash alone, not the functions of bash-completion; to be sourced, or put where that finds it by its name.
std::string bash_completion(const CommandTable& table);
/// To be sourced after compinit, or put into a folder of $fpath as `_bedplate`.
std::string zsh_completion(const CommandTable& table);
std::string fish_completion(const CommandTable& table);

}  // namespace bedplate::app
