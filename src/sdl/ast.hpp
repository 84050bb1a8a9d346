#pragma once
// The tree of a GraphQL document: type system and executable language (October 2021, and descriptions on executable
// definitions). Every node is trivially destructible and lives in one Arena with the copy of the source that its
// names point into; sdl::Document (document.hpp) owns both. Immutable once parsed, so any thread may read it.
// `at` is where a node begins, as graphql-js counts it: a definition begins at its description, a directive at `@`.
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "base/error.hpp"

namespace bedplate::sdl {

struct Name {
  std::string_view text;
  Position at;
  bool empty() const { return text.empty(); }
};

enum class ValueKind : std::uint8_t { kNull, kInt, kFloat, kString, kBool, kEnum, kList, kObject, kVariable };

struct ObjectField;

struct Value {
  ValueKind kind = ValueKind::kNull;
  bool boolean = false;  ///< of kBool
  bool block = false;    ///< a string written as """…"""
  Position at;
  std::uint32_t length = 0;  ///< bytes in the source
  /// The string's content (unescaped); digits as written; an enum value's or a variable's name without `$`.
  std::string_view text;
  std::span<const Value> items;         ///< of kList
  std::span<const ObjectField> fields;  ///< of kObject
};

struct ObjectField {
  Name name;
  Value value;
};

struct Argument {
  Name name;
  Value value;
};

struct Directive {
  Name name;  ///< without `@`
  Position at;
  std::span<const Argument> arguments;
};

/// `[String!]!`: a chain from the outermost list to the name. A list has `inner`, a named type has `name`.
struct TypeRef {
  const TypeRef* inner = nullptr;
  Name name;
  Position at;
  bool non_null = false;
  bool is_list() const { return inner != nullptr; }
  /// The name at the end of the chain.
  const Name& named() const {
    const TypeRef* type = this;
    while (type->inner != nullptr) type = type->inner;
    return type->name;
  }
};

/// An argument or an input field.
struct InputValue {
  const Value* description = nullptr;
  Name name;
  const TypeRef* type = nullptr;
  const Value* default_value = nullptr;
  std::span<const Directive> directives;
  Position at;
};

struct FieldDefinition {
  const Value* description = nullptr;
  Name name;
  std::span<const InputValue> arguments;
  const TypeRef* type = nullptr;
  std::span<const Directive> directives;
  Position at;
};

struct EnumValue {
  const Value* description = nullptr;
  Name name;
  std::span<const Directive> directives;
  Position at;
};

enum class OperationKind : std::uint8_t { kQuery, kMutation, kSubscription };

/// `query: Query` in a schema definition.
struct OperationType {
  OperationKind operation = OperationKind::kQuery;
  Name type;
  Position at;
};

struct SchemaDefinition {
  const Value* description = nullptr;
  bool extension = false;
  Position at;
  std::span<const Directive> directives;
  std::span<const OperationType> operations;
};

enum class TypeKind : std::uint8_t { kScalar, kObject, kInterface, kUnion, kEnum, kInputObject };

/// A type definition, or with `extension` an `extend …`; the spans that don't belong to its kind are empty.
struct TypeDefinition {
  TypeKind kind = TypeKind::kScalar;
  bool extension = false;
  const Value* description = nullptr;
  Name name;
  Position at;
  std::span<const Name> interfaces;          ///< object, interface
  std::span<const Directive> directives;     ///< all
  std::span<const FieldDefinition> fields;   ///< object, interface
  std::span<const InputValue> input_fields;  ///< input object
  std::span<const Name> members;             ///< union
  std::span<const EnumValue> values;         ///< enum
};

struct DirectiveDefinition {
  const Value* description = nullptr;
  Name name;  ///< without `@`
  Position at;
  std::span<const InputValue> arguments;
  bool repeatable = false;
  std::span<const Name> locations;  ///< known words only, such as FIELD_DEFINITION
};

enum class SelectionKind : std::uint8_t { kField, kFragmentSpread, kInlineFragment };

struct Selection {
  SelectionKind kind = SelectionKind::kField;
  Position at;
  Name alias;  ///< of a field, or empty
  Name name;   ///< the field or the spread fragment
  Name on;     ///< the type condition of an inline fragment, or empty
  std::span<const Argument> arguments;
  std::span<const Directive> directives;
  std::span<const Selection> selections;
  const Name& response_name() const { return alias.empty() ? name : alias; }
};

struct VariableDefinition {
  const Value* description = nullptr;
  Name name;  ///< without `$`
  const TypeRef* type = nullptr;
  const Value* default_value = nullptr;
  std::span<const Directive> directives;
  Position at;
};

struct OperationDefinition {
  OperationKind operation = OperationKind::kQuery;
  const Value* description = nullptr;
  Name name;  ///< or empty
  Position at;
  std::span<const VariableDefinition> variables;
  std::span<const Directive> directives;
  std::span<const Selection> selections;
};

struct FragmentDefinition {
  const Value* description = nullptr;
  Name name;
  Name on;
  Position at;
  std::span<const Directive> directives;
  std::span<const Selection> selections;
};

using Definition = std::variant<const SchemaDefinition*, const TypeDefinition*, const DirectiveDefinition*,
                                const OperationDefinition*, const FragmentDefinition*>;

/// A whole document: all definitions in the order of the source, and the same sorted by sort.
struct Tree {
  std::string_view source;
  std::span<const Definition> definitions;
  std::span<const SchemaDefinition* const> schemas;
  std::span<const TypeDefinition* const> types;
  std::span<const DirectiveDefinition* const> directives;
  std::span<const OperationDefinition* const> operations;
  std::span<const FragmentDefinition* const> fragments;
};

}  // namespace bedplate::sdl
