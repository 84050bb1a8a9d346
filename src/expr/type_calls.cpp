#include <algorithm>
#include <re2/re2.h>

#include "expr/result_type.hpp"
#include "expr/typer.hpp"

namespace bedplate::expr {

using Kind = Syntax::Kind;

namespace {

constexpr std::string_view kFunctions[] = {"has",   "size",       "now",      "hasRole",   "hasScope",
                                           "lower", "upper",      "double",   "timestamp", "duration",
                                           "date",  "startsWith", "endsWith", "contains",  "matches"};
constexpr std::string_view kMacros[] = {"exists", "all", "filter", "map", "sum", "min", "max", "count", "avg", "size"};

struct Foreign {
  std::string_view name;
  std::string_view hint;
};
/// Functions of CEL and SQL that rules have not, and what to write.
constexpr Foreign kForeign[] = {
    {"exists_one", "write items.count(x, …) == 1"},
    {"int", "whole numbers widen by themselves; nothing narrows"},
    {"string", "compare values of one type; text needs no conversion"},
    {"coalesce", "write has(x) ? x : y"},
    {"isNull", "write x == null"},
    {"length", "write size(x)"},
    {"len", "write size(x)"},
    {"any", "write items.exists(x, …)"},
    {"some", "write items.exists(x, …)"},
    {"average", "write items.avg(x, …)"},
    {"includes", "write x in list, or text.contains('…')"},
    {"has_role", "write hasRole('…')"},
};

std::string_view foreign_hint(std::string_view name) {
  for (const Foreign& one : kForeign)
    if (one.name == name) return one.hint;
  return {};
}

bool is_text_function(std::string_view name) {
  return name == "lower" || name == "upper" || name == "startsWith" || name == "endsWith" || name == "contains";
}

bool is_macro(std::string_view name) {
  return std::find(std::begin(kMacros), std::end(kMacros), name) != std::end(kMacros);
}

}  // namespace

std::span<const std::string_view> function_names() { return kFunctions; }
std::span<const std::string_view> macro_names() { return kMacros; }

bool Typer::arity(const Syntax& syntax, std::size_t got, std::size_t least, std::size_t most, std::string_view form) {
  if (got >= least && got <= most) return true;
  report(syntax.position, "'" + std::string(syntax.text) + "' is given " + std::to_string(got) + " arguments",
         "write " + std::string(form));
  return false;
}

Value Typer::infer_call(const Syntax& syntax, std::string_view name, std::span<const Syntax* const> args) {
  const Position position = syntax.position;
  if (name == "has") return call_has(syntax, args);
  if (name == "size") return call_size(syntax, args);
  if (name == "hasRole" || name == "hasScope") return call_has_fact(syntax, name, args);
  if (name == "matches") return call_matches(syntax, args);
  if (name == "date") return call_date(syntax, args);
  if (name == "double" || name == "timestamp" || name == "duration") return call_convert(syntax, name, args);
  if (is_text_function(name)) return call_text(syntax, name, args);
  if (name == "now") {
    if (!arity(syntax, args.size(), 0, 0, "now()")) return typed(nullptr, position);
    return typed(
        build_.make(Op::kNow, Type{.scalar = Scalar::kDateTime, .list = false, .nullable = false}, {}, position),
        position);
  }
  const std::string message = "unknown function '" + std::string(name) + "'";
  if (const auto hint = foreign_hint(name); !hint.empty()) return bad(position, message, std::string(hint));
  if (is_macro(name))
    return bad(position, "'" + std::string(name) + "' is asked of related rows",
               "write items." + std::string(name) + "(x, …)");
  return bad(position, message,
             suggestion(name, kFunctions,
                        "functions are has size now hasRole hasScope lower upper "
                        "startsWith endsWith contains double timestamp duration date"));
}

Value Typer::call_has(const Syntax& syntax, std::span<const Syntax* const> args) {
  if (!arity(syntax, args.size(), 1, 1, "has(x)")) return typed(nullptr, syntax.position);
  const Value value = infer(*args[0]);
  return value.is(Value::Kind::kBad) ? value : infer_null_test(value, true, syntax.position);
}

Value Typer::call_has_fact(const Syntax& syntax, std::string_view name, std::span<const Syntax* const> args) {
  const bool role = name == "hasRole";
  const std::string form = role ? "hasRole('STAFF')" : "hasScope('orders:read')";
  if (!arity(syntax, args.size(), 1, 1, form)) return typed(nullptr, syntax.position);
  if (args[0]->kind != Kind::kString)
    return bad(args[0]->position, std::string(name) + " takes a literal text", "write " + form);
  const auto value = args[0]->text;
  if (role) {
    const auto known = env_.roles();
    if (std::find(known.begin(), known.end(), value) == known.end())
      return bad(args[0]->position, "unknown role '" + std::string(value) + "'",
                 suggestion(value, known, "roles are the values of the @roles enum"));
  }
  const Fact fact{.kind = role ? Fact::Kind::kHasRole : Fact::Kind::kHasScope, .name = value, .type = kRuleType};
  return typed(build_.has_fact(env_.fact(fact), syntax.position), syntax.position);
}

Value Typer::call_size(const Syntax& syntax, std::span<const Syntax* const> args) {
  if (!arity(syntax, args.size(), 1, 1, "size(x)")) return typed(nullptr, syntax.position);
  const Value value = infer(*args[0]);
  if (value.is(Value::Kind::kBad)) return value;
  if (value.is(Value::Kind::kMany)) return typed(count_of(value, syntax.position), syntax.position);
  const Node* node = settle(value, nullptr);
  if (node == nullptr) return typed(nullptr, syntax.position);
  if (!node->type.list && !node->type.is_text())
    return bad(syntax.position, "size() does not apply to " + describe_type(node->type),
               "it counts the characters of a text, the elements of a list, and related rows");
  Type type{.scalar = Scalar::kInt};
  type.nullable = node->type.nullable;
  return typed(build_.make(Op::kSize, type, {node}, syntax.position), syntax.position);
}

Value Typer::call_text(const Syntax& syntax, std::string_view name, std::span<const Syntax* const> args) {
  const bool mapping = name == "lower" || name == "upper";
  const std::string form = mapping ? std::string(name) + "(text)" : "text." + std::string(name) + "('…')";
  if (!arity(syntax, args.size(), mapping ? 1 : 2, mapping ? 1 : 2, form)) return typed(nullptr, syntax.position);
  std::vector<const Node*> nodes;
  for (const auto* arg : args) {
    const Value value = infer(*arg);
    if (value.is(Value::Kind::kBad)) return value;
    const Node* node = settle(value, nullptr);
    if (node == nullptr) return typed(nullptr, syntax.position);
    if (!node->type.is_text())
      return bad(arg->position, std::string(name) + " is for text, this is " + describe_type(node->type),
                 node->type.list ? "ask a list with 'in': x in list" : "write " + form);
    nodes.push_back(node);
  }
  if (mapping) {
    Type type{.scalar = Scalar::kString};
    type.nullable = nodes[0]->type.nullable;
    return typed(build_.make(name == "lower" ? Op::kLower : Op::kUpper, type, nodes, syntax.position), syntax.position);
  }
  const Op op = name == "startsWith" ? Op::kStartsWith : name == "endsWith" ? Op::kEndsWith : Op::kContains;
  return typed(build_.condition(op, nodes, syntax.position), syntax.position);
}

Value Typer::call_matches(const Syntax& syntax, std::span<const Syntax* const> args) {
  if (!arity(syntax, args.size(), 2, 2, "text.matches('^…$')")) return typed(nullptr, syntax.position);
  if (!env_.only_in_cpp())
    return bad(syntax.position, "matches() is for values, not for rows: stores know other patterns",
               "use startsWith, endsWith or contains; check forms with @constraint(pattern:)");
  const Value value = infer(*args[0]);
  if (args[1]->kind != Kind::kString)
    return bad(args[1]->position, "matches() takes a literal pattern", "write text.matches('^…$')");
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  const RE2 pattern(args[1]->text, options);
  if (!pattern.ok()) return bad(args[1]->position, "not a pattern: " + pattern.error(), "patterns are those of RE2");
  const Node* node = settle(value, nullptr);
  if (node == nullptr) return typed(nullptr, syntax.position);
  if (!node->type.is_text())
    return bad(args[0]->position, "matches() is for text, this is " + describe_type(node->type));
  const Node* literal =
      build_.literal(Type{.scalar = Scalar::kString}, Cell::text(arena_.copy(args[1]->text)), args[1]->position);
  return typed(build_.condition(Op::kMatches, {node, literal}, syntax.position), syntax.position);
}

Value Typer::call_convert(const Syntax& syntax, std::string_view name, std::span<const Syntax* const> args) {
  if (!arity(syntax, args.size(), 1, 1, std::string(name) + "(x)")) return typed(nullptr, syntax.position);
  const Value value = infer(*args[0]);
  if (value.is(Value::Kind::kBad)) return value;
  const Type wanted{.scalar = name == "double"      ? Scalar::kFloat
                              : name == "timestamp" ? Scalar::kDateTime
                                                    : Scalar::kDuration};
  // Literals and claims convert at once, so that a wrong one is told now.
  const bool known = name == "double" ? value.is(Value::Kind::kNumber) || value.is(Value::Kind::kPrincipal)
                                      : value.is(Value::Kind::kText) || value.is(Value::Kind::kPrincipal);
  const Node* node = settle(value, known ? &wanted : nullptr);
  if (node == nullptr || node->type.scalar == wanted.scalar) return typed(node, syntax.position);
  const bool fits = name == "double" ? node->type.is_numeric() : node->type.is_text();
  if (!fits)
    return bad(syntax.position, std::string(name) + "() does not apply to " + describe_type(node->type),
               name == "double" ? "it converts numbers" : "it converts text");
  Type type = wanted;
  type.nullable = name != "double" || node->type.nullable;
  const Op op = name == "double" ? Op::kToDouble : name == "timestamp" ? Op::kToTimestamp : Op::kToDuration;
  return typed(build_.make(op, type, {node}, syntax.position), syntax.position);
}

Value Typer::call_date(const Syntax& syntax, std::span<const Syntax* const> args) {
  if (!arity(syntax, args.size(), 1, 1, "date(x)")) return typed(nullptr, syntax.position);
  const Value value = infer(*args[0]);
  if (value.is(Value::Kind::kBad)) return value;
  const Type day{.scalar = Scalar::kDate};
  const bool known = value.is(Value::Kind::kText) || value.is(Value::Kind::kPrincipal);
  const Node* node = settle(value, known ? &day : nullptr);
  if (node == nullptr || node->type.scalar == Scalar::kDate) return typed(node, syntax.position);
  if (!casts_in_time(node->type, day))
    return bad(syntax.position, "date() does not apply to " + describe_type(node->type),
               "it takes the day, in UTC, of a DateTime or LocalDateTime: date(now())");
  Type type = day;
  type.nullable = node->type.nullable;
  return typed(build_.make(Op::kCast, type, {node}, syntax.position), syntax.position);
}

Value Typer::infer_method(const Syntax& syntax) {
  const auto name = syntax.text;
  if (is_macro(name)) {
    const Value target = infer(*syntax.args[0]);
    if (target.is(Value::Kind::kBad)) return target;
    if (target.is(Value::Kind::kMany)) return macro(syntax, target);
    if (name != "size") {
      const bool list = target.is(Value::Kind::kTyped) && target.node->type.list;
      return bad(syntax.position, "'" + std::string(name) + "' is asked of related rows only",
                 list ? "ask a list field with 'in': x in list"
                      : "write items." + std::string(name) + "(x, …) of a to-many relation");
    }
  }
  if (name == "hasRole" || name == "hasScope" || name == "now")
    return bad(syntax.position, "'" + std::string(name) + "' stands alone", "write " + std::string(name) + "(…)");
  const bool known = std::find(std::begin(kFunctions), std::end(kFunctions), name) != std::end(kFunctions);
  if (known) return infer_call(syntax, name, syntax.args);
  const std::string message = "unknown function '" + std::string(name) + "'";
  if (const auto hint = foreign_hint(name); !hint.empty()) return bad(syntax.position, message, std::string(hint));
  std::vector<std::string_view> all(std::begin(kFunctions), std::end(kFunctions));
  all.insert(all.end(), std::begin(kMacros), std::end(kMacros));
  return bad(syntax.position, message, suggestion(name, all, "macros are exists all filter map sum min max count avg"));
}

}  // namespace bedplate::expr
