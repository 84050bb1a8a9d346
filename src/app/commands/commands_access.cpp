#include "app/commands/access.hpp"
#include "app/commands/command.hpp"

namespace bedplate::app {
namespace {

void add_access(CLI::App& parent, const World& world, Run& run) {
  auto* access = parent.add_subcommand("access", "Tell who may do what, and which rule decides it");
  access->require_subcommand(1);
  access->footer("Examples:\n  bedplate access explain shop orders --operation UPDATE --role STAFF\n");
  const Command<ExplainOptions> command(
      *access, "explain", "Explain an operation for a caller: verdict and rules, per field", run_explain, world, run);
  command.folder(command->directory)->required();
  command.option("resource", command->resource, "The resource, as in its path: orders", "")->required();
  command.option("--operation", command->operation, "READ, CREATE, UPDATE, DELETE or PURGE (default: READ)", "VERB");
  command.option("--row", command->row, "Of this row, which the caller has to read; a key, as in its path", "KEY");
  add_caller(command);
  command.flag("--anonymous", command->anonymous, "Nobody in particular (the default where nothing is said)");
  command.option("--database", command->database, kDatabase, "URL");
  command.flag("--json", command->json, "Print JSON");
  command.examples(R"TEXT(  bedplate access explain shop products
  bedplate access explain shop orders --operation UPDATE --role STAFF
  bedplate access explain shop customers --operation UPDATE --id ada --row ada
)TEXT");
}

}  // namespace

void add_access_commands(CLI::App& app, const World& world, Run& run) { add_access(app, world, run); }

}  // namespace bedplate::app
