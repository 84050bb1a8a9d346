#include "expr/result_type.hpp"
#include "expr/typer.hpp"

namespace bedplate::expr {

using Kind = Syntax::Kind;

class Typer::Variable {
 public:
  Variable(Typer& typer, const Syntax& name, const Value& value) : typer_(typer) {
    if (name.kind != Kind::kName) {
      typer_.report(name.position, "a macro begins with the name of its variable",
                    "write items.exists(x, x.price > 0)");
      return;
    }
    for (const auto& [taken, unused] : typer_.variables_)
      if (taken == name.text) {
        typer_.report(name.position, "'" + std::string(name.text) + "' is a variable already", "choose another name");
        return;
      }
    if (name.text == "auth" || name.text == "old") {
      typer_.report(name.position, "'" + std::string(name.text) + "' has a meaning already", "choose another name");
      return;
    }
    typer_.variables_.emplace_back(name.text, value);
    declared_ = true;
  }
  ~Variable() {
    if (declared_) typer_.variables_.pop_back();
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  explicit operator bool() const { return declared_; }

 private:
  Typer& typer_;
  bool declared_ = false;
};

Value Typer::element(const Value& many) {
  if (many.mapped != nullptr) return *many.mapped;
  return Value{.kind = Value::Kind::kRow,
               .position = many.position,
               .node = build_.row(many.member.target, many.scope, false, many.position)};
}

Value Typer::macro(const Syntax& syntax, Value many) {
  const auto name = syntax.text;
  if (name == "filter") return macro_filter(syntax, many);
  if (name == "map") return macro_map(syntax, many);
  if (name == "exists") return macro_quantifier(syntax, many, Op::kExists);
  if (name == "all") return macro_quantifier(syntax, many, Op::kAll);
  if (name == "count" || name == "size") return macro_count(syntax, many);
  if (name == "sum") return macro_aggregate(syntax, many, Op::kSum);
  if (name == "min") return macro_aggregate(syntax, many, Op::kMin);
  if (name == "max") return macro_aggregate(syntax, many, Op::kMax);
  return macro_aggregate(syntax, many, Op::kAvg);
}

Value Typer::macro_filter(const Syntax& syntax, Value many) {
  if (!arity(syntax, syntax.args.size() - 1, 2, 2, "items.filter(x, condition)"))
    return typed(nullptr, syntax.position);
  const Variable variable(*this, *syntax.args[1], element(many));
  if (!variable) return typed(nullptr, syntax.position);
  const Node* condition = truth(*syntax.args[2]);
  if (condition == nullptr) return typed(nullptr, syntax.position);
  many.filter =
      many.filter == nullptr ? condition : build_.condition(Op::kAnd, {many.filter, condition}, syntax.position);
  return many;
}

Value Typer::macro_map(const Syntax& syntax, Value many) {
  if (!arity(syntax, syntax.args.size() - 1, 2, 2, "items.map(x, x.price)")) return typed(nullptr, syntax.position);
  const Variable variable(*this, *syntax.args[1], element(many));
  if (!variable) return typed(nullptr, syntax.position);
  const Value mapped = infer(*syntax.args[2]);
  if (mapped.is(Value::Kind::kBad)) return mapped;
  if (mapped.is(Value::Kind::kMany) || mapped.is(Value::Kind::kList))
    return bad(mapped.position, "a map makes one value of each row",
               "nest the question: items.exists(x, x.parts.exists(…))");
  many.mapped = arena_.make<Value>(mapped);
  return many;
}

Value Typer::macro_quantifier(const Syntax& syntax, const Value& many, Op op) {
  const bool all = op == Op::kAll;
  const std::string form = all ? "items.all(x, condition)" : "items.exists(x, condition)";
  const std::size_t got = syntax.args.size() - 1;
  if (got != 2 && (all || got != 0)) {
    arity(syntax, got, 2, 2, form);
    return typed(nullptr, syntax.position);
  }
  const Node* predicate = nullptr;
  if (got == 2) {
    const Variable variable(*this, *syntax.args[1], element(many));
    if (!variable) return typed(nullptr, syntax.position);
    predicate = truth(*syntax.args[2]);
    if (predicate == nullptr) return typed(nullptr, syntax.position);
  }
  // A row that the filter leaves out, also by UNKNOWN, neither helps nor hinders.
  if (many.filter != nullptr) {
    const Node* kept = build_.certainly(many.filter);
    if (all) {
      predicate = build_.condition(Op::kOr, {build_.condition(Op::kNot, {kept}), predicate}, syntax.position);
    } else {
      predicate = predicate == nullptr ? kept : build_.condition(Op::kAnd, {kept, predicate}, syntax.position);
    }
  }
  Type type = kRuleType;
  type.nullable = predicate != nullptr && predicate->type.nullable;
  return typed(build_.over(op, type, many.node, many.member.id, many.member.target, many.scope, predicate, nullptr,
                           syntax.position),
               syntax.position);
}

const Node* Typer::count_of(const Value& many, Position position) {
  const Type type{.scalar = Scalar::kInt, .list = false, .nullable = false};
  return build_.over(Op::kCount, type, many.node, many.member.id, many.member.target, many.scope, many.filter, nullptr,
                     position);
}

Value Typer::macro_count(const Syntax& syntax, const Value& many) {
  const std::size_t got = syntax.args.size() - 1;
  if (got == 0) return typed(count_of(many, syntax.position), syntax.position);
  if (!arity(syntax, got, 2, 2, "items.count(x, condition) or items.count()")) return typed(nullptr, syntax.position);
  const Value kept = macro_filter(syntax, many);
  return kept.is(Value::Kind::kBad) ? kept : typed(count_of(kept, syntax.position), syntax.position);
}

Value Typer::macro_aggregate(const Syntax& syntax, const Value& many, Op op) {
  const std::string name(syntax.text);
  const std::string form = "items." + name + "(x, x.price)";
  const std::size_t got = syntax.args.size() - 1;
  Value value;
  if (got == 0 && many.mapped != nullptr) {
    value = *many.mapped;
  } else {
    if (!arity(syntax, got, 2, 2, form)) return typed(nullptr, syntax.position);
    const Variable variable(*this, *syntax.args[1], element(many));
    if (!variable) return typed(nullptr, syntax.position);
    value = infer(*syntax.args[2]);
  }
  const Node* node = value.is(Value::Kind::kBad) ? nullptr : settle(value, nullptr);
  if (node == nullptr) return typed(nullptr, syntax.position);
  const auto type = aggregate_type(op, node->type);
  if (!type)
    return bad(syntax.position, "'" + name + "' does not apply to " + describe_type(node->type),
               op == Op::kMin || op == Op::kMax ? "it needs values with an order" : "it calculates with numbers");
  return typed(build_.over(op, *type, many.node, many.member.id, many.member.target, many.scope, many.filter, node,
                           syntax.position),
               syntax.position);
}

}  // namespace bedplate::expr
