#pragma once
// Commands to paste into a terminal beside `bedplate dev`: a list, an insert with a token, a refusal, a token a role.
// Made from the model's rules, so that they do what they say. Pure.
#include <string>

#include "model/model.hpp"

namespace bedplate::app {

struct DevPlace {
  std::string base;       ///< http://127.0.0.1:8080/api
  std::string directory;  ///< of the project
  std::string program;    ///< how to call this one
};

std::string development_lines(const model::Model& model, const DevPlace& place);

}  // namespace bedplate::app
