#pragma once
// Plan: which types get rows, in which order and how many: rows after those that they refer to, more of what refers
// than of what is referred to. Pure; views its model.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/model.hpp"

namespace bedplate::seed {

/// How many rows are wanted: so many in all, or of the named types (and what those cannot be without).
struct Wanted {
  std::uint64_t total = 1000;
  std::vector<std::pair<std::string, std::uint64_t>> named;  ///< resource or type → rows; none: by `total`
};

struct Plan {
  struct Step {
    model::EntityId entity = 0;
    std::uint64_t rows = 0;
    bool exact = false;  ///< asked for by name: fewer would be an error
    unsigned depth = 0;  ///< of relations below it: what it refers to has less
  };
  std::vector<Step> steps;    ///< in the order of writing
  std::uint64_t tenants = 1;  ///< among which the rows of types with @tenant are shared out
  unsigned depths = 1;        ///< more than the deepest step's

  const Step* find(model::EntityId entity) const;
  /// Its place in `steps`; none: it gets no rows.
  std::optional<std::size_t> place(model::EntityId entity) const;
  std::uint64_t rows() const;
};

/// kInvalidValue for a name that the model lacks; kInvalidModel where types need each other in a circle.
Result<Plan> make_plan(const model::Model& model, const Wanted& wanted);

/// Whether `field` is a to-one that every row must have.
bool is_required(const model::Entity& entity, const model::Field& field);

}  // namespace bedplate::seed
