#pragma once
// The writer behind print.hpp: appends pieces of a tree to one string. One thread.
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "sdl/ast.hpp"

namespace bedplate::sdl {

class Printer {
 public:
  void definition(const Definition& definition);
  void type(const TypeRef& type);
  void value(const Value& value);
  void blank_line() { text_ += '\n'; }
  std::string take() && { return std::move(text_); }

 private:
  void schema(const SchemaDefinition& schema);
  void type_definition(const TypeDefinition& type);
  void type_body(const TypeDefinition& type);
  void directive_definition(const DirectiveDefinition& directive);
  void operation(const OperationDefinition& operation);
  void fragment(const FragmentDefinition& fragment);
  void selections(std::span<const Selection> selections);
  void selection_head(const Selection& selection);
  void description(const Value* description);
  void directives(std::span<const Directive> directives);
  void arguments(std::span<const Argument> arguments);
  void input_values(std::span<const InputValue> values);
  void input_value(const InputValue& value);
  void field(const FieldDefinition& field);
  void variables(std::span<const VariableDefinition> variables);
  void scalar(const Value& value);
  void quoted(std::string_view text);
  bool block(std::string_view text);
  void line() { text_.append(depth_ * 2, ' '); }

  std::string text_;
  std::size_t depth_ = 0;
};

std::string_view operation_word(OperationKind kind);
/// The keyword of a type's definition: `input`.
std::string_view type_word(TypeKind kind);

}  // namespace bedplate::sdl
