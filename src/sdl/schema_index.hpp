#pragma once
// What a type-system document and the schema it extends define, by name. Built once per validation; refers to both
// trees, which must outlive it. Immutable, any thread.
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sdl/ast.hpp"
#include "sdl/document.hpp"

namespace bedplate::sdl {

class SchemaIndex {
 public:
  SchemaIndex(const Tree& document, const Tree* base);

  const Tree& document() const { return document_; }

  /// The last definition (not extension) of that name in the document; null if there is none.
  const TypeDefinition* defined_type(std::string_view name) const { return find(types_, name); }
  const TypeDefinition* base_type(std::string_view name) const { return find(base_types_, name); }
  /// In the document, in the base, or built in.
  const TypeDefinition* type(std::string_view name) const;
  /// Definitions and extensions of a name, of base and document.
  const std::vector<const TypeDefinition*>& parts(std::string_view name) const;
  /// The document's definition of a directive, else the base's, else the built-in one.
  const DirectiveDefinition* directive(std::string_view name) const;
  const DirectiveDefinition* base_directive(std::string_view name) const { return find(base_directives_, name); }
  /// The base has a root type for that operation.
  bool base_has_root(OperationKind kind) const { return base_roots_[static_cast<std::size_t>(kind)]; }
  bool base_has_schema() const { return base_has_schema_; }
  /// Names of all types of base and document, as suggestions take them.
  const std::vector<std::string_view>& type_names() const { return type_names_; }

 private:
  template <class T>
  using Map = std::unordered_map<std::string_view, const T*>;
  template <class T>
  static const T* find(const Map<T>& map, std::string_view name) {
    const auto found = map.find(name);
    return found == map.end() ? nullptr : found->second;
  }
  void index_base();

  const Tree& document_;
  const Tree* base_;
  Document builtin_;
  Map<TypeDefinition> types_;
  Map<TypeDefinition> base_types_;
  Map<TypeDefinition> builtin_types_;
  Map<DirectiveDefinition> directives_;
  Map<DirectiveDefinition> base_directives_;
  Map<DirectiveDefinition> builtin_directives_;
  std::unordered_map<std::string_view, std::vector<const TypeDefinition*>> parts_;
  std::vector<std::string_view> type_names_;
  bool base_roots_[3] = {};
  bool base_has_schema_ = false;
};

}  // namespace bedplate::sdl
