#pragma once
// `bedplate admin key create | list | revoke`: API keys of a project's database, through the process that owns it
// where one does.
#include <cstdint>
#include <string>
#include <vector>

#include "app/project/world.hpp"

namespace bedplate::app {

struct AdminPlace {
  std::string directory = ".";
  std::string database;  ///< empty: the configuration's
};

struct KeyCreateOptions {
  AdminPlace place;
  std::vector<std::string> roles, scopes;
  std::string id, tenant;
  std::int64_t days = 0;  ///< until it expires; 0: never
};
struct KeyListOptions {
  AdminPlace place;
  bool json = false;
};
struct KeyRevokeOptions {
  AdminPlace place;
  std::string key;
};

int run_key_create(const KeyCreateOptions& options, const World& world);
int run_key_list(const KeyListOptions& options, const World& world);
int run_key_revoke(const KeyRevokeOptions& options, const World& world);

}  // namespace bedplate::app
