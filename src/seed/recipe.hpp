#pragma once
// Recipe: how the values of one field, or of one member of an @embedded type, are made: what it means, which values its
// type and @constraint let it have. Made once a model; views it.
#include <cstdint>
#include <optional>
#include <vector>

#include "model/model.hpp"
#include "seed/meaning.hpp"
#include "seed/pattern.hpp"

namespace bedplate::seed {

struct Recipe {
  std::string_view name;
  Type type;                                      ///< of a list: an item's
  const model::Constraint* constraint = nullptr;  ///< null: none
  Meaning meaning = Meaning::kUnknown;
  bool list = false;
  std::uint16_t embedded = 0xffff;        ///< index into Model::embedded
  std::vector<Recipe> members;            ///< of an @embedded type
  std::optional<Pattern> pattern;         ///< of the constraint's, where it can be made up
  std::optional<std::int64_t> low, high;  ///< in units_of(type)
  unsigned nulls = 0;                     ///< rows in a hundred that have none
  bool distinct = false;                  ///< no two rows have the same
  bool paired = false;                    ///< a part of a unique of several fields
};

Recipe recipe_of(const model::Model& model, const model::Entity& entity, model::FieldId field);

/// How many of the whole numbers that recipes count in make one: hundredths of a Float, a Decimal's last digit, µs of
/// what is a time.
std::int64_t units_of(const Type& type);

}  // namespace bedplate::seed
