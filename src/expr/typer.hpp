#pragma once
// Typer: one run of type_expression(). Private to this folder. Every part of an expression becomes a Value, which
// may not have a type yet (a literal, a claim); settle() gives it the type of what it meets. Parts that are wrong
// become kBad and are reported once. Recursion is bounded by the parser's depth.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.hpp"
#include "expr/builder.hpp"
#include "expr/env.hpp"
#include "expr/syntax.hpp"
#include "expr/type.hpp"

namespace bedplate::expr {

/// What a part of an expression is before the rest is known. Trivially destructible; lives in the arena.
struct Value {
  enum class Kind : std::uint8_t {
    kBad,     ///< reported already
    kTyped,   ///< `node`
    kNumber,  ///< `number`: a literal that takes the type of what it meets
    kText,    ///< `text`: the same
    kNull,
    kPrincipal,  ///< auth.id, auth.tenant, auth.claims.…: `fact`, `text` the claim's path
    kRow,        ///< `node` a row; `member` is the relation where it is a hop
    kMany,       ///< rows of a to-many relation: `node` the row, `member`, `scope`, `filter`, `mapped`
    kList,       ///< elements in `syntax`
    kChoice,     ///< ?: whose branches have no type yet: `node` the condition, `mapped` and `otherwise`
  };
  Kind kind = Kind::kBad;
  Position position;
  const Node* node = nullptr;
  Decimal number;
  bool point = false;  ///< the number was written with one
  std::string_view text;
  Fact::Kind fact = Fact::Kind::kId;
  Member member;
  std::uint16_t scope = 0;
  const Node* filter = nullptr;
  const Value* mapped = nullptr;
  const Value* otherwise = nullptr;
  const Syntax* syntax = nullptr;

  bool is(Kind k) const { return kind == k; }
};

class Typer {
 public:
  Typer(Env& env, Arena& arena) : env_(env), build_(arena), arena_(arena) {}

  const Node* whole(const Syntax& syntax, const Type& expected);
  Findings take_findings() { return std::move(findings_); }

 private:
  // typer.cpp: dispatch, and giving values a type.
  Value infer(const Syntax& syntax);
  Value infer_number(const Syntax& syntax);
  Value infer_conditional(const Syntax& syntax);
  /// Null when the value is bad or became so. `wanted` null: the type it has by itself.
  const Node* settle(const Value& value, const Type* wanted);
  const Node* settle_number(const Value& value, const Type* wanted);
  const Node* settle_text(const Value& value, const Type* wanted);
  const Node* settle_principal(const Value& value, const Type* wanted);
  const Node* settle_choice(const Value& value, const Type* wanted);
  const Node* no_value(const Value& value);
  /// A condition.
  const Node* truth(const Syntax& syntax);
  const Node* truth(const Value& value);
  /// As the type of a field, or as an Int operand's wider type; reports what cannot be.
  const Node* convert(const Node* node, const Type& wanted);

  // type_names.cpp: names, members, the principal, old.
  Value infer_name(const Syntax& syntax);
  Value infer_member(const Syntax& syntax);
  Value infer_index(const Syntax& syntax);
  Value infer_auth(const Syntax& member);
  Value member_of(const Value& row, std::string_view name, Position position);
  Value bad_name(EntityId entity, std::string_view name, Position position);
  bool is_auth(const Syntax& syntax) const;
  /// `auth.claims` and what follows as a dotted path; false if it is none.
  bool claim_path(const Syntax& syntax, std::string& path) const;
  /// The principal's claim that it names; none if it is none.
  std::optional<Value> claim(const Syntax& syntax) const;

  // type_operators.cpp, type_arithmetic.cpp: comparisons, `in`, arithmetic.
  Value infer_logic(const Syntax& syntax);
  Value infer_comparison(const Syntax& syntax);
  Value infer_null_test(const Value& value, bool negated, Position position);
  Value infer_in(const Syntax& syntax);
  Value in_list(const Value& value, const Syntax& list, Position position);
  Value in_values(const Value& value, const Node* list, Position position);
  Value in_mapped(const Value& value, const Value& many, Position position);
  Value in_principal_list(const Syntax& value, const Syntax& list, Position position);
  Value infer_arithmetic(const Syntax& syntax);
  Value infer_negation(const Syntax& syntax);
  const Node* temporal(Op op, const Node* a, const Node* b);
  /// Both with types that can be compared; false when reported. `order`: for < and its kin.
  bool unify(const Value& a, const Value& b, const Node*& left, const Node*& right, Position position);
  bool comparable(const Node*& left, const Node*& right, bool order, Position position);
  /// TRUE where there is no value (or no row behind a to-one).
  const Node* absence(const Value& value);

  // type_calls.cpp, type_macros.cpp: functions and macros.
  Value infer_call(const Syntax& syntax, std::string_view name, std::span<const Syntax* const> args);
  Value call_has(const Syntax& syntax, std::span<const Syntax* const> args);
  Value call_has_fact(const Syntax& syntax, std::string_view name, std::span<const Syntax* const> args);
  Value call_size(const Syntax& syntax, std::span<const Syntax* const> args);
  Value call_text(const Syntax& syntax, std::string_view name, std::span<const Syntax* const> args);
  Value call_matches(const Syntax& syntax, std::span<const Syntax* const> args);
  Value call_date(const Syntax& syntax, std::span<const Syntax* const> args);
  Value call_convert(const Syntax& syntax, std::string_view name, std::span<const Syntax* const> args);
  Value infer_method(const Syntax& syntax);
  Value macro(const Syntax& syntax, Value many);
  Value macro_filter(const Syntax& syntax, Value many);
  Value macro_map(const Syntax& syntax, Value many);
  Value macro_quantifier(const Syntax& syntax, const Value& many, Op op);
  Value macro_count(const Syntax& syntax, const Value& many);
  Value macro_aggregate(const Syntax& syntax, const Value& many, Op op);
  /// What the variable of a macro stands for.
  Value element(const Value& many);
  /// Declares the variable of `syntax.args[1]` while it lives.
  class Variable;
  const Node* count_of(const Value& many, Position position);
  bool arity(const Syntax& syntax, std::size_t got, std::size_t least, std::size_t most, std::string_view form);

  Value typed(const Node* node, Position position);
  Value bad(Position position, std::string message, std::string hint = {});
  const Node* reject(Position position, std::string message, std::string hint = {});
  void report(Position position, std::string message, std::string hint);
  std::string describe_type(const Type& type) const;

  Env& env_;
  Builder build_;
  Arena& arena_;
  Findings findings_;
  std::vector<std::pair<std::string_view, Value>> variables_;
  std::uint16_t next_scope_ = 1;
};

/// What an expression may call, and ask of related rows.
std::span<const std::string_view> function_names();
std::span<const std::string_view> macro_names();

/// Whether the value can be null although every field that is not nullable holds a value, every foreign key that is
/// not null has its row, and nothing overflows.
bool may_be_missing(const Node& node, const Env& env);
/// `did you mean 'x'?`, or `or else`.
std::string suggestion(std::string_view input, std::span<const std::string_view> options, std::string_view or_else);

}  // namespace bedplate::expr
