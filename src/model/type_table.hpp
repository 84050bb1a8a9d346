#pragma once
// The types of a schema file by name, each definition joined with its extensions. Made from a tree that outlives it;
// duplicate definitions are left to sdl's validation, of which the first counts here.
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sdl/ast.hpp"

namespace bedplate::model {

struct TypeEntry {
  sdl::TypeKind kind = sdl::TypeKind::kScalar;
  sdl::Name name;
  const sdl::Value* description = nullptr;
  std::vector<const sdl::Directive*> directives;
  std::vector<const sdl::FieldDefinition*> fields;
  std::vector<const sdl::EnumValue*> values;
  std::vector<sdl::Name> interfaces;
  std::vector<sdl::Name> members;
  bool from_prelude = false;

  /// The first use of the directive, or null.
  const sdl::Directive* directive(std::string_view name) const;
};

class TypeTable {
 public:
  TypeTable(const sdl::Tree& model, const sdl::Tree& prelude);
  const TypeEntry* find(std::string_view name) const;
  /// In order of first mention; the prelude's come last.
  const std::vector<TypeEntry>& all() const { return types_; }

 private:
  void add(const sdl::Tree& tree, bool from_prelude);

  std::vector<TypeEntry> types_;
  std::unordered_map<std::string_view, std::size_t> by_name_;
};

}  // namespace bedplate::model
