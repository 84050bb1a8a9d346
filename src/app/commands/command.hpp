#pragma once
// What the files that describe commands to CLI11 (commands_*.cpp) share: a command with its options, and words that
// several take. Included by them and by cli.cpp alone, since CLI11 costs every file that sees it seconds.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <functional>
#include <memory>

#include "app/project/world.hpp"

namespace bedplate::app {

/// What the words of the command line ask for; empty until they are parsed.
using Run = std::function<int()>;

/// A command with its own options; `run` is set when it is the one that was asked for.
template <class Options>
class Command {
 public:
  Command(CLI::App& parent, const char* name, const char* what, int (*function)(const Options&, const World&),
          const World& world, Run& run)
      : app_(parent.add_subcommand(name, what)), options_(std::make_shared<Options>()) {
    app_->callback(
        [options = options_, function, &world, &run] { run = [=, &world] { return function(*options, world); }; });
  }
  CLI::App& app() const { return *app_; }
  Options* operator->() const { return options_.get(); }
  template <class T>
  CLI::Option* option(const char* names, T& into, const char* what, const char* value) const {
    return app_->add_option(names, into, what)->type_name(value);
  }
  CLI::Option* flag(const char* names, bool& into, const char* what) const { return app_->add_flag(names, into, what); }
  CLI::Option* folder(std::string& into) const {
    return app_->add_option("dir", into, "Folder with schema.graphql and, if there is one, bedplate.yaml (default: .)")
        ->type_name("");
  }
  void examples(const char* text) const { app_->footer(std::string("Examples:\n") + text); }

 private:
  CLI::App* app_;
  std::shared_ptr<Options> options_;
};

inline constexpr const char* kListen = "Address and port, for example 127.0.0.1:8080 (default: the configuration's)";
inline constexpr const char* kDatabase =
    "sqlite:path or postgres://… (default: the configuration's, else sqlite:data/app.db)";

/// Who asks, in the words of a token.
template <class Options>
void add_caller(const Command<Options>& command) {
  command.option("--role,--roles", command->roles, "A role; may be repeated, or a comma between two", "ROLE")
      ->delimiter(',')
      ->expected(1)
      ->take_all();
  command.option("--id", command->id, "Who: auth.id", "ID");
  command.option("--tenant", command->tenant, "Whose data: auth.tenant", "TENANT");
  command.option("--scope", command->scopes, "A scope; may be repeated", "SCOPE")->expected(1)->take_all();
  command
      .option("--claim", command->claims, "A further claim; a value that is JSON stays so; may be repeated",
              "NAME=VALUE")
      ->expected(1)
      ->take_all();
}

/// Each adds its commands to `app`; `world` and `run` must outlive the parse and the run.
void add_project_commands(CLI::App& app, const World& world, Run& run);  ///< new, check, test, generate
void add_serving_commands(CLI::App& app, const World& world, Run& run);  ///< dev, serve, token
void add_data_commands(CLI::App& app, const World& world, Run& run);     ///< seed, admin
void add_access_commands(CLI::App& app, const World& world, Run& run);   ///< access
void add_shell_commands(CLI::App& app, const World& world, Run& run);    ///< completion, manual

}  // namespace bedplate::app
