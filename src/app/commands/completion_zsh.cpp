// A case for each command, which gives _arguments what it takes; the words of the command itself are shifted away
// first.
#include "app/commands/completion.hpp"

namespace bedplate::app {
namespace {

/// Inside single quotes.
std::string zsh_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

/// For a part of _arguments' specifications, where brackets and colons mean something.
std::string spec_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(const Argument& argument) {
  switch (argument.offer) {
    case Offer::kNothing:
      return " ";
    case Offer::kChoices:
      return "(" + joined(argument.choices) + ")";
    case Offer::kFiles:
      return "_files";
    case Offer::kFolders:
      return "_files -/";
  }
  return " ";
}

void write_zsh_arguments(std::string& out, const CommandEntry& entry, bool commands) {
  out += "      _arguments -S -s";
  for (const auto& option : entry.options)
    for (const auto& name : option.names) {
      // A flag is offered once, by one of its names.
      std::string spec = option.value.empty() ? "(" + joined(option.names) + ")" + name : "*" + name + "=";
      spec += "[" + spec_escaped(option.what) + "]";
      if (!option.value.empty()) spec += ":" + spec_escaped(option.value) + ":" + zsh_action(option);
      out += " \\\n        " + zsh_quoted(spec);
    }
  for (const auto& argument : entry.positionals)
    out += " \\\n        " + zsh_quoted((argument.required ? ":" : "::") + spec_escaped(argument.names.front()) + ":" +
                                        zsh_action(argument));
  if (commands) out += " \\\n        ':command:->command'";
  out += "\n";
}

void write_zsh_commands(std::string& out, const CommandTable& table, const CommandEntry& entry) {
  const auto below = commands_below(table, entry);
  if (below.empty()) return;
  out += "      commands=(";
  for (const auto* each : below) out += "\n        " + zsh_quoted(spec_escaped(each->words.back()) + ":" + each->what);
  out += ")\n      [[ $state != command ]] || _describe command commands\n";
}

}  // namespace

std::string zsh_completion(const CommandTable& table) {
  std::string known;
  for (const auto& entry : table)
    if (!entry.words.empty()) known += (known.empty() ? "' " : " | ' ") + joined(entry.words) + "'";
  std::string out = R"SH(#compdef bedplate
# Completes bedplate in zsh; written by `bedplate completion zsh`.
_bedplate() {
  local at='' state='' line i
  local -a commands
  typeset -A opt_args
  for ((i = 2; i < CURRENT; i++)); do
    case "$at $words[i]" in
      ()SH" + known +
                    R"SH() at+=" $words[i]" ;;
      (*) break ;;
    esac
  done
  shift $((i - 2)) words
  ((CURRENT -= i - 2))
  case $at in
)SH";
  for (const auto& entry : table) {
    out += "    (" + zsh_quoted(entry.words.empty() ? "" : " " + joined(entry.words)) + ")\n";
    write_zsh_arguments(out, entry, !commands_below(table, entry).empty());
    write_zsh_commands(out, table, entry);
    out += "      ;;\n";
  }
  return out + R"SH(  esac
}
if [[ $funcstack[1] == _bedplate ]]; then _bedplate "$@"; else compdef _bedplate bedplate; fi
)SH";
}

}  // namespace bedplate::app
