#pragma once
// The model as the pages show it: entities with their fields and relations, enums; for the console also rules as
// written and roles. Hidden fields are left out, and verbs that no rule grants to anybody. Pure.
#include <string>

#include "model/model.hpp"

namespace bedplate::console {

enum class Reader {
  kAdmin,     ///< who may see everything: of the console
  kEveryone,  ///< of the reference: names, types and what is served, but no rule
};

/// Appends `{"entities": […], "enums": […]}`, to admins also `"roles"`, to everyone `"errors"`.
void write_model(const model::Model& model, Reader reader, std::string& out);

}  // namespace bedplate::console
