#include "base/json_text.hpp"
#include "base/scalar.hpp"
#include "base/text.hpp"
#include "rest/bind.hpp"
#include "rest/json_value.hpp"
#include "rest/pattern.hpp"
#include "rest/references.hpp"

namespace bedplate::rest {

using expr::Node;
using expr::Op;

namespace {

constexpr Type kText{.scalar = Scalar::kString};
constexpr Type kNumber{.scalar = Scalar::kDecimal, .precision = 38, .scale = 10};

Error invalid(const Error& cause, std::string_view name) {
  Error error(Reason::kInvalidValue, "the value for '" + std::string(name) + "' is not valid: " + cause.message());
  return cause.hint().empty() ? error : Error(std::move(error).with_hint(cause.hint()));
}

Result<void> check_enum(std::string_view text, const Type& type, std::string_view name, const Binding& binding) {
  const auto& of = binding.model().enums[type.enumeration];
  std::vector<std::string_view> known;
  for (const auto& value : of.values) {
    if (value.name == text) return {};
    known.push_back(value.name);
  }
  const auto meant = did_you_mean(text, known);
  Error error(Reason::kInvalidValue, "the value for '" + std::string(name) + "' is not valid: " + of.name +
                                         " has no value '" + std::string(text) + "'");
  if (meant.empty()) return failure(std::move(error));
  return failure(std::move(error).with_hint("did you mean '" + std::string(meant) + "'?"));
}

/// What no database could hold is refused before one is asked, so that stores answer alike.
Result<void> check_json(std::string_view text, const Type& type, Arena& arena) {
  BP_TRY(const auto* value, json::parse(text, arena));
  if (!type.list) return require_storable(*value);
  BP_TRY_VOID(json_cell(type, *value, arena));
  return {};
}

Result<Cell> parse_value(std::string_view text, const Type& type, std::string_view name, Binding& binding) {
  const auto cell = parse_scalar(type, text, binding.arena);
  if (!cell) return failure(invalid(cell.error(), name));
  if (type.list || type.scalar == Scalar::kJson)
    if (const auto checked = check_json(text, type, binding.arena); !checked)
      return failure(invalid(checked.error(), name));
  if (type.scalar == Scalar::kEnum && !type.list) BP_TRY_VOID(check_enum(text, type, name, binding));
  return *cell;
}

/// `text` as it is said, where no value of another operation may stand.
Result<std::string_view> said(std::string_view text, std::string_view op, const Binding& binding) {
  if (binding.references == nullptr || !References::is_one(text)) return text;
  if (text.starts_with("$$")) return text.substr(1);
  return failure(Error(Reason::kInvalidValue, "'" + std::string(op) + "' takes no value of another operation, as '" +
                                                  std::string(text) + "' names one")
                     .with_hint("compare with eq, neq, gt, gte, lt, lte, isdistinct or in; a text that begins with '$' "
                                "is written with two of them"));
}

Op comparison(std::string_view op) {
  if (op == "eq") return Op::kEq;
  if (op == "neq") return Op::kNe;
  if (op == "gt") return Op::kGt;
  if (op == "gte") return Op::kGe;
  if (op == "lt") return Op::kLt;
  if (op == "lte") return Op::kLe;
  return Op::kIsDistinct;
}

Result<const Node*> pattern(std::string_view op, std::string_view text, const Node* value, std::string_view name,
                            Binding& binding) {
  if (!value->type.is_text() && value->type.scalar != Scalar::kEnum)
    return failure(Error(Reason::kInvalidQuery, "'" + std::string(op) + "' needs text, and '" + std::string(name) +
                                                    "' is " + std::string(scalar_name(value->type.scalar))));
  BP_TRY(text, said(text, op, binding));
  const bool ignore_case = op.starts_with('i');
  if (op.ends_with("match")) {
    if (const auto checked = check_pattern(text); !checked)
      return failure(Error(Reason::kInvalidValue,
                           "the pattern for '" + std::string(name) + "' is not valid: " + checked.error().message())
                         .with_hint(checked.error().hint()));
    return binding.build().condition(ignore_case ? Op::kIRegex : Op::kRegex,
                                     {value, binding.value(Cell::text(text), kText)});
  }
  // `*` stands for `%`, which would have to be escaped in a URL.
  std::string like(text);
  std::replace(like.begin(), like.end(), '*', '%');
  return binding.build().condition(ignore_case ? Op::kILike : Op::kLike,
                                   {value, binding.value(Cell::text(binding.arena.copy(like)), kText)});
}

/// A path into JSON as a number, for comparisons with one; null where it leads to something else.
const Node* as_number(const Node& path, Binding& binding) {
  return binding.build().make(Op::kCast, kNumber, {binding.build().json_path(path.args[0], path.path, true)});
}

Result<const Node*> simple(std::string_view op, std::string_view text, const Node* value, std::string_view name,
                           Binding& binding) {
  if (op.ends_with("like") || op.ends_with("match")) return pattern(op, text, value, name, binding);
  if (op == "isdistinct" && text == "null")
    return binding.build().negated(binding.build().condition(Op::kIsNull, {value}));
  if (value->op == Op::kJsonPath && !value->as_text) {
    const auto number = parse_scalar(kNumber, text, binding.arena);
    if (number)
      return binding.build().condition(comparison(op), {as_number(*value, binding), binding.value(*number, kNumber)});
  }
  if (binding.references != nullptr && References::is_one(text)) {
    BP_TRY(const auto named, binding.references->value(text, value->type));
    if (!named.literal)
      return binding.build().condition(comparison(op), {value, binding.value(named.placeholder, value->type)});
    text = named.text;
  }
  BP_TRY(const Cell cell, parse_value(text, value->type, name, binding));
  return binding.build().condition(comparison(op), {value, binding.value(cell, value->type)});
}

/// The list as one bind: a JSON array, as a column of such a list holds it.
Result<const Node*> in_list(std::span<const std::string_view> values, const Node* value, std::string_view name,
                            Binding& binding) {
  if (values.size() == 1 && values[0].empty() && !value->type.is_text()) values = {};
  std::string array = "[";
  std::vector<const Node*> tests;
  for (auto text : values) {
    if (binding.references != nullptr && References::is_one(text)) {
      BP_TRY(const auto named, binding.references->value(text, value->type));
      if (!named.literal) {
        tests.push_back(binding.build().condition(Op::kEq, {value, binding.value(named.placeholder, value->type)}));
        continue;
      }
      text = named.text;
    }
    BP_TRY(const Cell cell, parse_value(text, value->type, name, binding));
    if (array.size() > 1) array += ',';
    append_json(array, value->type, cell);
  }
  array += ']';
  Type list = value->type;
  list.list = true;
  const Node* in =
      binding.build().condition(Op::kInSlot, {value, binding.value(Cell::text(binding.arena.copy(array)), list)});
  if (tests.empty()) return in;
  tests.push_back(in);
  return binding.build().joined(Op::kOr, tests);
}

Result<const Node*> is(std::string_view text, const Node* value, std::string_view name, Binding& binding) {
  if (text == "null" || text == "NULL") return binding.build().condition(Op::kIsNull, {value});
  if (text == "not_null") return binding.build().negated(binding.build().condition(Op::kIsNull, {value}));
  if (text != "true" && text != "false" && text != "unknown")
    return failure(Error(Reason::kInvalidQuery,
                         "'is' takes null, not_null, true, false or unknown, not '" + std::string(text) + "'"));
  if (value->type.scalar != Scalar::kBoolean || value->type.list)
    return failure(Error(Reason::kInvalidQuery, "'is." + std::string(text) + "' needs a Boolean, and '" +
                                                    std::string(name) + "' is " +
                                                    std::string(scalar_name(value->type.scalar))));
  if (text == "unknown") return binding.build().condition(Op::kIsNull, {value});
  expr::Builder build = binding.build();
  return build.negated(build.condition(Op::kIsDistinct, {value, build.boolean(text == "true")}));
}

/// `{a,b}` of PostgreSQL's arrays as a JSON array; JSON stays as it is.
Result<Cell> parse_array(std::string_view text, const Type& type, std::string_view name, Binding& binding) {
  if (!type.list || !text.starts_with('{')) return parse_value(text, type, name, binding);
  if (!text.ends_with('}'))
    return failure(Reason::kInvalidValue, "the list for '" + std::string(name) + "' is not closed");
  Type element = type;
  element.list = false;
  std::string array = "[";
  text = text.substr(1, text.size() - 2);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    auto item = text.substr(0, end);
    if (item.size() >= 2 && item.starts_with('"') && item.ends_with('"')) item = item.substr(1, item.size() - 2);
    BP_TRY(item, said(item, "a list", binding));
    BP_TRY(const Cell cell, parse_value(item, element, name, binding));
    if (array.size() > 1) array += ',';
    append_json(array, element, cell);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  array += ']';
  return Cell::text(binding.arena.copy(array));
}

Result<const Node*> containment(std::string_view op, std::string_view text, const Node* value, std::string_view name,
                                Binding& binding) {
  if (!value->type.list && (value->type.scalar != Scalar::kJson || op == "ov"))
    return failure(Error(Reason::kInvalidQuery, "'" + std::string(op) + "' needs a list or JSON, and '" +
                                                    std::string(name) + "' is " +
                                                    std::string(scalar_name(value->type.scalar))));
  BP_TRY(text, said(text, op, binding));
  BP_TRY(const Cell cell, parse_array(text, value->type, name, binding));
  const Op chosen = op == "cs" ? Op::kListContains : op == "cd" ? Op::kListContainedBy : Op::kListOverlaps;
  return binding.build().condition(chosen, {value, binding.value(cell, value->type)});
}

Result<const Node*> one_test(const Test& test, const Node* value, std::string_view name, Binding& binding) {
  if (test.op == "in") return in_list(test.values, value, name, binding);
  if (test.op == "is") return is(test.value, value, name, binding);
  if (test.op == "cs" || test.op == "cd" || test.op == "ov")
    return containment(test.op, test.value, value, name, binding);
  if (test.op.ends_with("fts")) {
    Test search = test;
    BP_TRY(search.value, said(test.value, test.op, binding));
    return bind_search(search, value, name, binding);
  }
  if (test.op == "sl" || test.op == "sr" || test.op == "nxr" || test.op == "nxl" || test.op == "adj")
    return failure(Error(Reason::kInvalidQuery, "'" + std::string(test.op) + "' works on ranges, and no field is one")
                       .with_hint("compare two fields with gte and lt"));
  if (test.quantifier == Test::Quantifier::kNone) return simple(test.op, test.value, value, name, binding);
  std::vector<const Node*> tests;
  for (const auto text : test.values) {
    BP_TRY(const Node* made, simple(test.op, text, value, name, binding));
    tests.push_back(made);
  }
  return binding.build().joined(test.quantifier == Test::Quantifier::kAny ? Op::kOr : Op::kAnd, tests);
}

}  // namespace

const Node* Binding::value(Cell cell, const Type& type) { return build().slot(slot(cell), type); }

Result<const Node*> bind_test(const Test& test, const Node* value, std::string_view name, Binding& binding) {
  BP_TRY(const Node* made, one_test(test, value, name, binding));
  return test.negated ? binding.build().negated(made) : made;
}

// Recursion is bounded by the grammar's kMaxLogicDepth.
Result<const Node*> bind_filter(const FilterNode& filter, model::EntityId entity, EmbedTests& embeds,
                                Binding& binding) {
  if (filter.kind == FilterNode::Kind::kTest) {
    if (const Node* presence = embeds.presence(filter)) return presence;
    BP_TRY(const Node* value, bind_field(filter.field, entity, binding.row(entity), binding));
    return bind_test(filter.test, value, filter.field.name, binding);
  }
  std::vector<const Node*> parts;
  for (const auto& child : filter.children) {
    BP_TRY(const Node* part, bind_filter(child, entity, embeds, binding));
    parts.push_back(part);
  }
  const Node* made = binding.build().joined(filter.kind == FilterNode::Kind::kAnd ? Op::kAnd : Op::kOr, parts);
  return filter.negated ? binding.build().negated(made) : made;
}

}  // namespace bedplate::rest
