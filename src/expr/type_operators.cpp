#include <algorithm>

#include "expr/result_type.hpp"
#include "expr/typer.hpp"

namespace bedplate::expr {

using Kind = Syntax::Kind;

namespace {

Op comparison_of(Kind kind) {
  switch (kind) {
    case Kind::kEqual:
      return Op::kEq;
    case Kind::kNotEqual:
      return Op::kNe;
    case Kind::kLess:
      return Op::kLt;
    case Kind::kLessOrEqual:
      return Op::kLe;
    case Kind::kGreater:
      return Op::kGt;
    default:
      return Op::kGe;
  }
}

/// Which of two values says more about the type of both: fields, then literals, then claims.
int says(const Value& value) {
  switch (value.kind) {
    case Value::Kind::kNull:
      return 0;
    case Value::Kind::kPrincipal:
      return 1;
    case Value::Kind::kChoice:
      return 2;
    case Value::Kind::kText:
    case Value::Kind::kNumber:
      return 3;
    default:
      return 4;
  }
}

/// The type that a claim takes beside a number literal: wide enough for whatever the claim may hold.
Type beside_number(const Value& number) {
  if (!number.point && number.number.to_integer()) return Type{.scalar = Scalar::kBigInt};
  Type type{.scalar = Scalar::kDecimal};
  type.precision = Decimal::kMaxDigits;
  type.scale = static_cast<std::uint8_t>(std::max(number.number.scale(), 10));
  return type;
}

}  // namespace

Value Typer::infer_logic(const Syntax& syntax) {
  std::vector<const Node*> args;
  for (const auto* arg : syntax.args) args.push_back(truth(*arg));
  if (std::find(args.begin(), args.end(), nullptr) != args.end()) return typed(nullptr, syntax.position);
  const Op op = syntax.kind == Kind::kNot ? Op::kNot : syntax.kind == Kind::kAnd ? Op::kAnd : Op::kOr;
  return typed(build_.condition(op, args, syntax.position), syntax.position);
}

bool Typer::unify(const Value& a, const Value& b, const Node*& left, const Node*& right, Position position) {
  if (a.is(Value::Kind::kBad) || b.is(Value::Kind::kBad)) return false;
  const bool swapped = says(b) > says(a);
  const Value& first = swapped ? b : a;
  const Value& second = swapped ? a : b;
  if (second.is(Value::Kind::kNull) && first.is(Value::Kind::kNull)) {
    reject(position, "null beside null says nothing", "test a field: x == null");
    return false;
  }
  const Node* strong = nullptr;
  if (first.is(Value::Kind::kNumber) && second.is(Value::Kind::kPrincipal)) {
    const Type type = beside_number(first);
    strong = settle(first, &type);
    if (strong == nullptr) return false;
    const Node* weak = settle(second, &type);
    left = swapped ? weak : strong;
    right = swapped ? strong : weak;
    return weak != nullptr;
  }
  strong = settle(first, nullptr);
  if (strong == nullptr) return false;
  Type wanted = strong->type;
  // A claim takes a field's precision, not the one that a calculation happens to have.
  if (wanted.scalar == Scalar::kDecimal && strong->op != Op::kField) wanted.precision = Decimal::kMaxDigits;
  const Node* weak = settle(second, &wanted);
  left = swapped ? weak : strong;
  right = swapped ? strong : weak;
  return left != nullptr && right != nullptr;
}

bool Typer::comparable(const Node*& left, const Node*& right, bool order, Position position) {
  const Type& a = left->type;
  const Type& b = right->type;
  const auto refuse = [&](std::string hint) {
    report(position, "a " + describe_type(a) + " does not compare with a " + describe_type(b), std::move(hint));
    return false;
  };
  if (a.list || b.list) return refuse("ask what a list holds: x in list, or size(list)");
  if (a.scalar == Scalar::kJson || b.scalar == Scalar::kJson)
    return refuse("of JSON only presence can be tested: x != null");
  if (order && a.scalar == b.scalar && !is_ordered(a)) return refuse("it has no order; use == or !=");
  if (a.is_numeric() && b.is_numeric()) {
    const auto common = common_number(a, b);
    if (!common) return refuse("convert the exact one: double(…)");
    if (a.scalar != b.scalar) {
      if (a.scalar != common->scalar)
        left = build_.widen(left, common->scalar == Scalar::kDecimal ? as_decimal(a) : *common);
      if (b.scalar != common->scalar)
        right = build_.widen(right, common->scalar == Scalar::kDecimal ? as_decimal(b) : *common);
    }
    return true;
  }
  if (a.is_text() && b.is_text()) return true;
  if (a.scalar != b.scalar) {
    const bool times = (a.scalar == Scalar::kDateTime && b.is_text()) || (a.is_text() && b.scalar == Scalar::kDateTime);
    return refuse(times ? "convert the text: timestamp(…)" : "compare values of one type");
  }
  if (a.scalar == Scalar::kEnum && a.enumeration != b.enumeration) return refuse("they are different enums");
  return true;
}

const Node* Typer::absence(const Value& value) {
  switch (value.kind) {
    case Value::Kind::kRow: {
      if (value.node->op != Op::kHop)
        return reject(value.position, "this row is always there", "test one of its fields");
      const Node* near = value.node->args[0];
      std::vector<const Node*> tests;
      for (const MemberId id : value.member.foreign_key) {
        const Node* own = build_.field(near, id, env_.member(near->entity, id).type, value.position);
        tests.push_back(build_.condition(Op::kIsNull, {own}, value.position));
      }
      return tests.size() == 1 ? tests.front() : build_.condition(Op::kOr, tests, value.position);
    }
    case Value::Kind::kMany: {
      const std::string name(value.member.name);
      return reject(value.position, "'" + name + "' is many rows and never null",
                    "ask whether there are any: size(" + name + ") > 0");
    }
    case Value::Kind::kNumber:
    case Value::Kind::kText:
    case Value::Kind::kList:
    case Value::Kind::kNull:
      return reject(value.position, "a literal is not tested for presence", "test a field: x == null");
    default: {
      const Node* node = settle(value, nullptr);
      return node == nullptr ? nullptr : build_.condition(Op::kIsNull, {node}, value.position);
    }
  }
}

Value Typer::infer_null_test(const Value& value, bool negated, Position position) {
  const Node* test = absence(value);
  if (test != nullptr && negated) test = build_.condition(Op::kNot, {test}, position);
  return typed(test, position);
}

Value Typer::infer_comparison(const Syntax& syntax) {
  const Value a = infer(*syntax.args[0]);
  const Value b = infer(*syntax.args[1]);
  const Op op = comparison_of(syntax.kind);
  const bool order = op != Op::kEq && op != Op::kNe;
  if (a.is(Value::Kind::kBad) || b.is(Value::Kind::kBad)) return typed(nullptr, syntax.position);
  if (a.is(Value::Kind::kNull) || b.is(Value::Kind::kNull)) {
    if (order) return bad(syntax.position, "nothing is less or greater than null", "test presence: x == null");
    return infer_null_test(b.is(Value::Kind::kNull) ? a : b, op == Op::kNe, syntax.position);
  }
  const Node* left = nullptr;
  const Node* right = nullptr;
  if (!unify(a, b, left, right, syntax.position) || !comparable(left, right, order, syntax.position))
    return typed(nullptr, syntax.position);
  return typed(build_.condition(op, {left, right}, syntax.position), syntax.position);
}

Value Typer::infer_in(const Syntax& syntax) {
  const Syntax& right = *syntax.args[1];
  if (right.kind == Kind::kMember && is_auth(*right.args[0]) && (right.text == "roles" || right.text == "scopes"))
    return in_principal_list(*syntax.args[0], right, syntax.position);
  const Value value = infer(*syntax.args[0]);
  const Value list = infer(right);
  if (value.is(Value::Kind::kBad) || list.is(Value::Kind::kBad)) return typed(nullptr, syntax.position);
  if (value.is(Value::Kind::kNull)) return bad(value.position, "null is in nothing", "test presence: x == null");
  if (list.is(Value::Kind::kList)) return in_list(value, *list.syntax, syntax.position);
  if (list.is(Value::Kind::kMany)) return in_mapped(value, list, syntax.position);
  if (list.is(Value::Kind::kTyped) && list.node->type.list) return in_values(value, list.node, syntax.position);
  return bad(list.position, "'in' needs a list on its right",
             "a literal one: x in ['A', 'B']; a list field; or related rows: x in items.map(i, i.name)");
}

Value Typer::in_list(const Value& value, const Syntax& list, Position position) {
  if (list.args.empty()) return bad(list.position, "nothing is in an empty list", "name the values: x in ['A', 'B']");
  const Node* first = nullptr;
  std::vector<const Node*> args{nullptr};
  for (const auto* element : list.args) {
    const Value one = infer(*element);
    if (one.is(Value::Kind::kNull)) {
      report(one.position, "null is equal to nothing", "test presence beside: x == null || x in […]");
      return typed(nullptr, position);
    }
    const Value& against =
        first != nullptr ? Value{.kind = Value::Kind::kTyped, .position = value.position, .node = first} : value;
    const Node* left = nullptr;
    const Node* right = nullptr;
    // Every element is checked, so that all findings are told.
    if (!unify(against, one, left, right, one.position) || !comparable(left, right, false, one.position)) continue;
    // A wider element widens what is looked for.
    first = left;
    args.push_back(right);
  }
  if (args.size() != list.args.size() + 1) return typed(nullptr, position);
  args[0] = first;
  for (std::size_t i = 1; i < args.size(); ++i) comparable(args[0], args[i], false, position);
  return typed(build_.condition(Op::kIn, args, position), position);
}

Value Typer::in_values(const Value& value, const Node* list, Position position) {
  Type element = list->type;
  element.list = false;
  const Node* one = settle(value, &element);
  if (one == nullptr) return typed(nullptr, position);
  const bool same = one->type.is_text() ? element.is_text() : one->type.scalar == element.scalar;
  const bool whole = one->type.scalar == Scalar::kInt && element.scalar == Scalar::kBigInt;
  if (!same && !whole)
    return bad(position, "a " + describe_type(one->type) + " is not in a list of " + describe_type(element), "");
  Type type = kRuleType;
  type.nullable = true;
  return typed(build_.make(Op::kInSlot, type, {whole ? build_.widen(one, element) : one, list}, position), position);
}

Value Typer::in_mapped(const Value& value, const Value& many, Position position) {
  if (many.mapped == nullptr) {
    const std::string name(many.member.name);
    return bad(many.position, "'" + name + "' are rows; a value is not among them",
               "name the field: x in " + name + ".map(r, r.…)");
  }
  const Node* left = nullptr;
  const Node* right = nullptr;
  if (!unify(value, *many.mapped, left, right, position) || !comparable(left, right, false, position))
    return typed(nullptr, position);
  const Node* predicate = build_.condition(Op::kEq, {left, right}, position);
  if (many.filter != nullptr)
    predicate = build_.condition(Op::kAnd, {build_.certainly(many.filter), predicate}, position);
  Type type = kRuleType;
  type.nullable = predicate->type.nullable;
  return typed(build_.over(Op::kExists, type, many.node, many.member.id, many.member.target, many.scope, predicate,
                           nullptr, position),
               position);
}

// A role by its name is a fact of its own, which access can fold; a missing principal stays UNKNOWN.
Value Typer::in_principal_list(const Syntax& value, const Syntax& list, Position position) {
  const bool roles = list.text == "roles";
  const Value whole = infer_auth(list);
  if (value.kind != Kind::kString) {
    const Value one = infer(value);
    return one.is(Value::Kind::kBad) ? one : in_values(one, whole.node, position);
  }
  if (roles) {
    const auto known = env_.roles();
    if (std::find(known.begin(), known.end(), value.text) == known.end())
      return bad(value.position, "unknown role '" + std::string(value.text) + "'",
                 suggestion(value.text, known, "roles are the values of the @roles enum"));
  }
  const Fact fact{.kind = roles ? Fact::Kind::kHasRole : Fact::Kind::kHasScope, .name = value.text, .type = kRuleType};
  return typed(build_.make(Op::kConditional, kRuleType,
                           {build_.has_fact(whole.node->fact, position), build_.has_fact(env_.fact(fact), position),
                            build_.null(kRuleType, position)},
                           position),
               position);
}

}  // namespace bedplate::expr
