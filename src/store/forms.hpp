#pragma once
// Forms: values that a column of an existing table holds otherwise than our canonical cells do, converted both ways
// (model::ColumnForm). Shared by the stores; pure, no allocation: a text result lies in the caller's scratch.
#include <cstddef>
#include <span>

#include "base/cell.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"
#include "base/type.hpp"
#include "model/model.hpp"

namespace bedplate::store {

inline constexpr std::size_t kFormScratch = 48;
using FormScratch = std::span<char, kFormScratch>;

/// What the database holds → canonical. A null stays null. kDatabaseMismatch when the value is not of that form.
Result<Cell> decode_form(Cell stored, const Type& type, model::ColumnForm form, FormScratch scratch);
/// Canonical → what the database holds. kInvalidValue when the value has no such form.
Result<Cell> encode_form(Cell canonical, const Type& type, model::ColumnForm form, FormScratch scratch);

/// A number in the canonical form of a Decimal type: scaled integer or text, rounded half-even to the scale.
Result<Cell> rounded_cell(const Decimal& number, const Type& type, FormScratch scratch);
}  // namespace bedplate::store
