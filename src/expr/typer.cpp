#include "expr/typer.hpp"

#include <algorithm>
#include <charconv>

#include "base/scalar.hpp"
#include "base/text_cursor.hpp"
#include "expr/parse.hpp"
#include "expr/result_type.hpp"

namespace bedplate::expr {

using Kind = Syntax::Kind;

namespace {

constexpr std::size_t kMaxFindings = 20;

bool is_flexible(const Value& value) {
  return value.is(Value::Kind::kNumber) || value.is(Value::Kind::kText) || value.is(Value::Kind::kNull) ||
         value.is(Value::Kind::kPrincipal) || value.is(Value::Kind::kChoice);
}

}  // namespace

void Typer::report(Position position, std::string message, std::string hint) {
  if (findings_.size() >= kMaxFindings) return;
  Error error(Reason::kInvalidExpression, std::move(message));
  findings_.push_back(std::move(error).with_hint(std::move(hint)).at(position));
}

Value Typer::bad(Position position, std::string message, std::string hint) {
  report(position, std::move(message), std::move(hint));
  return Value{.kind = Value::Kind::kBad, .position = position};
}

const Node* Typer::reject(Position position, std::string message, std::string hint) {
  report(position, std::move(message), std::move(hint));
  return nullptr;
}

Value Typer::typed(const Node* node, Position position) {
  if (node == nullptr) return Value{.kind = Value::Kind::kBad, .position = position};
  return Value{.kind = Value::Kind::kTyped, .position = position, .node = node};
}

std::string Typer::describe_type(const Type& type) const {
  if (type.scalar == Scalar::kEnum && !type.list) return std::string(env_.enum_name(type.enumeration));
  return type_name(type);
}

Value Typer::infer(const Syntax& syntax) {
  switch (syntax.kind) {
    case Kind::kName:
      return infer_name(syntax);
    case Kind::kNumber:
      return infer_number(syntax);
    case Kind::kString:
      return Value{.kind = Value::Kind::kText, .position = syntax.position, .text = arena_.copy(syntax.text)};
    case Kind::kTrue:
    case Kind::kFalse:
      return typed(build_.boolean(syntax.kind == Kind::kTrue, syntax.position), syntax.position);
    case Kind::kNull:
      return Value{.kind = Value::Kind::kNull, .position = syntax.position};
    case Kind::kList:
      return Value{.kind = Value::Kind::kList, .position = syntax.position, .syntax = &syntax};
    case Kind::kMember:
      return infer_member(syntax);
    case Kind::kIndex:
      return infer_index(syntax);
    case Kind::kCall:
      return infer_call(syntax, syntax.text, syntax.args);
    case Kind::kMethod:
      return infer_method(syntax);
    case Kind::kNot:
    case Kind::kAnd:
    case Kind::kOr:
      return infer_logic(syntax);
    case Kind::kNegate:
      return infer_negation(syntax);
    case Kind::kEqual:
    case Kind::kNotEqual:
    case Kind::kLess:
    case Kind::kLessOrEqual:
    case Kind::kGreater:
    case Kind::kGreaterOrEqual:
      return infer_comparison(syntax);
    case Kind::kIn:
      return infer_in(syntax);
    case Kind::kAdd:
    case Kind::kSubtract:
    case Kind::kMultiply:
    case Kind::kDivide:
    case Kind::kModulo:
      return infer_arithmetic(syntax);
    case Kind::kConditional:
      return infer_conditional(syntax);
  }
  return bad(syntax.position, "this is not part of rules");
}

Value Typer::infer_number(const Syntax& syntax) {
  const auto number = Decimal::parse(syntax.text);
  if (!number) return bad(syntax.position, "the number has more than 38 digits", "no field holds it");
  return Value{
      .kind = Value::Kind::kNumber, .position = syntax.position, .number = *number, .point = syntax.text.contains('.')};
}

Value Typer::infer_conditional(const Syntax& syntax) {
  const Node* condition = truth(*syntax.args[0]);
  const Value then = infer(*syntax.args[1]);
  const Value otherwise = infer(*syntax.args[2]);
  if (condition == nullptr || then.is(Value::Kind::kBad) || otherwise.is(Value::Kind::kBad))
    return Value{.kind = Value::Kind::kBad, .position = syntax.position};
  Value choice{.kind = Value::Kind::kChoice,
               .position = syntax.position,
               .node = condition,
               .mapped = arena_.make<Value>(then),
               .otherwise = arena_.make<Value>(otherwise)};
  if (is_flexible(then) && is_flexible(otherwise)) return choice;
  return typed(settle_choice(choice, nullptr), syntax.position);
}

const Node* Typer::settle(const Value& value, const Type* wanted) {
  switch (value.kind) {
    case Value::Kind::kBad:
      return nullptr;
    case Value::Kind::kTyped:
      return value.node;
    case Value::Kind::kNumber:
      return settle_number(value, wanted);
    case Value::Kind::kText:
      return settle_text(value, wanted);
    case Value::Kind::kNull:
      if (wanted != nullptr) return build_.null(*wanted, value.position);
      return reject(value.position, "null has no type here", "test presence by '== null' or has()");
    case Value::Kind::kPrincipal:
      return settle_principal(value, wanted);
    case Value::Kind::kChoice:
      return settle_choice(value, wanted);
    case Value::Kind::kRow:
    case Value::Kind::kMany:
    case Value::Kind::kList:
      return no_value(value);
  }
  return nullptr;
}

const Node* Typer::no_value(const Value& value) {
  if (value.is(Value::Kind::kList))
    return reject(value.position, "a list is no value here", "lists stand after 'in': status in ['A', 'B']");
  if (value.is(Value::Kind::kMany)) {
    const std::string name(value.member.name);
    return reject(
        value.position, "'" + name + "' is many rows, not a value",
        "ask " + name + ".exists(x, …), " + name + ".all(x, …), size(" + name + ") or " + name + ".sum(x, x.…)");
  }
  const std::string name(value.member.name.empty() ? "the row" : value.member.name);
  if (value.member.name.empty() || env_.key(value.node->entity).empty())
    return reject(value.position, name + " is a row, not a value", "name a field of it");
  const std::string key(env_.member(value.node->entity, env_.key(value.node->entity).front()).name);
  return reject(value.position, "'" + name + "' is a row, not a value",
                "compare its key: " + name + "." + key + "; or test presence: " + name + " != null");
}

const Node* Typer::settle_number(const Value& value, const Type* wanted) {
  const auto whole = value.number.to_integer();
  if (wanted == nullptr || (wanted->is_numeric() && wanted->scalar != Scalar::kFloat)) {
    const bool decimal = wanted != nullptr ? wanted->scalar == Scalar::kDecimal : value.point;
    if (decimal || !whole) return build_.decimal(value.number, value.position);
    const bool small = *whole >= INT32_MIN && *whole <= INT32_MAX;
    const bool wide = wanted != nullptr && wanted->scalar == Scalar::kBigInt;
    const Type type{.scalar = small && !wide ? Scalar::kInt : Scalar::kBigInt};
    return build_.literal(type, Cell::integer(*whole), value.position);
  }
  if (wanted->scalar == Scalar::kFloat && !wanted->list)
    return build_.literal(Type{.scalar = Scalar::kFloat}, Cell::real(value.number.to_double()), value.position);
  std::string hint = "write it in quotes if it is meant as text";
  if (wanted->scalar == Scalar::kBoolean) hint = "compare it with something: … > 0";
  if (wanted->scalar == Scalar::kDuration) hint = "write a duration('PT1H')";
  if (wanted->scalar == Scalar::kDateTime) hint = "write a time in quotes: '2024-05-17T10:00:00Z'";
  return reject(value.position, "a number where " + describe_type(*wanted) + " is needed", hint);
}

const Node* Typer::settle_text(const Value& value, const Type* wanted) {
  const Type string{.scalar = Scalar::kString};
  if (wanted == nullptr) return build_.literal(string, Cell::text(value.text), value.position);
  const std::string shown = quoted(value.text);
  if (wanted->list || wanted->scalar == Scalar::kJson || wanted->scalar == Scalar::kBytes)
    return reject(value.position, shown + " cannot be a " + describe_type(*wanted), "test it with '== null' or size()");
  switch (wanted->scalar) {
    case Scalar::kString:
    case Scalar::kEmail:
    case Scalar::kUrl:
    case Scalar::kFile:
      return build_.literal(*wanted, Cell::text(value.text), value.position);
    case Scalar::kEnum: {
      const auto values = env_.enum_values(wanted->enumeration);
      if (std::find(values.begin(), values.end(), value.text) != values.end())
        return build_.literal(*wanted, Cell::text(value.text), value.position);
      std::string all;
      for (const auto one : values) all += (all.empty() ? "it has " : ", ") + std::string(one);
      return reject(value.position, shown + " is not a value of " + describe_type(*wanted),
                    suggestion(value.text, values, all));
    }
    case Scalar::kBoolean:
      return reject(value.position, shown + " is text where a condition is needed",
                    value.text == "true" || value.text == "false" ? "write it without quotes" : "compare it");
    case Scalar::kInt:
    case Scalar::kBigInt:
    case Scalar::kFloat:
    case Scalar::kDecimal:
      return reject(value.position, shown + " is text where " + describe_type(*wanted) + " is needed",
                    "write numbers without quotes");
    default: {
      const auto cell = parse_scalar(*wanted, value.text, arena_);
      if (!cell) return reject(value.position, cell.error().message(), cell.error().hint());
      return build_.literal(*wanted, *cell, value.position);
    }
  }
}

const Node* Typer::settle_principal(const Value& value, const Type* wanted) {
  Type type = wanted == nullptr ? Type{.scalar = Scalar::kString} : *wanted;
  if (type.list) return reject(value.position, "a claim is one value, not a list", "");
  type.nullable = true;
  const FactId fact = env_.fact(Fact{.kind = value.fact, .name = value.text, .type = type});
  return build_.principal(fact, type, value.position);
}

const Node* Typer::settle_choice(const Value& value, const Type* wanted) {
  const Node* then = nullptr;
  const Node* otherwise = nullptr;
  if (wanted != nullptr) {
    then = settle(*value.mapped, wanted);
    otherwise = settle(*value.otherwise, wanted);
    if (then == nullptr || otherwise == nullptr) return nullptr;
  }
  if (then == nullptr && !unify(*value.mapped, *value.otherwise, then, otherwise, value.position)) return nullptr;
  if (!comparable(then, otherwise, false, value.position)) return nullptr;
  Type type = then->type;
  if (type.is_text() && type.scalar != otherwise->type.scalar) type = Type{.scalar = Scalar::kString};
  if (type.is_numeric()) {
    type = *common_number(then->type, otherwise->type);
    then = build_.widen(then, type);
    otherwise = build_.widen(otherwise, type);
  }
  type.nullable = value.node->type.nullable || then->type.nullable || otherwise->type.nullable;
  return build_.make(Op::kConditional, type, {value.node, then, otherwise}, value.position);
}

const Node* Typer::truth(const Syntax& syntax) { return truth(infer(syntax)); }

const Node* Typer::truth(const Value& value) {
  if (value.is(Value::Kind::kRow) && !value.member.name.empty())
    return reject(value.position, "'" + std::string(value.member.name) + "' is a row where a condition is needed",
                  "test presence: " + std::string(value.member.name) + " != null");
  const Node* node = settle(value, &kRuleType);
  if (node == nullptr) return nullptr;
  if (node->type.scalar == Scalar::kBoolean && !node->type.list) return node;
  return reject(value.position, "a condition is needed, this is " + describe_type(node->type),
                node->type.is_numeric() ? "compare it: … > 0" : "compare it: … == '…', or test … != null");
}

const Node* Typer::convert(const Node* node, const Type& wanted) {
  const Type& from = node->type;
  const bool same = from.scalar == wanted.scalar && from.list == wanted.list &&
                    (from.scalar != Scalar::kEnum || from.enumeration == wanted.enumeration);
  if (same && wanted.scalar != Scalar::kDecimal) return node;
  const bool text =
      from.is_text() && (wanted.scalar == Scalar::kString || wanted.scalar == Scalar::kId) && !wanted.list;
  if (text) return node;
  const auto common = from.is_numeric() && wanted.is_numeric() ? common_number(from, wanted) : std::nullopt;
  if (common && wanted.scalar == Scalar::kDecimal) {
    if (from.scalar == Scalar::kDecimal && from.scale > wanted.scale) {
      Type type = wanted;
      type.nullable = true;
      return build_.make(Op::kCast, type, {node}, node->position);
    }
    return build_.widen(node, wanted);
  }
  if (common && common->scalar == wanted.scalar) return build_.widen(node, wanted);
  std::string hint = "change the field's type to " + describe_type(from);
  if (from.is_numeric() && wanted.scalar == Scalar::kFloat) hint = "convert it: double(…)";
  return reject(node->position, "the expression is " + describe_type(from) + ", needed is " + describe_type(wanted),
                hint);
}

const Node* Typer::whole(const Syntax& syntax, const Type& expected) {
  const Value value = infer(syntax);
  const Node* node = nullptr;
  if (expected.scalar == Scalar::kBoolean && !expected.list) {
    node = truth(value);
  } else {
    node = settle(value, &expected);
    if (node != nullptr) node = convert(node, expected);
  }
  if (node != nullptr && !expected.nullable && may_be_missing(*node, env_))
    return reject(syntax.position, "the expression can be null, the field cannot",
                  "leave the '!' out, or give a value for null: has(x) ? x : …");
  return node;
}

std::expected<const Node*, Findings> type_expression(const Syntax& syntax, Env& env, Arena& arena,
                                                     const Type& expected) {
  Typer typer(env, arena);
  const Node* node = typer.whole(syntax, expected);
  Findings findings = typer.take_findings();
  if (!findings.empty()) {
    std::sort(findings.begin(), findings.end(), [](const Error& a, const Error& b) {
      return std::pair(a.position().offset, std::string_view(a.message())) <
             std::pair(b.position().offset, std::string_view(b.message()));
    });
    return std::unexpected(std::move(findings));
  }
  BP_ASSERT(node != nullptr);
  return node;
}

std::expected<const Node*, Findings> compile_expression(std::string_view text, Env& env, Arena& arena,
                                                        const Type& expected) {
  auto syntax = parse(text, arena);
  if (!syntax) {
    Findings findings;
    findings.push_back(std::move(syntax).error());
    return std::unexpected(std::move(findings));
  }
  return type_expression(**syntax, env, arena, expected);
}

}  // namespace bedplate::expr
