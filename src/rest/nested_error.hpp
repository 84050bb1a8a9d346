#pragma once
// Inside rest's nested writes alone: what their files share: errors by path, lists of rows, keys of relations.
#include <string>
#include <vector>

#include "json/document.hpp"
#include "model/model.hpp"

namespace bedplate::rest {

/// INVALID_VALUE of what stands at `path`.
inline Error nested_error(const std::string& path, const std::string& message, std::string hint) {
  return Error(Reason::kInvalidValue, path + ": " + message)
      .with_hint(std::move(hint))
      .with_field({path, Reason::kInvalidValue, message});
}

inline Result<void> require_nested_object(const json::Node& row, const std::string& path) {
  if (row.is_object()) return {};
  return failure(nested_error(path, "is " + std::string(json::kind_name(row.kind)) + ", and a row is an object",
                              "send an object for each row"));
}

/// A list of rows, or one; and where one of them stands.
inline std::span<const json::Node> nested_rows(const json::Node& value) {
  return value.is_array() ? value.children : std::span(&value, 1);
}
inline std::string nested_place(const json::Node& list, const std::string& path, std::size_t number) {
  return list.is_array() ? path + "[" + std::to_string(number) + "]" : path;
}

inline model::FieldId id_of(const model::Entity& entity, const model::Field& field) {
  return static_cast<model::FieldId>(&field - entity.fields.data());
}

/// The scalars of a relation but for the tenant, whom nobody names.
inline std::vector<model::FieldId> keys_without_tenant(const model::Entity& entity,
                                                       const std::vector<model::FieldId>& keys) {
  std::vector<model::FieldId> made;
  for (const auto key : keys)
    if (key != entity.tenant) made.push_back(key);
  return made;
}

}  // namespace bedplate::rest
