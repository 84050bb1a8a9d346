#pragma once
// Inside rest alone: a write made ready: what runs, and what its reply says afterwards. Made of a request by itself
// (Api::perform) and of an operation of a batch alike. Its operations live in the request's arena.
#include "rest/write.hpp"

namespace bedplate::rest {

struct Prepared {
  enum class Kind : std::uint8_t {
    kNothing,  ///< no row was sent
    kCreate,
    kUpsert,  ///< `operation` creates, `merge` updates or finds
    kChange,
    kNested,  ///< rows of `operation` and those that they nest
  };
  /// Whose statuses and headers the reply has.
  enum class Method : std::uint8_t { kPost, kPut, kPatch, kDelete };

  Kind kind = Kind::kNothing;
  Method method = Method::kPost;
  model::EntityId entity = 0;
  operation::Operation operation;
  operation::Operation merge;
  std::span<operation::NestedStep> steps;  ///< of a nested write
  std::uint16_t root = 0;                  ///< the one of `operation`
  std::uint16_t left = operation::NestedStep::kNone;
  bool merges = false;
  bool stays = false;  ///< what is found is left as it is, and so no row counts as written
  WriteRequest write;

  /// Writes one row, whatever there is.
  bool of_one_row() const {
    if (kind == Kind::kChange) return operation.change.by_key && operation.rows.size() == 1;
    return kind != Kind::kNothing && operation.rows.size() == 1;
  }
  operation::NestedWrite nested() const {
    steps[root].operation = operation;
    if (steps[root].merge != nullptr) steps[root].merge = &merge;
    return {.steps = steps, .root = root, .left = left};
  }
};

}  // namespace bedplate::rest
