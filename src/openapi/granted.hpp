#pragma once
// What some rule may grant to somebody, whoever asks: the most that a document for everyone can say. Reads the model.
#include "model/model.hpp"

namespace bedplate::openapi {

/// Some caller may do it to some row, and it is served.
bool is_granted(const model::Entity& entity, model::Verb verb);
/// The field or relation shows to some caller.
bool is_shown(const model::Entity& entity, model::FieldId field);
/// Some caller may give it in a new row; in a change.
bool is_created(const model::Entity& entity, model::FieldId field);
bool is_updated(const model::Entity& entity, model::FieldId field);

}  // namespace bedplate::openapi
