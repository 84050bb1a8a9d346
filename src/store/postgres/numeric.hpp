#pragma once
// numeric in PostgreSQL's binary form: int16 count of digits, weight, sign, scale; then digits of base 10000
// (src/backend/utils/adt/numeric.c). Pure.
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.hpp"

namespace bedplate::store::postgres {

/// nullopt for NaN, infinities, more than 38 digits and what is malformed.
std::optional<Decimal> decode_numeric(std::string_view bytes);
void encode_numeric(std::string& out, const Decimal& number);

}  // namespace bedplate::store::postgres
