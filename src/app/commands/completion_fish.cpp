// A line for each thing that may stand behind a command, under the condition that the words so far lead to it.
#include "app/commands/completion.hpp"

namespace bedplate::app {
namespace {

std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_values(const Argument& argument) {
  switch (argument.offer) {
    case Offer::kNothing:
      return "";
    case Offer::kChoices:
      return " -a " + fish_quoted(joined(argument.choices));
    case Offer::kFiles:
      return " -F";
    case Offer::kFolders:
      return " -a '(__fish_complete_directories)'";
  }
  return "";
}

void write_fish_command(std::string& out, const CommandTable& table, const CommandEntry& entry) {
  const std::string line = "complete -c bedplate -n " +
                           fish_quoted("__bedplate_at" + (entry.words.empty() ? "" : " " + joined(entry.words)));
  for (const auto* below : commands_below(table, entry))
    out += line + " -a " + below->words.back() + " -d " + fish_quoted(below->what) + "\n";
  for (const auto& option : entry.options) {
    out += line;
    for (const auto& name : option.names)
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.value.empty()) out += (option.offer == Offer::kFiles ? " -r" : " -x") + fish_values(option);
    out += " -d " + fish_quoted(option.what) + "\n";
  }
  for (const auto& argument : entry.positionals)
    if (argument.offer != Offer::kNothing) out += line + fish_values(argument) + "\n";
}

}  // namespace

std::string fish_completion(const CommandTable& table) {
  std::string known;
  for (const auto& entry : table)
    if (!entry.words.empty()) known += " " + fish_quoted(joined(entry.words));
  std::string out = R"SH(# Completes bedplate in fish; written by `bedplate completion fish`.
function __bedplate_at
  set -l at
  for word in (commandline -opc)[2..-1]
    if contains -- (string join -- ' ' $at $word))SH" +
                    known + R"SH(
      set -a at $word
    end
  end
  test "$at" = "$argv"
end
complete -c bedplate -f
)SH";
  for (const auto& entry : table) write_fish_command(out, table, entry);
  return out;
}

}  // namespace bedplate::app
