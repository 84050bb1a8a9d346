#pragma once
// Types of stored values: what a field's SDL type means as a Type. Internal to the room.
#include <optional>

#include "model/draft.hpp"

namespace bedplate::model {

/// What the name at the end of a type says.
enum class TargetKind : std::uint8_t { kScalar, kEnum, kEntity, kEmbedded, kOther, kUnknown };
TargetKind target_kind(const Draft& draft, const sdl::TypeRef& type);

/// The Type of a scalar, an enum, or a list of either; `directives` may hold @decimal. Reports what cannot be stored
/// (nested lists, nullable items, scalars of one's own); nothing for an entity or an object type.
std::optional<Type> scalar_type(Draft& draft, const sdl::TypeRef& type, std::span<const sdl::Directive> directives);

/// The same without reports.
std::optional<Type> scalar_type_quietly(const Draft& draft, const sdl::TypeRef& type,
                                        std::span<const sdl::Directive> directives);

/// As written in SDL: `[Decimal!]!`, `OrderStatus`.
std::string type_text(const Model& model, const Type& type);

}  // namespace bedplate::model
