#pragma once
// What goes into the trash along with a row of a @softDelete entity, level by level: rows of such entities that refer
// to it by onDelete: CASCADE. And what comes back with it: those of the same deletion. Pure.
#include <vector>

#include "sql/program.hpp"

namespace bedplate::sql {

struct TrashWalk {
  /// The rows of `entity` whose to-one `relation` leads to a row of `target`, and which are live (coming back: of the
  /// deletion). Slots: the target's key, the deletion; columns: `fields`, which begin with the key.
  struct Step {
    model::EntityId target = 0, entity = 0;
    std::uint16_t statement = 0;
    std::vector<model::FieldId> fields;
  };
  /// Writes a row of `entity`. Slots: its instant in the trash, its deletion (both null: it comes back), its key.
  struct Mark {
    model::EntityId entity = 0;
    std::uint16_t statement = 0;
  };
  /// Asked of each row of `entity` afterwards by its key: what yields a 1 stands against it. Going, a row of `by` that
  /// is there and refers to it by onDelete: RESTRICT; coming back, one of `by` in the trash that it needs.
  struct Hindrance {
    model::EntityId entity = 0, by = 0;
    model::FieldId relation = model::kNoField;
    std::uint16_t statement = 0;
  };
  std::vector<Step> steps;
  std::vector<Mark> marks;
  std::vector<Hindrance> hindrances;
  bool restores = false;
  Program program;
};

/// Of a row of `entity`; empty where that has no trash. On PostgreSQL the rows are locked.
TrashWalk compile_trash_walk(model::EntityId entity, bool restores, const model::Model& model, Dialect dialect,
                             std::uint64_t id);

}  // namespace bedplate::sql
