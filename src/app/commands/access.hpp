#pragma once
// `bedplate access explain`: what a caller may do with a resource, and which rules decide it.
#include <string>
#include <vector>

#include "app/project/world.hpp"
#include "json/document.hpp"
#include "store/store.hpp"

namespace bedplate::app {

struct ExplainOptions {
  std::string directory = ".";
  std::string database;  ///< empty: the configuration's
  std::string operation = "READ";
  std::string resource;
  std::string row;  ///< a key, as in the row's path; empty: rows in general
  std::string id, tenant;
  std::vector<std::string> roles, scopes, claims;
  bool anonymous = false;
  bool json = false;
};

/// What run_explain() prints, by the owner's socket: `{"command": "access.explain", …}` → `{"text": …}`.
Result<std::string> answer_explain(const json::Node& request, store::Store& store, const model::Model& model,
                                   const World& world);
int run_explain(const ExplainOptions& options, const World& world);

}  // namespace bedplate::app
