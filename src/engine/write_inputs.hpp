#pragma once
// What every script of a write is given. Views, which outlive it.
#include "engine/refusal.hpp"
#include "engine/templates.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

struct WriteInputs {
  const model::Model& model;
  const Template& found;
  const operation::Operation& operation;
  const operation::Principal& principal;
  std::int64_t now = 0;            ///< µs since 1970
  bool explain = false;            ///< refusals name the rules (development)
  std::int64_t max_affected = -1;  ///< more rows are TOO_MANY_AFFECTED; negative: as many as there are
  bool exactly_one = false;        ///< another number of rows is NOT_SINGULAR

  /// Whether a write of `rows` rows is what was asked for.
  Result<void> require_rows(std::size_t rows) const;
  /// The error of a check that does not hold.
  Error failed(const plan::RowCheck& check, const Refusal& refusal, const RowConditions* row) const;
  /// What to say of rows that broke a constraint of the store. The rows up to the one that did are asked in their
  /// order, so that the answer is the same whatever it was that the store noticed first. The transaction is guarded.
  struct Asked {
    std::span<const Cell> row;    ///< by field: what was given of it
    std::span<const Cell> slots;  ///< those of Template::explaining
    std::size_t number = 0;       ///< of the operation's rows
  };
  Task<Result<Error>> explain_conflict(store::Transaction& transaction, Error error,
                                       std::span<const plan::RowCheck> checks, const Refusal& refusal,
                                       std::span<const Asked> rows) const;
  /// An error as that of one row, where there are several.
  Error at_row(const Error& error, std::size_t number) const {
    return operation.rows.size() > 1 ? in_row(error, number) : error;
  }
};

}  // namespace bedplate::engine
