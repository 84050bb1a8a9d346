#include "model/type_table.hpp"

namespace bedplate::model {

const sdl::Directive* TypeEntry::directive(std::string_view wanted) const {
  for (const sdl::Directive* use : directives)
    if (use->name.text == wanted) return use;
  return nullptr;
}

TypeTable::TypeTable(const sdl::Tree& model, const sdl::Tree& prelude) {
  add(model, false);
  add(prelude, true);
}

void TypeTable::add(const sdl::Tree& tree, bool from_prelude) {
  std::unordered_map<std::string_view, bool> defined;
  for (const sdl::TypeDefinition* part : tree.types) {
    auto [at, fresh] = by_name_.try_emplace(part->name.text, types_.size());
    if (fresh) types_.push_back({.kind = part->kind, .name = part->name, .from_prelude = from_prelude});
    TypeEntry& type = types_[at->second];
    if (!part->extension) {
      if (std::exchange(defined[part->name.text], true) || type.from_prelude != from_prelude) continue;
      type.name = part->name;
      type.kind = part->kind;
      type.description = part->description;
    }
    for (const auto& directive : part->directives) type.directives.push_back(&directive);
    for (const auto& field : part->fields) type.fields.push_back(&field);
    for (const auto& value : part->values) type.values.push_back(&value);
    type.interfaces.insert(type.interfaces.end(), part->interfaces.begin(), part->interfaces.end());
    type.members.insert(type.members.end(), part->members.begin(), part->members.end());
  }
}

const TypeEntry* TypeTable::find(std::string_view name) const {
  const auto at = by_name_.find(name);
  return at == by_name_.end() ? nullptr : &types_[at->second];
}

}  // namespace bedplate::model
