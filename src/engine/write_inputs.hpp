#pragma once
// What every script of a write is given. Plain data: views, which outlive it.
#include "base/uuid7.hpp"
#include "engine/precondition.hpp"
#include "engine/templates.hpp"

namespace bedplate::engine {

struct WriteInputs {
  const model::Model& model;
  const Template& found;
  const sql::Program& history;  ///< sql/history.hpp: adds to it
  const operation::Operation& operation;
  const operation::Principal& principal;
  std::int64_t now = 0;                        ///< µs since 1970
  bool explain = false;                        ///< refusals name the rules (development)
  std::int64_t max_affected = -1;              ///< more rows are TOO_MANY_AFFECTED; negative: as many as there are
  bool exactly_one = false;                    ///< another number of rows is NOT_SINGULAR
  const Precondition* precondition = nullptr;  ///< of the row that is there; null: none
  UuidText deletion = {};                      ///< by which rows go into the trash; of a model that has one
  /// Some of the operation's cells are filled in within the transaction, each time before the script runs.
  bool late = false;
  /// Where the client wrote each row; null, or empty: they are the operation's own rows.
  const std::span<const std::string_view>* paths = nullptr;
};

}  // namespace bedplate::engine
