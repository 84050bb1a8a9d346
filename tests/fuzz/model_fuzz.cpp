// The model compiler on any text: no crash, a model exactly when there is no error, every finding inside the text;
// and what is made of a model (tables, its difference from itself) holds.
#include <cstdlib>

#include "model/compile.hpp"
#include "model/diff.hpp"
#include "schema/schema.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto compiled = bedplate::model::compile(text, "schema.graphql");
  if ((compiled.model == nullptr) != bedplate::sdl::has_errors(compiled.diagnostics)) std::abort();
  for (const auto& each : compiled.diagnostics)
    if (each.position.offset > size || each.code.empty()) std::abort();
  if (!compiled.model) return 0;
  if (bedplate::schema::make_schema(*compiled.model).tables.size() < compiled.model->entities.size()) std::abort();
  if (!bedplate::model::breaking_changes(*compiled.model, *compiled.model, "schema.graphql").empty()) std::abort();
  return 0;
}
