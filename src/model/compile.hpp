#pragma once
// The model compiler: schema.graphql's text in, the validated Model or every finding at once out. Pure and
// reentrant; the Model owns all it points to, so that the source may go away.
#include <memory>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "sdl/diagnostic.hpp"

namespace bedplate::model {

struct Compiled {
  std::unique_ptr<Model> model;              ///< null when some diagnostic is an error
  std::vector<sdl::Diagnostic> diagnostics;  ///< in order of position: errors, 'not served yet', design findings
};

/// Compiles the text of a schema.graphql. `file_name` is only shown in diagnostics.
Compiled compile(std::string_view source, std::string_view file_name);

}  // namespace bedplate::model
