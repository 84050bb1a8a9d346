#include "model/scalars.hpp"

#include "model/arguments.hpp"

namespace bedplate::model {

TargetKind target_kind(const Draft& draft, const sdl::TypeRef& type) {
  const auto name = type.named().text;
  if (scalar_by_name(name)) return TargetKind::kScalar;
  const TypeEntry* found = draft.types.find(name);
  if (found == nullptr) return TargetKind::kUnknown;
  if (found->kind == sdl::TypeKind::kEnum) return found->from_prelude ? TargetKind::kOther : TargetKind::kEnum;
  if (found->kind != sdl::TypeKind::kObject) return TargetKind::kOther;
  if (draft.model.entity_by_name.contains(name)) return TargetKind::kEntity;
  return found->directive("embedded") != nullptr ? TargetKind::kEmbedded : TargetKind::kOther;
}

namespace {

/// `report`: where findings go, or null.
void read_decimal(Draft* report, std::span<const sdl::Directive> directives, bool is_decimal, Type& type) {
  const auto* use = find_directive(directives, "decimal");
  if (use == nullptr) return;
  const Arguments arguments(use);
  const auto precision = arguments.integer("precision").value_or(18);
  const auto scale = arguments.integer("scale").value_or(4);
  if (!is_decimal) {
    if (report != nullptr)
      report->error(place_of(*use), "decimal-on-other-type", "@decimal is for fields of type Decimal.",
                    "Make the field a Decimal, or remove @decimal.");
  } else if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
    if (report != nullptr)
      report->error(place_of(*use), "bad-decimal",
                    "A Decimal has 1 to 38 digits, of which 0 to `precision` after the point.",
                    "For example @decimal(precision: 10, scale: 2).");
  } else {
    type.precision = static_cast<std::uint8_t>(precision);
    type.scale = static_cast<std::uint8_t>(scale);
  }
}

bool check_list(Draft& draft, const sdl::TypeRef& type) {
  const auto place = Place{type.at, 1};
  if (type.inner->is_list()) {
    draft.error(place, "nested-list", "A list of lists cannot be stored.", "Use JSON, or an entity of its own.");
    return false;
  }
  if (!type.inner->non_null) {
    draft.error(place, "nullable-items", "The items of a stored list are never null.",
                "Write [" + std::string(type.inner->name.text) + "!]" + (type.non_null ? "!" : "") + ".");
    return false;
  }
  return true;
}

std::optional<Type> read_type(const Draft& draft, Draft* report, const sdl::TypeRef& ref,
                              std::span<const sdl::Directive> directives) {
  Type type;
  type.nullable = !ref.non_null;
  type.list = ref.is_list();
  const auto name = ref.named().text;
  switch (target_kind(draft, ref)) {
    case TargetKind::kScalar:
      type.scalar = *scalar_by_name(name);
      break;
    case TargetKind::kEnum:
      type.scalar = Scalar::kEnum;
      type.enumeration = draft.model.enum_by_name.at(name);
      break;
    default:
      return std::nullopt;
  }
  if (type.list && report != nullptr && !check_list(*report, ref)) return std::nullopt;
  if (type.list && ref.inner->is_list()) return std::nullopt;
  read_decimal(report, directives, type.scalar == Scalar::kDecimal, type);
  return type;
}

}  // namespace

std::optional<Type> scalar_type(Draft& draft, const sdl::TypeRef& type, std::span<const sdl::Directive> directives) {
  return read_type(draft, &draft, type, directives);
}

std::optional<Type> scalar_type_quietly(const Draft& draft, const sdl::TypeRef& type,
                                        std::span<const sdl::Directive> directives) {
  return read_type(draft, nullptr, type, directives);
}

std::string type_text(const Model& model, const Type& type) {
  std::string name = type.scalar == Scalar::kEnum && type.enumeration < model.enums.size()
                         ? model.enums[type.enumeration].name
                         : std::string(scalar_name(type.scalar));
  if (type.list) name = "[" + name + "!]";
  return type.nullable ? name : name + "!";
}

}  // namespace bedplate::model
