// Operations, fragments and selection sets. Open sets nest on `open_selections_`; the selection that owns the
// innermost one is the last complete entry before its children.
#include "sdl/parser_state.hpp"

namespace bedplate::sdl {

OperationKind Parser::operation_kind() {
  if (skip_keyword("query")) return OperationKind::kQuery;
  if (skip_keyword("mutation")) return OperationKind::kMutation;
  if (skip_keyword("subscription")) return OperationKind::kSubscription;
  unexpected("Here stands query, mutation or subscription.");
  return OperationKind::kQuery;
}

Definition Parser::operation(const Value* text, Position at) {
  auto* operation = arena_.make<OperationDefinition>();
  operation->description = text;
  operation->at = at;
  if (!this->at(TokenKind::kBraceL)) {
    operation->operation = operation_kind();
    if (this->at(TokenKind::kName)) operation->name = expect_name();
    operation->variables =
        optional_many(TokenKind::kParenL, TokenKind::kParenR, variables_, [&] { return variable_definition(); });
    operation->directives = directives(false);
  } else if (text != nullptr) {
    unexpected("Only an operation that begins with query, mutation or subscription has a description.");
  }
  operation->selections = selection_set();
  return operation;
}

VariableDefinition Parser::variable_definition() {
  VariableDefinition variable;
  variable.at = token_.at;
  variable.description = description();
  expect(TokenKind::kDollar);
  variable.name = expect_name();
  expect(TokenKind::kColon);
  variable.type = type();
  variable.default_value = default_value();
  variable.directives = directives(true);
  return variable;
}

Definition Parser::fragment(const Value* text, Position at) {
  auto* fragment = arena_.make<FragmentDefinition>();
  fragment->description = text;
  fragment->at = at;
  advance();
  if (at_keyword("on")) unexpected("A fragment has a name, which is not \"on\".");
  fragment->name = expect_name();
  expect_keyword("on");
  fragment->on = expect_name();
  fragment->directives = directives(false);
  fragment->selections = selection_set();
  return fragment;
}

std::span<const Selection> Parser::selection_set() {
  const std::size_t outer = open_selections_.size();
  std::span<const Selection> children;
  expect(TokenKind::kBraceL);
  open_selections_.push_back(selections_.size());
  while (!failed()) {
    const Selection head = selection_head();
    selections_.push_back(head);
    if (head.kind == SelectionKind::kInlineFragment || (head.kind == SelectionKind::kField && at(TokenKind::kBraceL))) {
      expect(TokenKind::kBraceL);
      open_selections_.push_back(selections_.size());
      check_depth(open_selections_.size(), "selection");
      continue;
    }
    while (open_selections_.size() > outer && skip(TokenKind::kBraceR)) {
      children = close_scratch(selections_, open_selections_.back());
      open_selections_.pop_back();
      if (open_selections_.size() > outer) selections_.back().selections = children;
    }
    if (open_selections_.size() == outer) break;
  }
  return children;
}

Selection Parser::selection_head() {
  spend(fields_, limits_.fields, "selections");
  Selection selection;
  selection.at = token_.at;
  if (!skip(TokenKind::kSpread)) {
    field_head(selection);
    return selection;
  }
  const bool typed = at_keyword("on");
  if (at(TokenKind::kName) && !typed) {
    selection.kind = SelectionKind::kFragmentSpread;
    selection.name = expect_name();
  } else {
    selection.kind = SelectionKind::kInlineFragment;
    if (skip_keyword("on")) selection.on = expect_name();
  }
  selection.directives = directives(false);
  return selection;
}

void Parser::field_head(Selection& field) {
  field.name = expect_name();
  if (skip(TokenKind::kColon)) {
    spend(aliases_, limits_.aliases, "aliases");
    field.alias = field.name;
    field.name = expect_name();
  }
  field.arguments = arguments(false);
  field.directives = directives(false);
}

}  // namespace bedplate::sdl
