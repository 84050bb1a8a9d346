#include "sdl/schema_index.hpp"

#include "sdl/builtin.hpp"

namespace bedplate::sdl {

SchemaIndex::SchemaIndex(const Tree& document, const Tree* base)
    : document_(document), base_(base), builtin_(builtin_definitions()) {
  for (const TypeDefinition* type : builtin_->types) {
    builtin_types_[type->name.text] = type;
    parts_[type->name.text].push_back(type);
  }
  for (const DirectiveDefinition* directive : builtin_->directives)
    builtin_directives_[directive->name.text] = directive;
  if (base_ != nullptr) index_base();
  for (const TypeDefinition* type : document_.types) {
    parts_[type->name.text].push_back(type);
    if (type->extension) continue;
    types_[type->name.text] = type;
    type_names_.push_back(type->name.text);
  }
  for (const DirectiveDefinition* directive : document_.directives) directives_[directive->name.text] = directive;
}

void SchemaIndex::index_base() {
  for (const TypeDefinition* type : base_->types) {
    parts_[type->name.text].push_back(type);
    if (type->extension) continue;
    base_types_[type->name.text] = type;
    type_names_.push_back(type->name.text);
  }
  base_directives_ = builtin_directives_;
  for (const DirectiveDefinition* directive : base_->directives) base_directives_[directive->name.text] = directive;
  bool defined = false;
  for (const SchemaDefinition* schema : base_->schemas) {
    defined = defined || !schema->extension;
    for (const OperationType& type : schema->operations) base_roots_[static_cast<std::size_t>(type.operation)] = true;
  }
  if (!defined) {
    constexpr std::string_view kRoots[] = {"Query", "Mutation", "Subscription"};
    for (std::size_t i = 0; i < 3; ++i) base_roots_[i] = base_roots_[i] || base_types_.contains(kRoots[i]);
  }
  base_has_schema_ = defined || base_roots_[0] || base_roots_[1] || base_roots_[2];
}

const TypeDefinition* SchemaIndex::type(std::string_view name) const {
  if (const auto* found = defined_type(name)) return found;
  if (const auto* found = base_type(name)) return found;
  return find(builtin_types_, name);
}

const std::vector<const TypeDefinition*>& SchemaIndex::parts(std::string_view name) const {
  static const std::vector<const TypeDefinition*> kNone;
  const auto found = parts_.find(name);
  return found == parts_.end() ? kNone : found->second;
}

const DirectiveDefinition* SchemaIndex::directive(std::string_view name) const {
  if (const auto* found = find(directives_, name)) return found;
  if (const auto* found = base_directive(name)) return found;
  return find(builtin_directives_, name);
}

}  // namespace bedplate::sdl
