#include "app/commands/command.hpp"
#include "app/commands/serve.hpp"
#include "app/commands/token.hpp"
#include "app/dev/dev.hpp"

namespace bedplate::app {
namespace {

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

void add_token(CLI::App& parent, const World& world, Run& run) {
  const Command<TokenOptions> command(parent, "token", "Mint a token that `bedplate dev` accepts for a day", run_token,
                                      world, run);
  command.folder(command->directory);
  add_caller(command);
  command.examples(R"TEXT(  bedplate token shop --role STAFF
  bedplate token shop --id ada --claim plan=gold --claim level=7
  curl http://127.0.0.1:8080/api/orders -H "Authorization: Bearer $(bedplate token shop --id ada)")TEXT");
}

}  // namespace

void add_serving_commands(CLI::App& app, const World& world, Run& run) {
  add_dev(app, world, run);
  add_serve(app, world, run);
  add_token(app, world, run);
}

}  // namespace bedplate::app
