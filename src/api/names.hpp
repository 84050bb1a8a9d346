#pragma once
// Names: what one caller may name, as the catalog asks it. What a caller may not name is answered like what is not
// there, and is never suggested. Implemented by who knows the caller (rest); const, used on one thread at a time.
#include "model/model.hpp"

namespace bedplate::api {

class Names {
 public:
  virtual ~Names() = default;
  /// Some row of the entity may be readable.
  virtual bool readable(model::EntityId entity) const = 0;
  /// Some row of the entity may be readable or created.
  virtual bool usable(model::EntityId entity) const = 0;
  /// The field or relation shows on some row.
  virtual bool shown(model::EntityId entity, model::FieldId member) const = 0;
};

}  // namespace bedplate::api
