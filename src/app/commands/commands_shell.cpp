#include "app/commands/command.hpp"
#include "app/commands/completion.hpp"
#include "app/commands/manual.hpp"

namespace bedplate::app {
namespace {

void add_completion(CLI::App& app, const World& world, Run& run) {
  const Command<CompletionOptions> command(app, "completion", "Print a script that completes commands in your shell",
                                           run_completion, world, run);
  command.option("shell", command->shell, "Whose script: bash, zsh or fish", "SHELL")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->commands = [&app] { return read_commands(app); };
  command.examples(R"TEXT(  source <(bedplate completion bash)
  bedplate completion zsh > ~/.zfunc/_bedplate
  bedplate completion fish > ~/.config/fish/completions/bedplate.fish
)TEXT");
}

void add_manual(CLI::App& app, const World& world, Run& run) {
  const Command<ManualOptions> command(app, "manual", "Print the manual page, for man", run_manual, world, run);
  command->commands = [&app] { return read_commands(app); };
  command.examples("  bedplate manual | man -l -\n");
}

}  // namespace

void add_shell_commands(CLI::App& app, const World& world, Run& run) {
  add_completion(app, world, run);
  add_manual(app, world, run);
}

}  // namespace bedplate::app
