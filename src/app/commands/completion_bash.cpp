// A case for each command, found by the words so far; in it one for the word before, if that is an option that wants
// a value.
#include "app/commands/completion.hpp"

namespace bedplate::app {
namespace {

/// The patterns of all commands but the program, each with a blank in front: as the script gathers its words.
std::string known_commands(const CommandTable& table) {
  std::string text;
  for (const auto& entry : table) {
    if (entry.words.empty()) continue;
    if (!text.empty()) text += " | ";
    text += "' " + joined(entry.words) + "'";
  }
  return text;
}

std::string bash_offering(const Argument& argument) {
  switch (argument.offer) {
    case Offer::kNothing:
      return "return";
    case Offer::kChoices:
      return "words='" + joined(argument.choices) + "'";
    case Offer::kFiles:
      return "files=-f";
    case Offer::kFolders:
      return "files=-d";
  }
  return "return";
}

/// Which of the positionals it is, options before it leave open: what any of them takes is offered.
std::string bash_offering(const std::vector<Argument>& positionals) {
  std::string files;
  for (const auto& argument : positionals)
    if (argument.offer == Offer::kFiles || (argument.offer == Offer::kFolders && files.empty()))
      files = argument.offer == Offer::kFiles ? "-f" : "-d";
  return files.empty() ? "" : " files=" + files;
}

void write_bash_command(std::string& out, const CommandTable& table, const CommandEntry& entry) {
  std::string names, values, words;
  for (const auto* below : commands_below(table, entry)) words += (words.empty() ? "" : " ") + below->words.back();
  for (const auto& option : entry.options) {
    names += (names.empty() ? "" : " ") + joined(option.names);
    if (!option.value.empty())
      values += "        " + joined(option.names, " | ") + ") " + bash_offering(option) + " ;;\n";
  }
  for (const auto& argument : entry.positionals) words += (words.empty() ? "" : " ") + joined(argument.choices);
  out += "    '" + (entry.words.empty() ? "" : " " + joined(entry.words)) + "')\n      case $before in\n" + values +
         "        *) words='" + words + "' options='" + names + "'" + bash_offering(entry.positionals) +
         " ;;\n      esac\n      ;;\n";
}

}  // namespace

std::string bash_completion(const CommandTable& table) {
  std::string out = R"SH(# Completes bedplate in bash; written by `bedplate completion bash`.
_bedplate() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} at='' words='' options='' files='' i
  # --format=json comes as three words.
  if [[ $word == '=' ]]; then
    word=''
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at ${COMP_WORDS[i]}" in
      )SH" + known_commands(table) +
                    R"SH() at+=" ${COMP_WORDS[i]}" ;;
    esac
  done
  case $at in
)SH";
  for (const auto& entry : table) write_bash_command(out, table, entry);
  return out + R"SH(  esac
  if [[ $word == -* || -z $words$files ]]; then words=$options files=''; fi
  mapfile -t COMPREPLY < <(compgen $files -W "$words" -- "$word")
}
complete -o filenames -F _bedplate bedplate
)SH";
}

}  // namespace bedplate::app
