#include "app/cli.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>

#include "app/access.hpp"
#include "app/admin.hpp"
#include "app/backup.hpp"
#include "app/check.hpp"
#include "app/completion.hpp"
#include "app/dev.hpp"
#include "app/generate.hpp"
#include "app/manual.hpp"
#include "app/new.hpp"
#include "app/seed.hpp"
#include "app/serve.hpp"
#include "app/token.hpp"
#include "base/text.hpp"

namespace bedplate::app {
namespace {

using Run = std::function<int()>;

/// A command with its own options; `run` is set when it is the one that was asked for.
template <class Options>
class Command {
 public:
  Command(CLI::App& parent, const char* name, const char* what, int (*function)(const Options&, const World&),
          const World& world, Run& run)
      : app_(parent.add_subcommand(name, what)), options_(std::make_shared<Options>()) {
    app_->callback(
        [options = options_, function, &world, &run] { run = [=, &world] { return function(*options, world); }; });
  }
  CLI::App& app() const { return *app_; }
  Options* operator->() const { return options_.get(); }
  template <class T>
  CLI::Option* option(const char* names, T& into, const char* what, const char* value) const {
    return app_->add_option(names, into, what)->type_name(value);
  }
  CLI::Option* flag(const char* names, bool& into, const char* what) const { return app_->add_flag(names, into, what); }
  CLI::Option* folder(std::string& into) const {
    return app_->add_option("dir", into, "Folder with schema.graphql and, if there is one, bedplate.yaml (default: .)")
        ->type_name("");
  }
  void examples(const char* text) const { app_->footer(std::string("Examples:\n") + text); }

 private:
  CLI::App* app_;
  std::shared_ptr<Options> options_;
};

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

/// Who asks, in the words of a token.
template <class Options>
void add_caller(const Command<Options>& command) {
  command.option("--role,--roles", command->roles, "A role; may be repeated, or a comma between two", "ROLE")
      ->delimiter(',')
      ->expected(1)
      ->take_all();
  command.option("--id", command->id, "Who: auth.id", "ID");
  command.option("--tenant", command->tenant, "Whose data: auth.tenant", "TENANT");
  command.option("--scope", command->scopes, "A scope; may be repeated", "SCOPE")->expected(1)->take_all();
  command
      .option("--claim", command->claims, "A further claim; a value that is JSON stays so; may be repeated",
              "NAME=VALUE")
      ->expected(1)
      ->take_all();
}

void add_token(CLI::App& parent, const World& world, Run& run) {
  const Command<TokenOptions> command(parent, "token", "Mint a token that `bedplate dev` accepts for a day", run_token,
                                      world, run);
  command.folder(command->directory);
  add_caller(command);
  command.examples(R"TEXT(  bedplate token shop --role STAFF
  bedplate token shop --id ada --claim plan=gold --claim level=7
  curl http://127.0.0.1:8080/api/orders -H "Authorization: Bearer $(bedplate token shop --id ada)")TEXT");
}

constexpr const char* kListen = "Address and port, for example 127.0.0.1:8080 (default: the configuration's)";
constexpr const char* kDatabase = "sqlite:path or postgres://… (default: the configuration's, else sqlite:data/app.db)";

void add_serve(CLI::App& parent, const World& world, Run& run) {
  const Command<ServeOptions> command(parent, "serve", "Serve a schema in production", run_serve, world, run);
  command.folder(command->directory);
  command.option("--listen", command->listen, kListen, "ADDRESS");
  command.option("--database", command->database, kDatabase, "URL");
  command.flag("--migrate", command->migrate,
               "Add the tables, columns, uniques and checks that a populated database lacks; no row is dropped");
  command.flag("--take-over", command->take_over,
               "Take the listening sockets from the process that serves the same SQLite file; it drains and ends");
  command.examples(R"TEXT(  bedplate serve shop
  bedplate serve shop --listen 0.0.0.0:8080 --database postgres://shop@localhost/shop
  bedplate serve examples/chinook --database sqlite:Chinook.sqlite

An empty database gets the schema's tables; a populated one must have them, or serve says what differs and ends.
SIGTERM and SIGINT drain: no new connections, requests under way are answered.
--take-over restarts without a refused connection: requests wait while the former process ends.
)TEXT");
}

void add_dev(CLI::App& parent, const World& world, Run& run) {
  const Command<DevOptions> command(
      parent, "dev", "Serve on loopback with a development key, follow what you save; denials explain themselves",
      run_dev, world, run);
  command.folder(command->directory);
  command.option("--listen", command->listen,
                 "A loopback address and port (default: 127.0.0.1 and the configured port)", "ADDRESS");
  command.option("--database", command->database, kDatabase, "URL");
  command.examples(R"TEXT(  bedplate dev examples/shop
  bedplate dev notes --listen 127.0.0.1:8081

Makes the database where there is none, runs <dir>/seed.sql in a new one, brings it to what the schema says. What you
save is served at once, if it can be; the browser shows the same errors as the terminal.
Tokens for it: bedplate token <dir> --role STAFF
)TEXT");
}

void add_seed(CLI::App& parent, const World& world, Run& run) {
  const Command<SeedOptions> command(parent, "seed", "Fill a database with made-up rows that make sense", run_seed,
                                     world, run);
  command.folder(command->directory);
  command
      .option("--rows", command->rows,
              "How many in all (default: 1000), or of each type: its resource, = and a number, a comma between two",
              "N|NAME=N")
      ->delimiter(',')
      ->expected(1)
      ->take_all();
  command.option("--seed", command->seed, "The same number makes the same rows (default: 42)", "NUMBER");
  command.option("--now", command->now, "The latest date of what happened (default: 2026-01-01T00:00:00Z)", "INSTANT");
  command.flag("--append", command->append, "Also where there are rows: adds new ones beside them");
  command.option("--database", command->database, kDatabase, "URL");
  command.examples(R"TEXT(  bedplate seed examples/shop
  bedplate seed shop --rows 1000000 --database sqlite:large.db
  bedplate seed shop --rows customers=100,orders=1000 --seed 7
  bedplate seed shop --rows 500 --append

Rows come from the schema alone and obey it: types, constraints, uniques, relations, tenants. An empty database gets its
tables first. A database that is being served is filled by the process that serves it.
)TEXT");
}

void add_place(CLI::App& app, AdminPlace& place) {
  app.add_option("dir", place.directory, "Folder with schema.graphql (default: .)")->type_name("");
  app.add_option("--database", place.database, kDatabase)->type_name("URL");
}

void add_backup(CLI::App& admin, const World& world, Run& run) {
  const Command<BackupOptions> backup(admin, "backup", "Copy an SQLite database to a file, also while it is served",
                                      run_backup, world, run);
  backup.option("file", backup->file, "The new file", "")->required();
  add_place(backup.app(), backup->place);
  backup.examples(R"TEXT(  bedplate admin backup shop.backup shop
  bedplate admin backup "/backups/shop-$(date +%F).db" shop

The copy is one moment's: all that was acknowledged before, nothing by halves. It is checked, and only its owner may
read it. Reads and writes go on meanwhile.
)TEXT");

  const Command<RestoreOptions> restore(
      admin, "restore", "Put a backup in the place of an SQLite database that nobody serves", run_restore, world, run);
  restore.option("file", restore->file, "A file that backup made", "")->required();
  add_place(restore.app(), restore->place);
  restore.examples(R"TEXT(  bedplate admin restore shop.backup shop
  bedplate admin restore /backups/shop-2026-05-01.db shop --database sqlite:shop.db

The backup is checked first. The database that was there is kept beside it as <file>.before-restore-<time>.
)TEXT");
}

void add_admin(CLI::App& parent, const World& world, Run& run) {
  auto* admin = parent.add_subcommand("admin", "API keys; backups of an SQLite database");
  admin->require_subcommand(1);
  admin->footer(
      "Examples:\n  bedplate admin key create shop --roles STAFF\n  bedplate admin key list shop\n"
      "  bedplate admin backup shop.backup shop\n");
  add_backup(*admin, world, run);
  auto* key = admin->add_subcommand("key", "API keys: bp_…, kept as hashes");
  key->require_subcommand(1);
  key->footer("Examples:\n  bedplate admin key create shop --roles STAFF\n  bedplate admin key revoke KEY shop\n");

  const Command<KeyCreateOptions> create(*key, "create", "Make a key and print it once", run_key_create, world, run);
  add_place(create.app(), create->place);
  create.option("--role,--roles", create->roles, "A role; may be repeated, or a comma between two", "ROLE")
      ->delimiter(',')
      ->expected(1)
      ->take_all();
  create.option("--scope", create->scopes, "A scope; may be repeated", "SCOPE")->expected(1)->take_all();
  create.option("--id", create->id, "Who it acts as: auth.id", "ID");
  create.option("--tenant", create->tenant, "Whose data: auth.tenant", "TENANT");
  create.option("--days", create->days, "Days until it expires (default: never)", "DAYS")->check(CLI::Range(1, 36500));
  create.examples(R"TEXT(  bedplate admin key create shop --roles STAFF
  bedplate admin key create shop --roles STAFF,CUSTOMER --id ada --days 90
  key=$(bedplate admin key create shop --roles STAFF); curl http://127.0.0.1:8080/api/orders -H "apikey: $key"
)TEXT");

  const Command<KeyListOptions> list(*key, "list", "List keys: ids, roles, times; never the keys", run_key_list, world,
                                     run);
  add_place(list.app(), list->place);
  list.flag("--json", list->json, "Print JSON");
  list.examples("  bedplate admin key list shop\n  bedplate admin key list shop --json\n");

  const Command<KeyRevokeOptions> revoke(*key, "revoke", "Revoke a key for good, at once", run_key_revoke, world, run);
  revoke.option("key", revoke->key, "The key's id, as list prints it", "")->required();
  add_place(revoke.app(), revoke->place);
  revoke.examples("  bedplate admin key revoke abcdefgh23456722 shop\n");
}

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

void add_generate(CLI::App& parent, const World& world, Run& run) {
  auto* generate = parent.add_subcommand("generate", "Print what others read of a schema");
  generate->require_subcommand(1);
  generate->footer("Examples:\n  bedplate generate openapi shop > openapi.json\n");
  const Command<OpenapiOptions> command(*generate, "openapi", "Print the OpenAPI 3.1 document of the REST API",
                                        run_generate_openapi, world, run);
  command.folder(command->directory);
  command.examples("  bedplate generate openapi shop > openapi.json\n");
}

void add_completion(CLI::App& app, const World& world, Run& run) {
  const Command<CompletionOptions> command(app, "completion", "Print a script that completes commands in your shell",
                                           run_completion, world, run);
  command.option("shell", command->shell, "Whose script: bash, zsh or fish", "SHELL")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->commands = [&app] { return read_commands(app); };
  command.examples(R"TEXT(  source <(bedplate completion bash)
  bedplate completion zsh > ~/.zfunc/_bedplate
  bedplate completion fish > ~/.config/fish/completions/bedplate.fish
)TEXT");
}

void add_manual(CLI::App& app, const World& world, Run& run) {
  const Command<ManualOptions> command(app, "manual", "Print the manual page, for man", run_manual, world, run);
  command->commands = [&app] { return read_commands(app); };
  command.examples("  bedplate manual | man -l -\n");
}

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
  add_new(app, world, run);
  add_dev(app, world, run);
  add_serve(app, world, run);
  add_check(app, world, run);
  add_token(app, world, run);
  add_seed(app, world, run);
  add_admin(app, world, run);
  add_access(app, world, run);
  add_generate(app, world, run);
  add_completion(app, world, run);
  add_manual(app, world, run);
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
