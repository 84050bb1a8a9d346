#pragma once
// RowCheck: what must hold of a row once it is written, whatever wrote it.
#include <cstdint>

#include "expr/tree.hpp"
#include "model/model.hpp"

namespace bedplate::plan {

struct RowCheck {
  enum class Kind : std::uint8_t {
    kCovered,     ///< one @allow covers the write whole, and the fields' own rules its values
    kLink,        ///< the caller may read the row that `relation` was set to
    kConstraint,  ///< `constraint`
  };
  Kind kind = Kind::kCovered;
  /// Over the new row and its image before the write.
  const expr::Node* condition = nullptr;
  /// It reads more than the row's own stored values: it runs as SQL after the operation's last statement, in the order
  /// of the template's checks; else it is decided on the values in hand, before any statement.
  bool in_store = false;
  /// A link to what every row may be read of: the foreign key finds what is not there, and this is asked only to say
  /// which one it was.
  bool only_to_explain = false;
  model::FieldId relation = model::kNoField;
  const model::Constraint* constraint = nullptr;
};

}  // namespace bedplate::plan
