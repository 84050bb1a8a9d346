#pragma once
// Why a write was refused, in the caller's words; with the rules in development. Pure.
#include "base/error.hpp"
#include "engine/row_values.hpp"

namespace bedplate::engine {

struct Refusal {
  const model::Entity& entity;
  model::Verb verb;
  std::span<const model::FieldId> fields;  ///< those that the caller gave
  const operation::Principal& principal;
  bool explain = false;  ///< name the rules (development)
};

/// CHECK_FAILED of the new row, FORBIDDEN of one that may not be changed; UNAUTHENTICATED for the anonymous. `row`
/// finds which field's own rules are to blame; it may be null.
Error new_row_refused(const Refusal& refusal, const RowConditions* row);
Error change_refused(const Refusal& refusal);

Error not_found(const model::Entity& entity);
/// A row that was named before, where `first` says.
Error same_row(std::string_view first);
/// The error as that of one of several rows: its fields' paths begin with `[number].`.
Error in_row(const Error& error, std::size_t number);
/// The same of a row below others: they begin with `path.`.
Error at_path(const Error& error, std::string_view path);

}  // namespace bedplate::engine
