#include "model/arguments.hpp"
#include "model/phases.hpp"

namespace bedplate::model {

namespace {

EnumValue read_value(const sdl::EnumValue& from) {
  EnumValue value{.name = std::string(from.name.text),
                  .description = description_of(from.description),
                  .deprecated = std::nullopt,
                  .renamed_from = {}};
  if (const auto* use = find_directive(from.directives, "deprecated"))
    value.deprecated = Arguments(use).text("reason").value_or("No longer supported");
  value.renamed_from = Arguments(find_directive(from.directives, "renamedFrom")).text("name").value_or("");
  return value;
}

}  // namespace

void add_enums(Draft& draft) {
  for (const TypeEntry& type : draft.types.all()) {
    if (type.kind != sdl::TypeKind::kEnum || type.from_prelude) continue;
    Enum out{.name = std::string(type.name.text), .description = description_of(type.description), .values = {}};
    for (const auto* value : type.values) {
      out.values.push_back(read_value(*value));
      if (!out.values.back().renamed_from.empty() && out.values.back().renamed_from == out.values.back().name)
        draft.error(place_of(value->name), "renamed-from-itself",
                    "Value \"" + out.values.back().name + "\" is renamed from its own name.",
                    "Give the former name, or remove @renamedFrom.");
    }
    draft.model.enums.push_back(std::move(out));
  }
  for (std::size_t i = 0; i < draft.model.enums.size(); ++i)
    draft.model.enum_by_name.emplace(draft.model.enums[i].name, static_cast<std::uint16_t>(i));
}

}  // namespace bedplate::model
