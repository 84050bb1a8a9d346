#pragma once
// `bedplate serve`: serves a folder's schema in production.
#include <string>

#include "app/project/project.hpp"
#include "app/project/world.hpp"
#include "telemetry/log.hpp"

namespace bedplate::app {

struct ServeOptions {
  std::string directory = ".";
  std::string listen, database;  ///< empty: the configuration's
  bool migrate = false;          ///< add missing tables and columns
  bool take_over = false;        ///< the listening sockets of the process that serves the same database
};

int run_serve(const ServeOptions& options, const World& world);

/// What the two flags override.
Flags serve_flags(const std::string& listen, const std::string& database);
telemetry::Log make_log(const config::Log& config, const World& world);

/// What an error of Node::open() is about: the database, but for an address that can't be listened on.
std::string subject_of(const Error& error, const std::string& database);

}  // namespace bedplate::app
