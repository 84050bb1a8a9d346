#include "base/type.hpp"

#include <array>

namespace bedplate {
namespace {
constexpr std::array<std::string_view, 19> kNames{
    "ID",   "String",   "Int",  "BigInt", "Float", "Decimal", "Boolean", "DateTime", "LocalDateTime", "Date",
    "Time", "Duration", "UUID", "JSON",   "Bytes", "Email",   "URL",     "File",     "Enum"};
}

std::string_view scalar_name(Scalar scalar) { return kNames[static_cast<std::size_t>(scalar)]; }

std::optional<Scalar> scalar_by_name(std::string_view name) {
  for (std::size_t i = 0; i + 1 < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Scalar>(i);
  return std::nullopt;
}

}  // namespace bedplate
