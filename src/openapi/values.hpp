#pragma once
// A value's JSON Schema: what a reply shows, and what a body may give. Pure.
#include "model/model.hpp"
#include "openapi/components.hpp"

namespace bedplate::openapi {

enum class Way : std::uint8_t {
  kShown,  ///< canonical; a database that others write too may hold what breaks a @constraint
  kGiven,  ///< with the field's @constraint; numbers may be texts
};

/// Writes the members of the schema of a field that is no relation, its description among them.
void write_value(const model::Model& model, Components& components, const model::Field& field, Way way,
                 json::Writer& out);

}  // namespace bedplate::openapi
