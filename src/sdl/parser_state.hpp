#pragma once
// The parser itself; parser.hpp is its face. It stands on one token, keeps children that are not complete on scratch
// stacks and copies them into the arena when their parent closes. The first failure sticks: the token becomes kFailed,
// every loop ends, and the caller looks at `failed()` once. One thread, one text.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "sdl/ast.hpp"
#include "sdl/lexer.hpp"
#include "sdl/limits.hpp"
#include "sdl/parser.hpp"

namespace bedplate::sdl {

class Parser {
 public:
  Parser(Arena& arena, std::string_view source, const Limits& limits, Mode mode);

  /// The whole document, up to the first failure.
  Tree document();
  /// The whole document without the definitions that fail; `report` is told of each failure.
  Tree document_with_recovery(std::vector<SyntaxFailure>& failures);
  const Value* lone_value();

  bool failed() const { return token_.kind == TokenKind::kFailed; }
  const SyntaxFailure& failure() const { return failure_; }

 private:
  // The cursor (parser_cursor.cpp).
  Token take();
  void advance();
  bool at(TokenKind kind) const { return token_.kind == kind; }
  bool at_keyword(std::string_view word) const { return at(TokenKind::kName) && token_.text == word; }
  bool skip(TokenKind kind);
  bool skip_keyword(std::string_view word);
  Token expect(TokenKind kind);
  void expect_keyword(std::string_view word);
  Name expect_name();
  void unexpected(std::string hint = {});
  void fail(SyntaxFailure failure);
  void spend(std::uint64_t& used, std::uint64_t budget, std::string_view what);
  void check_depth(std::size_t depth, std::string_view what);
  void remember_restart();
  bool recover(std::vector<SyntaxFailure>& failures);

  // Values and types (parser_values.cpp).
  Value value(bool constant);
  Value value_head(bool constant);
  Value enum_or_word();
  void close_value();
  const TypeRef* type();
  const Value* description();
  const Value* default_value();
  std::span<const Directive> directives(bool constant);
  std::span<const Argument> arguments(bool constant);

  // The type system (parser_schema.cpp).
  std::optional<Definition> definition();
  std::optional<Definition> system_definition(std::string_view word, bool extension, const Value* text, Position at);
  Definition schema_definition(bool extension, const Value* text, Position at);
  Definition type_definition(TypeKind kind, bool extension, const Value* text, Position at);
  void type_body(TypeDefinition& type);
  Definition directive_definition(const Value* text, Position at);
  Name directive_location();
  OperationType operation_type();
  FieldDefinition field_definition();
  InputValue input_value();
  EnumValue enum_value();

  // Operations and fragments (parser_executable.cpp).
  Definition operation(const Value* text, Position at);
  Definition fragment(const Value* text, Position at);
  VariableDefinition variable_definition();
  std::span<const Selection> selection_set();
  Selection selection_head();
  void field_head(Selection& field);
  OperationKind operation_kind();

  Tree finish_tree();

  /// One or more items between `open` and `close`.
  template <class T, class F>
  std::span<const T> many(TokenKind open, TokenKind close, std::vector<T>& scratch, F item) {
    const std::size_t start = scratch.size();
    expect(open);
    while (!failed()) {
      scratch.push_back(item());
      if (skip(close)) break;
    }
    return close_scratch(scratch, start);
  }
  template <class T, class F>
  std::span<const T> optional_many(TokenKind open, TokenKind close, std::vector<T>& scratch, F item) {
    return at(open) ? many(open, close, scratch, item) : std::span<const T>{};
  }
  /// One or more items with `separator` between them and optionally before the first.
  template <class F>
  std::span<const Name> delimited(TokenKind separator, F item) {
    const std::size_t start = names_.size();
    skip(separator);
    do {
      names_.push_back(item());
    } while (skip(separator));
    return close_scratch(names_, start);
  }
  template <class T>
  std::span<const T> close_scratch(std::vector<T>& scratch, std::size_t start) {
    const std::span<const T> done = arena_.copy_array(std::span<const T>(scratch).subspan(start));
    scratch.resize(start);
    return done;
  }

  Arena& arena_;
  std::string_view source_;
  Limits limits_;
  Mode mode_;
  Lexer lexer_;
  Token token_;
  std::uint32_t last_end_ = 0;   ///< where the token before ended
  std::uint32_t last_line_ = 0;  ///< and its line
  SyntaxFailure failure_;
  std::uint64_t tokens_ = 0;
  std::uint64_t directive_uses_ = 0;
  std::uint64_t fields_ = 0;
  std::uint64_t aliases_ = 0;

  // Recovery: the last place at which a definition seems to begin, if it lies behind the present one's beginning.
  bool recovering_ = false;
  Position definition_at_;
  Lexer::Mark restart_;
  bool has_restart_ = false;

  // Children of what is still open.
  std::vector<ObjectField> values_;       // an item of a list has no name
  std::vector<std::size_t> open_values_;  // indices of open lists and objects in values_
  std::vector<Selection> selections_;
  std::vector<std::size_t> open_selections_;  // where the children of open selection sets begin
  std::vector<Position> brackets_;
  std::vector<Name> names_;
  std::vector<Argument> arguments_;
  std::vector<Directive> directives_;
  std::vector<InputValue> inputs_;
  std::vector<FieldDefinition> field_definitions_;
  std::vector<EnumValue> enum_values_;
  std::vector<OperationType> operation_types_;
  std::vector<VariableDefinition> variables_;
  std::vector<Definition> definitions_;
};

}  // namespace bedplate::sdl
