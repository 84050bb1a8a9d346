// The program's edge: the one place that sees the terminal, the clock, the kernel's randomness and the environment.
#include <csignal>
#include <cstdlib>
#include <unistd.h>

#include "app/commands/cli.hpp"
#include "app/project/system_random.hpp"
#include "net/system_clock.hpp"

extern char** environ;

namespace {

bedplate::app::Environment environment() {
  bedplate::app::Environment out;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view entry(*each);
    const auto equals = entry.find('=');
    if (equals != std::string_view::npos) out.emplace(entry.substr(0, equals), entry.substr(equals + 1));
  }
  return out;
}

}  // namespace

int main(int count, char** words) {
  // A reader that left (a pipe into head, a client) is an error of that write, never the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  const bedplate::net::SystemClock clock;
  bedplate::app::SystemRandom random;
  auto variables = environment();
  const bool plain = variables.contains("NO_COLOR");
  const bedplate::app::World world{.program = count > 0 ? words[0] : "bedplate",
                                   .out = stdout,
                                   .err = stderr,
                                   .color_out = !plain && ::isatty(STDOUT_FILENO) == 1,
                                   .color_err = !plain && ::isatty(STDERR_FILENO) == 1,
                                   .clock = clock,
                                   .random = random,
                                   .environment = std::move(variables)};
  const int code = bedplate::app::run_cli(count, words, world);
  return std::fflush(stdout) == 0 || code != bedplate::app::kFine ? code : bedplate::app::kFailed;
}
