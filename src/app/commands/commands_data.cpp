#include "app/commands/admin.hpp"
#include "app/commands/backup.hpp"
#include "app/commands/command.hpp"
#include "app/seed/seed.hpp"

namespace bedplate::app {
namespace {

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

}  // namespace

void add_data_commands(CLI::App& app, const World& world, Run& run) {
  add_seed(app, world, run);
  add_admin(app, world, run);
}

}  // namespace bedplate::app
