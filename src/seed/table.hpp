#pragma once
// Table: what is known of one type while its rows are made: recipes, references, conditions, what was made so far.
// Inside seed alone.
#include <memory>
#include <optional>
#include <vector>

#include "search/analyser.hpp"
#include "seed/conditions.hpp"
#include "seed/persona.hpp"
#include "seed/plan.hpp"
#include "seed/recipe.hpp"
#include "seed/uniques.hpp"

namespace bedplate::seed {

/// What a table holds before; all zero of an empty one.
struct Present {
  std::uint64_t rows = 0;
  std::vector<std::int64_t> floors;  ///< by field: the largest number where distinct ones are made; may be empty
};

struct Reference {
  model::FieldId relation = model::kNoField;
  std::vector<model::FieldId> foreign_key;
  std::optional<std::size_t> target;     ///< a step; none: it gets no rows
  bool required = false, alone = false;  ///< `alone`: one-to-one
  std::uint64_t name = 0;
};

struct Table {
  Table(const model::Model& model, const Plan& plan, std::size_t step, Present present);

  const model::Entity& entity;
  std::size_t step;
  Present present;
  Conditions conditions;
  std::vector<std::optional<Recipe>> recipes;  ///< by field; none: it is not made up
  std::vector<Reference> references;
  std::optional<std::size_t> accounts;                       ///< the step whose keys stand for callers
  std::vector<std::unique_ptr<search::Analyser>> analysers;  ///< by field; null but for @search's
  Period period;
  std::uint64_t stream = 0;  ///< what the dice of its rows begin with
  Uniques uniques;
  std::vector<std::uint8_t> attempts;  ///< by row made: how many were refused in its place
  std::uint64_t misses = 0;            ///< rows that no @allow lets anybody create
  bool rules_off = false;

  std::uint64_t made() const { return attempts.size(); }
  std::int64_t floor(model::FieldId field) const { return present.floors.empty() ? 0 : present.floors[field]; }
};

}  // namespace bedplate::seed
