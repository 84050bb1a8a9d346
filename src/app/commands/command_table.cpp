#include "app/commands/command_table.hpp"

#include <CLI/App.hpp>
#include <algorithm>

namespace bedplate::app {
namespace {

/// The type's name says what a validator accepts behind a colon: `FORMAT:{human,json,sarif}`.
void read_type(Argument& argument, const std::string& type) {
  argument.value = type.substr(0, type.find(':'));
  const auto open = type.find('{'), close = type.find('}');
  if (open == std::string::npos || close == std::string::npos) return;
  for (std::size_t at = open + 1; at < close;) {
    const auto end = std::min(type.find(',', at), close);
    argument.choices.push_back(type.substr(at, end - at));
    at = end + 1;
  }
}

Offer offer_of(const Argument& argument) {
  if (!argument.choices.empty()) return Offer::kChoices;
  const std::string& name = argument.value.empty() ? argument.names.front() : argument.value;
  if (name == "dir") return Offer::kFolders;
  return name == "file" || name == "place" || name.starts_with("FILE") ? Offer::kFiles : Offer::kNothing;
}

Argument read_argument(const CLI::Option& option) {
  Argument argument;
  argument.what = option.get_description();
  argument.required = option.get_required();
  for (const auto& name : option.get_snames()) argument.names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) argument.names.push_back("--" + name);
  if (option.get_positional()) argument.names.push_back(option.get_name(true));
  if (option.get_expected_max() > 0) read_type(argument, option.get_type_name());
  argument.offer = offer_of(argument);
  return argument;
}

void read_into(CommandTable& table, const CLI::App& app, const std::vector<std::string>& words) {
  CommandEntry entry{
      .words = words, .what = app.get_description(), .options = {}, .positionals = {}, .footer = app.get_footer()};
  for (const auto* option : app.get_options())
    (option->get_positional() ? entry.positionals : entry.options).push_back(read_argument(*option));
  table.push_back(std::move(entry));
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    auto deeper = words;
    deeper.push_back(command->get_name());
    read_into(table, *command, deeper);
  }
}

}  // namespace

CommandTable read_commands(const CLI::App& app) {
  CommandTable table;
  read_into(table, app, {});
  return table;
}

std::vector<const CommandEntry*> commands_below(const CommandTable& table, const CommandEntry& entry) {
  std::vector<const CommandEntry*> below;
  for (const auto& each : table)
    if (each.words.size() == entry.words.size() + 1 &&
        std::ranges::equal(entry.words, std::span(each.words).first(entry.words.size())))
      below.push_back(&each);
  return below;
}

std::string joined(std::span<const std::string> words, std::string_view between) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : between).append(word);
  return text;
}

}  // namespace bedplate::app
