#pragma once
// Draft: a model while it is compiled, with what the finished Model doesn't keep: the tree it comes from, the
// definition behind each field, the shape of each key, and the findings so far. One compile() owns it; the phases
// (phases.hpp) fill it in order. A phase that meets what an earlier one has already refused stays silent.
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "model/type_table.hpp"
#include "sdl/diagnostic.hpp"
#include "sdl/document.hpp"

namespace bedplate::model {

/// What a finding underlines.
struct Place {
  Position at;
  std::uint32_t length = 1;
};
Place place_of(const sdl::Name& name);
Place place_of(const sdl::Directive& directive);
Place place_of(const sdl::Value& value);

/// A part of an entity's key, before fields have ids.
struct KeyPart {
  std::string name;
  Type type;
};

struct Draft {
  Draft(const sdl::Tree& model_tree, const sdl::Tree& prelude_tree, std::string_view file_name, Model& target,
        std::vector<sdl::Diagnostic>& out)
      : tree(model_tree), file(file_name), model(target), types(model_tree, prelude_tree), findings(out) {}

  const sdl::Tree& tree;
  std::string file;
  Model& model;
  TypeTable types;
  std::vector<sdl::Diagnostic>& findings;

  std::vector<const TypeEntry*> entity_types;                         ///< by EntityId
  std::vector<std::vector<const sdl::FieldDefinition*>> definitions;  ///< by entity, field; null: implied scalar
  std::vector<std::vector<KeyPart>> keys;                             ///< by EntityId; empty: refused
  std::unordered_map<std::string_view, std::uint16_t> embedded_by_name;

  void error(Place place, std::string code, std::string message, std::string hint);
  void warn(Place place, std::string code, std::string message, std::string hint);

  EntityId entity_named(std::string_view name) const;
  const sdl::FieldDefinition* definition(EntityId entity, FieldId field) const { return definitions[entity][field]; }
  Place place_of_field(EntityId entity, FieldId field) const;
  /// ` Did you mean "x"?` among the entity's fields, or empty.
  std::string suggest_field(EntityId entity, std::string_view name) const;
  std::string suggest_entity(std::string_view name) const;
};

/// The first use of a directive among several, or null.
const sdl::Directive* find_directive(std::span<const sdl::Directive> uses, std::string_view name);
std::string description_of(const sdl::Value* description);

}  // namespace bedplate::model
