// Definitions: which one begins here, and those of the type system.
#include <algorithm>

#include "sdl/keywords.hpp"
#include "sdl/parser_state.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::sdl {

namespace {

std::optional<TypeKind> type_kind(std::string_view word) {
  if (word == "scalar") return TypeKind::kScalar;
  if (word == "type") return TypeKind::kObject;
  if (word == "interface") return TypeKind::kInterface;
  if (word == "union") return TypeKind::kUnion;
  if (word == "enum") return TypeKind::kEnum;
  if (word == "input") return TypeKind::kInputObject;
  return std::nullopt;
}

std::string definition_hint(const Token& token) {
  if (token.kind == TokenKind::kBraceR) return "Is there one \"}\" too many?";
  const std::string near = token.kind == TokenKind::kName ? did_you_mean(token.text, kDefinitionWords) : std::string();
  if (!near.empty()) return near.substr(1);
  return "A definition begins with type, interface, union, enum, input, scalar, directive, schema, extend, query, "
         "mutation, subscription or fragment.";
}

}  // namespace

std::optional<Definition> Parser::definition() {
  const Position start = token_.at;
  const Value* text = description();
  const std::string_view word = at(TokenKind::kName) ? token_.text : std::string_view();
  const bool operation_word = word == "query" || word == "mutation" || word == "subscription";
  const bool executable = at(TokenKind::kBraceL) || operation_word || word == "fragment";
  if (executable) {
    if (mode_ == Mode::kSchema) unexpected("A schema holds no operations and fragments: put them into another file.");
    return word == "fragment" ? fragment(text, start) : operation(text, start);
  }
  const bool extension = word == "extend";
  if (!extension && std::ranges::find(kDefinitionWords, word) == kDefinitionWords.end()) {
    unexpected(definition_hint(token_));
    return std::nullopt;
  }
  if (mode_ == Mode::kExecutable) unexpected("A request holds operations and fragments only.");
  if (extension) {
    if (text != nullptr) unexpected("Extensions have no descriptions: put it at the definition.");
    advance();
  }
  const std::string_view defined = at(TokenKind::kName) ? token_.text : std::string_view();
  return system_definition(defined, extension, text, start);
}

std::optional<Definition> Parser::system_definition(std::string_view word, bool extension, const Value* text,
                                                    Position at) {
  if (word == "schema") return schema_definition(extension, text, at);
  if (word == "directive" && !extension) return directive_definition(text, at);
  if (const auto kind = type_kind(word)) return type_definition(*kind, extension, text, at);
  unexpected("Schema, scalar, type, interface, union, enum and input can be extended.");
  return std::nullopt;
}

Definition Parser::schema_definition(bool extension, const Value* text, Position at) {
  advance();
  auto* schema = arena_.make<SchemaDefinition>();
  schema->description = text;
  schema->extension = extension;
  schema->at = at;
  schema->directives = directives(true);
  const auto item = [&] { return operation_type(); };
  if (!extension || this->at(TokenKind::kBraceL)) {
    schema->operations = many(TokenKind::kBraceL, TokenKind::kBraceR, operation_types_, item);
  } else if (schema->directives.empty()) {
    unexpected("An extension adds directives or root operation types.");
  }
  return schema;
}

OperationType Parser::operation_type() {
  OperationType type;
  type.at = token_.at;
  type.operation = operation_kind();
  expect(TokenKind::kColon);
  type.type = expect_name();
  return type;
}

Definition Parser::type_definition(TypeKind kind, bool extension, const Value* text, Position at) {
  advance();
  auto* type = arena_.make<TypeDefinition>();
  type->kind = kind;
  type->extension = extension;
  type->description = text;
  type->at = at;
  type->name = expect_name();
  const bool has_interfaces = kind == TypeKind::kObject || kind == TypeKind::kInterface;
  if (has_interfaces && skip_keyword("implements")) {
    type->interfaces = delimited(TokenKind::kAmp, [&] { return expect_name(); });
  }
  type->directives = directives(true);
  type_body(*type);
  const bool adds = !type->interfaces.empty() || !type->directives.empty() || !type->fields.empty() ||
                    !type->input_fields.empty() || !type->members.empty() || !type->values.empty();
  if (extension && !adds) unexpected("An extension adds something: directives, fields, values or members.");
  return type;
}

void Parser::type_body(TypeDefinition& type) {
  switch (type.kind) {
    case TypeKind::kScalar:
      return;
    case TypeKind::kObject:
    case TypeKind::kInterface:
      type.fields =
          optional_many(TokenKind::kBraceL, TokenKind::kBraceR, field_definitions_, [&] { return field_definition(); });
      return;
    case TypeKind::kUnion:
      if (skip(TokenKind::kEquals)) type.members = delimited(TokenKind::kPipe, [&] { return expect_name(); });
      return;
    case TypeKind::kEnum:
      type.values = optional_many(TokenKind::kBraceL, TokenKind::kBraceR, enum_values_, [&] { return enum_value(); });
      return;
    case TypeKind::kInputObject:
      type.input_fields = optional_many(TokenKind::kBraceL, TokenKind::kBraceR, inputs_, [&] { return input_value(); });
      return;
  }
}

FieldDefinition Parser::field_definition() {
  FieldDefinition field;
  field.at = token_.at;
  field.description = description();
  field.name = expect_name();
  field.arguments = optional_many(TokenKind::kParenL, TokenKind::kParenR, inputs_, [&] { return input_value(); });
  expect(TokenKind::kColon);
  field.type = type();
  field.directives = directives(true);
  return field;
}

InputValue Parser::input_value() {
  InputValue input;
  input.at = token_.at;
  input.description = description();
  input.name = expect_name();
  expect(TokenKind::kColon);
  input.type = type();
  input.default_value = default_value();
  input.directives = directives(true);
  return input;
}

EnumValue Parser::enum_value() {
  EnumValue value;
  value.at = token_.at;
  value.description = description();
  if (at_keyword("true") || at_keyword("false") || at_keyword("null")) {
    fail({Reason::kInvalidQuery, token_.at, token_.length,
          "Name \"" + std::string(token_.text) + "\" is reserved and cannot be used for an enum value.",
          "Choose another name, such as " + std::string(token_.text == "null" ? "NONE" : "YES or NO") + "."});
  }
  value.name = expect_name();
  value.directives = directives(true);
  return value;
}

Definition Parser::directive_definition(const Value* text, Position at) {
  advance();
  auto* directive = arena_.make<DirectiveDefinition>();
  directive->description = text;
  directive->at = at;
  expect(TokenKind::kAt);
  directive->name = expect_name();
  directive->arguments = optional_many(TokenKind::kParenL, TokenKind::kParenR, inputs_, [&] { return input_value(); });
  directive->repeatable = skip_keyword("repeatable");
  expect_keyword("on");
  directive->locations = delimited(TokenKind::kPipe, [&] { return directive_location(); });
  return directive;
}

Name Parser::directive_location() {
  if (at(TokenKind::kName) && std::ranges::find(kDirectiveLocations, token_.text) == kDirectiveLocations.end()) {
    const std::string near = did_you_mean(token_.text, kDirectiveLocations);
    unexpected(near.empty() ? "A directive stands on locations such as OBJECT, FIELD_DEFINITION or QUERY."
                            : near.substr(1));
  }
  return expect_name();
}

}  // namespace bedplate::sdl
