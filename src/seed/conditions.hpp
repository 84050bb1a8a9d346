#pragma once
// Conditions: what @constraint(expr:) and the @allow and @deny rules for CREATE ask of a new row, as far as made-up
// rows can hold to it. Who asks is left out: a row is made by whoever may. Left out too is what reads lists of related
// rows, and a state that is where rows begin (an enum field that equals its own @default, and that some rule lets be
// updated): rows have lived since. Views the model.
#include <string>
#include <vector>

#include "model/model.hpp"

namespace bedplate::seed {

struct Conditions {
  /// A field that has to equal an expression gets its value from there.
  struct Copy {
    model::FieldId field = 0;
    const expr::Node* value = nullptr;
  };
  struct Condition {
    const expr::Node* node = nullptr;
    std::string_view text;  ///< as written
  };
  std::vector<Copy> copies;
  std::vector<Condition> constraints;                ///< all must be TRUE
  std::vector<std::vector<const expr::Node*>> ways;  ///< of one all must be TRUE; none: any row may be made
  std::vector<const expr::Node*> denials;            ///< none may be TRUE
  std::vector<std::string_view> unseen;              ///< constraints that read lists of related rows
};

Conditions conditions_of(const model::Model& model, model::EntityId entity);

}  // namespace bedplate::seed
