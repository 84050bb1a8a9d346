#include "app/commands/cli.hpp"

#include <algorithm>

#include "app/commands/command.hpp"
#include "base/text.hpp"

namespace bedplate::app {
namespace {

bool has_command(const CLI::App& app, std::string_view word) {
  return !app.get_subcommands([&](const CLI::App* command) { return command->get_name() == word; }).empty();
}

std::string unknown_command(const CLI::App& app, std::string_view word) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  const std::vector<std::string_view> known(names.begin(), names.end());
  const auto near = did_you_mean(word, known);
  std::string text = "There is no command '" + std::string(word) + "'";
  text += near.empty() ? ".\n" : "; did you mean " + std::string(near) + "?\n";
  return text + "bedplate --help lists the commands.\n";
}

/// The command that `words` lead to.
const CLI::App* innermost(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return at;
}

/// For the first word that looks like an option and is none; empty: nothing is near.
std::string option_hint(const CLI::App& app, int count, const char* const* words) {
  std::vector<std::string> names;
  for (const auto* option : innermost(app)->get_options())
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  const std::vector<std::string_view> known(names.begin(), names.end());
  for (int i = 1; i < count; ++i) {
    std::string_view word(words[i]);
    word = word.substr(0, word.find('='));
    if (!word.starts_with("--") || word.size() == 2 || std::ranges::find(known, word) != known.end()) continue;
    if (const auto near = did_you_mean(word, known); !near.empty())
      return "Instead of " + std::string(word) + ", did you mean " + std::string(near) + "?\n";
  }
  return {};
}

}  // namespace

int run_cli(int count, const char* const* words, const World& world) {
  CLI::App app("One GraphQL schema file becomes a production backend.", "bedplate");
  app.set_version_flag("--version", std::string("bedplate ") + BEDPLATE_VERSION, "Print the version");
  app.set_help_flag("-h,--help", "Print help");
  app.require_subcommand(1);
  app.footer(R"TEXT(Examples:
  bedplate new notes                 a folder with a schema to begin with
  bedplate dev examples/shop         create its database, serve it on loopback with a development key
  bedplate check shop                every finding about shop/schema.graphql
  bedplate serve shop --database sqlite:shop.db

bedplate <command> --help tells more. Exit codes: 0 fine, 1 failed or errors found, 2 wrong usage.
)TEXT");
  app.get_formatter()->column_width(32);
  Run run;
  add_project_commands(app, world, run);
  add_serving_commands(app, world, run);
  add_data_commands(app, world, run);
  add_access_commands(app, world, run);
  add_shell_commands(app, world, run);
  if (count > 1 && words[1][0] != '-' && !has_command(app, words[1])) {
    print(world.err, unknown_command(app, words[1]));
    return kUsage;
  }
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& stop) {
    // --help and --version stop the parse too, with code 0.
    std::ostringstream out, err;
    const int code = app.exit(stop, out, err);
    print(world.out, out.str());
    print(world.err, err.str());
    if (code != 0) print(world.err, option_hint(app, count, words));
    return code == 0 ? kFine : kUsage;
  }
  return run();
}

}  // namespace bedplate::app
