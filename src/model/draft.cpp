#include "model/draft.hpp"

#include "sdl/suggest.hpp"

namespace bedplate::model {

Place place_of(const sdl::Name& name) { return {name.at, static_cast<std::uint32_t>(name.text.size())}; }
Place place_of(const sdl::Directive& directive) {
  return {directive.at, static_cast<std::uint32_t>(directive.name.text.size() + 1)};
}
Place place_of(const sdl::Value& value) { return {value.at, std::max(value.length, 1u)}; }

namespace {
sdl::Diagnostic finding(sdl::Severity severity, std::string_view file, Place place, std::string code,
                        std::string message, std::string hint) {
  return {.severity = severity,
          .code = std::move(code),
          .file = std::string(file),
          .position = place.at,
          .length = place.length,
          .message = std::move(message),
          .hint = std::move(hint),
          .related = {}};
}
}  // namespace

void Draft::error(Place place, std::string code, std::string message, std::string hint) {
  findings.push_back(finding(sdl::Severity::kError, file, place, std::move(code), std::move(message), std::move(hint)));
}

void Draft::warn(Place place, std::string code, std::string message, std::string hint) {
  findings.push_back(
      finding(sdl::Severity::kWarning, file, place, std::move(code), std::move(message), std::move(hint)));
}

EntityId Draft::entity_named(std::string_view name) const {
  const auto at = model.entity_by_name.find(name);
  return at == model.entity_by_name.end() ? kNoEntity : at->second;
}

Place Draft::place_of_field(EntityId entity, FieldId field) const {
  const auto* at = definitions[entity][field];
  if (at != nullptr) return place_of(at->name);
  return {model.field(entity, field).position, 1};
}

std::string Draft::suggest_field(EntityId entity, std::string_view name) const {
  std::vector<std::string_view> names;
  for (const Field& field : model.entity(entity).fields) names.push_back(field.name);
  return sdl::did_you_mean(name, names);
}

std::string Draft::suggest_entity(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const Entity& entity : model.entities) names.push_back(entity.name);
  return sdl::did_you_mean(name, names);
}

const sdl::Directive* find_directive(std::span<const sdl::Directive> uses, std::string_view name) {
  for (const auto& use : uses)
    if (use.name.text == name) return &use;
  return nullptr;
}

std::string description_of(const sdl::Value* description) {
  return description == nullptr ? std::string() : std::string(description->text);
}

}  // namespace bedplate::model
