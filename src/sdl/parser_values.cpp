// Values, types, arguments and directives. Lists and objects nest on `open_values_`, list types on `brackets_`.
#include "sdl/keywords.hpp"
#include "sdl/parser_state.hpp"

namespace bedplate::sdl {

Value Parser::value(bool constant) {
  const std::size_t outer = open_values_.size();
  const std::size_t bottom = values_.size();
  while (!failed()) {
    Name key;
    const bool in_object = open_values_.size() > outer && values_[open_values_.back()].value.kind == ValueKind::kObject;
    if (in_object) {
      key = expect_name();
      expect(TokenKind::kColon);
    }
    const Value head = value_head(constant);
    values_.push_back({key, head});
    while (open_values_.size() > outer) {
      const bool object = values_[open_values_.back()].value.kind == ValueKind::kObject;
      if (!skip(object ? TokenKind::kBraceR : TokenKind::kBracketR)) break;
      close_value();
    }
    if (open_values_.size() == outer) break;
  }
  const Value result = failed() || values_.size() <= bottom ? Value{} : values_[bottom].value;
  open_values_.resize(outer);
  values_.resize(bottom);
  return result;
}

void Parser::close_value() {
  const std::size_t parent = open_values_.back();
  open_values_.pop_back();
  const auto children = std::span<const ObjectField>(values_).subspan(parent + 1);
  Value& value = values_[parent].value;
  if (value.kind == ValueKind::kObject) {
    value.fields = arena_.copy_array(children);
  } else {
    const std::span<Value> items = arena_.make_array<Value>(children.size());
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = children[i].value;
    value.items = items;
  }
  value.length = last_end_ - value.at.offset;
  values_.resize(parent + 1);
}

Value Parser::value_head(bool constant) {
  Value value;
  value.at = token_.at;
  value.length = token_.length;
  value.text = token_.text;
  switch (token_.kind) {
    case TokenKind::kInt:
      value.kind = ValueKind::kInt;
      break;
    case TokenKind::kFloat:
      value.kind = ValueKind::kFloat;
      break;
    case TokenKind::kString:
    case TokenKind::kBlockString:
      value.kind = ValueKind::kString;
      value.block = at(TokenKind::kBlockString);
      break;
    case TokenKind::kName:
      return enum_or_word();
    case TokenKind::kBracketL:
    case TokenKind::kBraceL:
      value.kind = at(TokenKind::kBraceL) ? ValueKind::kObject : ValueKind::kList;
      value.text = {};
      open_values_.push_back(values_.size());
      check_depth(open_values_.size(), "value");
      break;
    case TokenKind::kDollar: {
      advance();
      if (constant && at(TokenKind::kName)) {
        fail({Reason::kInvalidQuery, value.at, 1 + token_.length,
              "Unexpected variable \"$" + std::string(token_.text) + "\" in constant value.",
              "Defaults and arguments of directives in a schema are constants."});
      }
      value.kind = ValueKind::kVariable;
      value.text = expect_name().text;
      value.length = last_end_ - value.at.offset;
      return value;
    }
    default:
      unexpected("A value is expected: a number, \"string\", true, false, null, NAME, [list] or {object}.");
  }
  advance();
  return value;
}

Value Parser::enum_or_word() {
  Value value;
  value.at = token_.at;
  value.length = token_.length;
  value.text = token_.text;
  if (value.text == "true" || value.text == "false") {
    value.kind = ValueKind::kBool;
    value.boolean = value.text == "true";
  } else {
    value.kind = value.text == "null" ? ValueKind::kNull : ValueKind::kEnum;
  }
  advance();
  return value;
}

const Value* Parser::description() {
  if (!at(TokenKind::kString) && !at(TokenKind::kBlockString)) return nullptr;
  return arena_.make<Value>(value_head(true));
}

const Value* Parser::default_value() { return skip(TokenKind::kEquals) ? arena_.make<Value>(value(true)) : nullptr; }

const TypeRef* Parser::type() {
  brackets_.clear();
  while (at(TokenKind::kBracketL) && !failed()) {
    brackets_.push_back(token_.at);
    check_depth(brackets_.size(), "type");
    advance();
  }
  auto* type = arena_.make<TypeRef>();
  type->at = token_.at;
  type->name = expect_name();
  type->non_null = skip(TokenKind::kBang);
  while (!brackets_.empty() && !failed()) {
    expect(TokenKind::kBracketR);
    auto* list = arena_.make<TypeRef>();
    list->inner = type;
    list->at = brackets_.back();
    list->non_null = skip(TokenKind::kBang);
    brackets_.pop_back();
    type = list;
  }
  return type;
}

std::span<const Argument> Parser::arguments(bool constant) {
  return optional_many(TokenKind::kParenL, TokenKind::kParenR, arguments_, [&] {
    Argument argument;
    argument.name = expect_name();
    expect(TokenKind::kColon);
    argument.value = value(constant);
    return argument;
  });
}

std::span<const Directive> Parser::directives(bool constant) {
  const std::size_t start = directives_.size();
  while (at(TokenKind::kAt)) {
    spend(directive_uses_, limits_.directives, "directives");
    Directive directive;
    directive.at = token_.at;
    advance();
    directive.name = expect_name();
    directive.arguments = arguments(constant);
    directives_.push_back(directive);
  }
  return close_scratch(directives_, start);
}

}  // namespace bedplate::sdl
