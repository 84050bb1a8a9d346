#pragma once
// The command line's own table as plain data: what completion scripts and the manual page are made of, so that no
// second list of commands is kept by hand. Values; safe on any thread.
#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace bedplate::app {

/// What a shell may offer in an argument's place.
enum class Offer { kNothing, kChoices, kFiles, kFolders };

struct Argument {
  std::vector<std::string> names;    ///< `-h`, `--help`; of a positional its one name
  std::string value;                 ///< `FORMAT`; empty: a flag, or a positional
  std::string what;                  ///< one line
  std::vector<std::string> choices;  ///< the only values that are accepted; empty: any
  bool required = false;
  Offer offer = Offer::kNothing;
};

struct CommandEntry {
  std::vector<std::string> words;  ///< `admin key create`; empty: the program itself
  std::string what;
  std::vector<Argument> options;
  std::vector<Argument> positionals;  ///< in their order
  std::string footer;                 ///< `Examples:`, lines that begin with two spaces; then remarks
};

/// The program first, then each command before those below it, in the order of help.
using CommandTable = std::vector<CommandEntry>;

CommandTable read_commands(const CLI::App& app);

/// The commands right below `entry`, which is one of `table`.
std::vector<const CommandEntry*> commands_below(const CommandTable& table, const CommandEntry& entry);

/// `admin key create`.
std::string joined(std::span<const std::string> words, std::string_view between = " ");

}  // namespace bedplate::app
