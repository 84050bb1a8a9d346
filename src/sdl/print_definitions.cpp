// Definitions of the type system and of executable documents.
#include <vector>

#include "sdl/printer.hpp"

namespace bedplate::sdl {

std::string_view operation_word(OperationKind kind) {
  switch (kind) {
    case OperationKind::kQuery:
      return "query";
    case OperationKind::kMutation:
      return "mutation";
    case OperationKind::kSubscription:
      return "subscription";
  }
  return "query";
}

std::string_view type_word(TypeKind kind) {
  switch (kind) {
    case TypeKind::kScalar:
      return "scalar";
    case TypeKind::kObject:
      return "type";
    case TypeKind::kInterface:
      return "interface";
    case TypeKind::kUnion:
      return "union";
    case TypeKind::kEnum:
      return "enum";
    case TypeKind::kInputObject:
      return "input";
  }
  return "type";
}

void Printer::definition(const Definition& definition) {
  if (const auto* const* schema_node = std::get_if<const SchemaDefinition*>(&definition)) schema(**schema_node);
  if (const auto* const* type_node = std::get_if<const TypeDefinition*>(&definition)) type_definition(**type_node);
  if (const auto* const* directive = std::get_if<const DirectiveDefinition*>(&definition)) {
    directive_definition(**directive);
  }
  if (const auto* const* node = std::get_if<const OperationDefinition*>(&definition)) operation(**node);
  if (const auto* const* node = std::get_if<const FragmentDefinition*>(&definition)) fragment(**node);
}

void Printer::description(const Value* description) {
  if (description == nullptr) return;
  line();
  scalar(*description);
  text_ += '\n';
}

void Printer::directives(std::span<const Directive> directives) {
  for (const Directive& directive : directives) {
    text_ += " @";
    text_ += directive.name.text;
    arguments(directive.arguments);
  }
}

void Printer::arguments(std::span<const Argument> arguments) {
  if (arguments.empty()) return;
  char before = '(';
  for (const Argument& argument : arguments) {
    text_ += before;
    if (before == ',') text_ += ' ';
    before = ',';
    text_ += argument.name.text;
    text_ += ": ";
    value(argument.value);
  }
  text_ += ')';
}

void Printer::schema(const SchemaDefinition& schema) {
  description(schema.description);
  text_ += schema.extension ? "extend schema" : "schema";
  directives(schema.directives);
  if (!schema.operations.empty()) {
    text_ += " {\n";
    for (const OperationType& type : schema.operations) {
      text_ += "  ";
      text_ += operation_word(type.operation);
      text_ += ": ";
      text_ += type.type.text;
      text_ += '\n';
    }
    text_ += '}';
  }
  text_ += '\n';
}

void Printer::type_definition(const TypeDefinition& type) {
  description(type.description);
  if (type.extension) text_ += "extend ";
  text_ += type_word(type.kind);
  text_ += ' ';
  text_ += type.name.text;
  std::string_view before = " implements ";
  for (const Name& interface : type.interfaces) {
    text_ += before;
    text_ += interface.text;
    before = " & ";
  }
  directives(type.directives);
  before = " = ";
  for (const Name& member : type.members) {
    text_ += before;
    text_ += member.text;
    before = " | ";
  }
  type_body(type);
  text_ += '\n';
}

void Printer::type_body(const TypeDefinition& type) {
  if (type.fields.empty() && type.input_fields.empty() && type.values.empty()) return;
  text_ += " {\n";
  ++depth_;
  for (const FieldDefinition& one : type.fields) field(one);
  for (const InputValue& one : type.input_fields) {
    description(one.description);
    line();
    input_value(one);
    text_ += '\n';
  }
  for (const EnumValue& one : type.values) {
    description(one.description);
    line();
    text_ += one.name.text;
    directives(one.directives);
    text_ += '\n';
  }
  --depth_;
  text_ += '}';
}

void Printer::field(const FieldDefinition& field) {
  description(field.description);
  line();
  text_ += field.name.text;
  input_values(field.arguments);
  text_ += ": ";
  type(*field.type);
  directives(field.directives);
  text_ += '\n';
}

// On one line, unless one of them has a description.
void Printer::input_values(std::span<const InputValue> values) {
  if (values.empty()) return;
  bool described = false;
  for (const InputValue& one : values) described = described || one.description != nullptr;
  text_ += '(';
  ++depth_;
  for (const InputValue& one : values) {
    if (described) {
      text_ += '\n';
      description(one.description);
      line();
    } else if (&one != values.data()) {
      text_ += ", ";
    }
    input_value(one);
  }
  --depth_;
  if (described) {
    text_ += '\n';
    line();
  }
  text_ += ')';
}

void Printer::input_value(const InputValue& input) {
  text_ += input.name.text;
  text_ += ": ";
  type(*input.type);
  if (input.default_value != nullptr) {
    text_ += " = ";
    value(*input.default_value);
  }
  directives(input.directives);
}

void Printer::directive_definition(const DirectiveDefinition& directive) {
  description(directive.description);
  text_ += "directive @";
  text_ += directive.name.text;
  input_values(directive.arguments);
  if (directive.repeatable) text_ += " repeatable";
  std::string_view before = " on ";
  for (const Name& location : directive.locations) {
    text_ += before;
    text_ += location.text;
    before = " | ";
  }
  text_ += '\n';
}

void Printer::operation(const OperationDefinition& operation) {
  description(operation.description);
  const bool bare = operation.operation == OperationKind::kQuery && operation.description == nullptr &&
                    operation.name.empty() && operation.variables.empty() && operation.directives.empty();
  if (!bare) {
    text_ += operation_word(operation.operation);
    if (!operation.name.empty()) text_ += ' ';
    text_ += operation.name.text;
    variables(operation.variables);
    directives(operation.directives);
    text_ += ' ';
  }
  selections(operation.selections);
  text_ += '\n';
}

void Printer::variables(std::span<const VariableDefinition> variables) {
  if (variables.empty()) return;
  text_ += '(';
  for (const VariableDefinition& variable : variables) {
    if (&variable != variables.data()) text_ += ", ";
    if (variable.description != nullptr) {
      scalar(*variable.description);
      text_ += ' ';
    }
    text_ += '$';
    text_ += variable.name.text;
    text_ += ": ";
    type(*variable.type);
    if (variable.default_value != nullptr) {
      text_ += " = ";
      value(*variable.default_value);
    }
    directives(variable.directives);
  }
  text_ += ')';
}

void Printer::fragment(const FragmentDefinition& fragment) {
  description(fragment.description);
  text_ += "fragment ";
  text_ += fragment.name.text;
  text_ += " on ";
  text_ += fragment.on.text;
  directives(fragment.directives);
  text_ += ' ';
  selections(fragment.selections);
  text_ += '\n';
}

void Printer::selections(std::span<const Selection> selections) {
  std::vector<std::span<const Selection>> open{selections};
  text_ += "{\n";
  ++depth_;
  while (!open.empty()) {
    if (open.back().empty()) {
      open.pop_back();
      --depth_;
      line();
      text_ += open.empty() ? "}" : "}\n";
      continue;
    }
    const Selection& one = open.back().front();
    open.back() = open.back().subspan(1);
    line();
    selection_head(one);
    text_ += one.selections.empty() ? "\n" : " {\n";
    if (one.selections.empty()) continue;
    open.push_back(one.selections);
    ++depth_;
  }
}

void Printer::selection_head(const Selection& selection) {
  if (selection.kind != SelectionKind::kField) text_ += "...";
  if (!selection.alias.empty()) {
    text_ += selection.alias.text;
    text_ += ": ";
  }
  text_ += selection.name.text;
  if (!selection.on.empty()) {
    text_ += " on ";
    text_ += selection.on.text;
  }
  arguments(selection.arguments);
  directives(selection.directives);
}

}  // namespace bedplate::sdl
