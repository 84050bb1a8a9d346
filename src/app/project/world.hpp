#pragma once
// World: what the program has from outside: terminal, time, randomness, environment. Made by main() alone and handed
// down, so that everything below stays replayable. Outlives all commands.
#include <cstdio>
#include <map>
#include <string>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/random.hpp"

namespace bedplate::app {

using Environment = std::map<std::string, std::string, std::less<>>;

struct World {
  std::string program;       ///< as it was called, for commands to paste
  std::FILE* out = nullptr;  ///< results
  std::FILE* err = nullptr;  ///< findings, errors, the log
  bool color_out = false;
  bool color_err = false;
  const Clock& clock;
  Random& random;
  const Environment environment;
};

/// Exit codes of every command.
inline constexpr int kFine = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;

/// Writes to `file`, ignoring a reader that has left.
void print(std::FILE* file, std::string_view text);
/// `error: what`, then where and how to mend it, for a person. `subject`: the file or database it is about; may be
/// empty.
void print_error(const World& world, const Error& error, std::string_view subject = {});
std::string error_text(const Error& error, std::string_view subject, bool color);

}  // namespace bedplate::app
