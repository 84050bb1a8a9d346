#include "app/commands/check.hpp"
#include "app/commands/command.hpp"
#include "app/commands/generate.hpp"
#include "app/commands/new.hpp"
#include "app/trial/trial.hpp"

namespace bedplate::app {
namespace {

void add_new(CLI::App& parent, const World& world, Run& run) {
  const Command<NewOptions> command(parent, "new", "Make a folder with a schema that can be served at once", run_new,
                                    world, run);
  command.option("dir", command->directory, "The new folder, or one that has none of these files", "")->required();
  command
      .option("--template", command->from, "What to begin with: minimal (the default), shop or multi-tenant",
              "TEMPLATE")
      ->check(CLI::IsMember(template_names()));
  command.examples(R"TEXT(  bedplate new notes
  bedplate new shop --template shop
  bedplate new crm --template multi-tenant

Writes schema.graphql, bedplate.yaml with its settings as comments, README.md with requests to try, bedplate.graphql
and .graphqlrc.yml for editors, .gitignore; shop and multi-tenant also seed.sql. It overwrites nothing.
)TEXT");
}

void add_check(CLI::App& parent, const World& world, Run& run) {
  const Command<CheckOptions> command(
      parent, "check", "Check a schema file and the folder's bedplate.yaml: every finding at once, with its mend",
      run_check, world, run);
  command.option("place", command->place, "Folder with a schema.graphql, or a schema file (default: .)", "");
  command.option("--format", command->format, "How to print findings: human, json or sarif", "FORMAT")
      ->check(CLI::IsMember({"human", "json", "sarif"}));
  command.option("--against", command->against,
                 "Also find what breaks clients of this released schema: a file or a git revision", "FILE|REVISION");
  command.flag("--strict", command->strict, "Findings fail too, not errors alone");
  command.flag("--print-prelude", command->print_prelude,
               "Print the definitions of Bedplate's directives and scalars, for editors and linters");
  command.examples(R"TEXT(  bedplate check shop
  bedplate check shop --strict --against v1.2.0
  bedplate check shop --format sarif > findings.sarif
  bedplate check --print-prelude > bedplate.graphql

Findings go to standard output in every format; what keeps it from checking at all goes to standard error.
)TEXT");
}

void add_test(CLI::App& parent, const World& world, Run& run) {
  const Command<TrialOptions> command(
      parent, "test", "Test that the API does what the schema says: every operation and rule, as everybody", run_test,
      world, run);
  command.folder(command->directory);
  command.option("--filter", command->filter, "Only tests with this in their name: Order.update", "TEXT");
  command.option("--junit", command->junit, "Also write the results as JUnit XML, for CI", "FILE");
  command.option("--seed", command->seed, "The same number makes the same rows and tests (default: 42)", "NUMBER");
  command.flag("--json", command->json, "Print JSON");
  command.flag("--matrix", command->matrix, "Print what each caller may do with each type, and test nothing");
  command.flag("--keep", command->keep, "Leave the node there afterwards, for the curl lines of what failed");
  command.examples(R"TEXT(  bedplate test shop
  bedplate test shop --filter Order.update
  bedplate test shop --junit results.xml
  bedplate test shop --matrix

A node of its own serves made-up rows from a temporary database on a free port of 127.0.0.1. It is asked as nobody, as
somebody known and as each role, and its answers are compared with the rules, evaluated row by row. Neither the project's
database nor its configuration is looked at.
)TEXT");
}

void add_generate(CLI::App& parent, const World& world, Run& run) {
  auto* generate = parent.add_subcommand("generate", "Print what others read of a schema");
  generate->require_subcommand(1);
  generate->footer("Examples:\n  bedplate generate openapi shop > openapi.json\n");
  const Command<OpenapiOptions> command(*generate, "openapi", "Print the OpenAPI 3.1 document of the REST API",
                                        run_generate_openapi, world, run);
  command.folder(command->directory);
  command.examples("  bedplate generate openapi shop > openapi.json\n");
}

}  // namespace

void add_project_commands(CLI::App& app, const World& world, Run& run) {
  add_new(app, world, run);
  add_check(app, world, run);
  add_test(app, world, run);
  add_generate(app, world, run);
}

}  // namespace bedplate::app
