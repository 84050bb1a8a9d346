#pragma once
// The values of a row about to be inserted: what was given, defaults, and the findings of its constraints, all at
// once and by field. Everything lives in the request's arena.
#include "base/uuid7.hpp"
#include "operation/operation.hpp"
#include "operation/principal.hpp"
#include "plan/create.hpp"

namespace bedplate::engine {

struct NewRow {
  std::span<Cell> columns;  ///< by CreateTemplate::columns
  std::span<Cell> key;      ///< by Entity::key; null where the store gives it
  /// By field, for expressions; null where nothing is stored.
  std::span<Cell> fields;
};

struct RowMaker {
  const model::Model& model;
  const operation::Principal& principal;
  Arena& arena;
  Uuid7& uuids;
  std::int64_t now = 0;  ///< µs since 1970
};

/// `given` are the row's cells, `flags` (if not empty) which of the first columns it gives at all. Nothing is judged.
NewRow make_row(const plan::CreateTemplate& plan, std::span<const Cell> given, std::span<const bool> flags,
                const RowMaker& maker);

/// The same row of other given cells: its defaults stay.
void give_again(const plan::CreateTemplate& plan, const model::Model& model, std::span<const Cell> given,
                std::span<const bool> flags, Arena& arena, NewRow& row);

/// What a hidden field of tokens (model::Field::searched) keeps of a text.
Cell tokens_of(const model::Field& tokens, Cell text, Arena& arena);

/// NOT_NULL_VIOLATION or CONSTRAINT_VIOLATION with one FieldError a field: what is wrong with `fields` of the row
/// `image`.
Result<void> check_values(const model::Model& model, const model::Entity& entity,
                          std::span<const model::FieldId> fields, std::span<const model::FieldId> given,
                          std::span<const Cell> image);

/// The error of a @constraint(expr:): the fields that it reads, as far as they are public; its text is not shown.
Error constraint_error(const model::Entity& entity, const model::Constraint& constraint);

/// What a field's @constraint and enum say against the value; empty if nothing. Null values have none.
std::string constraint_violated(const model::Model& model, const model::Field& field, Cell value);

}  // namespace bedplate::engine
