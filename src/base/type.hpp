#pragma once
// The scalar types of a model and how a value of each is held in a Cell. One table for every protocol and store.
#include <cstdint>
#include <optional>
#include <string_view>

namespace bedplate {

/// The scalars of the model language, with the canonical form of a Cell that holds one:
enum class Scalar : std::uint8_t {
  kId,             ///< text (UUIDs lower case)
  kString,         ///< text
  kInt,            ///< integer, int32
  kBigInt,         ///< integer, int64
  kFloat,          ///< real, finite
  kDecimal,        ///< precision ≤ 18: integer scaled by 10^scale; above: text in canonical form
  kBoolean,        ///< integer 0 or 1
  kDateTime,       ///< integer, µs since 1970-01-01T00:00:00Z
  kLocalDateTime,  ///< text YYYY-MM-DDTHH:MM:SS.ffffff (always six digits)
  kDate,           ///< text YYYY-MM-DD
  kTime,           ///< text HH:MM:SS.ffffff (always six digits)
  kDuration,       ///< integer, µs
  kUuid,           ///< text, lower case
  kJson,           ///< text, as written
  kBytes,          ///< blob
  kEmail,          ///< text
  kUrl,            ///< text
  kFile,           ///< text (its id)
  kEnum,           ///< text, the value's name; `Type::enumeration` says which
};

/// A field's or expression's type. A list is held as text: a JSON array of the elements' JSON forms.
struct Type {
  Scalar scalar = Scalar::kString;
  bool list = false;
  bool nullable = true;
  std::uint8_t precision = 18;    ///< Decimal alone: digits in all, at most 38
  std::uint8_t scale = 4;         ///< Decimal alone: digits after the point
  std::uint16_t enumeration = 0;  ///< Enum alone: index into Model::enums

  friend bool operator==(const Type&, const Type&) = default;
  bool is_text() const {
    return !list && (scalar == Scalar::kId || scalar == Scalar::kString || scalar == Scalar::kEmail ||
                     scalar == Scalar::kUrl || scalar == Scalar::kUuid || scalar == Scalar::kFile);
  }
  bool is_numeric() const {
    return !list && (scalar == Scalar::kInt || scalar == Scalar::kBigInt || scalar == Scalar::kFloat ||
                     scalar == Scalar::kDecimal);
  }
};

/// The name in SDL (`BigInt`, `DateTime`); `Enum` for enums.
std::string_view scalar_name(Scalar scalar);
/// The scalar of that SDL name; none for anything else (also for `Enum`).
std::optional<Scalar> scalar_by_name(std::string_view name);

}  // namespace bedplate
