#pragma once
// DraftRow: a row that a caller might create: values of a spare row, relations to rows that are there, what rules ask
// it to copy; and what a client sends of it, the rest being defaults as the server fills them in. One thread.
#include <optional>
#include <vector>

#include "app/trial/callers.hpp"
#include "seed/conditions.hpp"
#include "seed/dice.hpp"

namespace bedplate::app {

struct DraftRow {
  Record row;
  std::vector<model::FieldId> given;
};

class Drafts {
 public:
  /// Of `entity` as `caller`; the same `seed` makes the same ones.
  Drafts(const model::Model& model, TrialData& data, TrialCaller& caller, model::EntityId entity, std::uint64_t seed);

  /// None: a field must have a value that the caller may not give.
  std::optional<DraftRow> next(Arena& arena);

 private:
  void refer(Record& row);
  void copy(Record& row);
  std::optional<Cell> otherwise(model::FieldId field, Arena& arena) const;

  const model::Model& model_;
  TrialData& data_;
  TrialCaller& caller_;
  const model::EntityId id_;
  const model::Entity& entity_;
  const seed::Conditions conditions_;
  seed::Dice dice_;
};

}  // namespace bedplate::app
