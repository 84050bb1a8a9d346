#include "expr/describe.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/date_time.hpp"
#include "base/scalar.hpp"
#include "expr/visit.hpp"

namespace bedplate::expr {
namespace {

/// How tightly a text binds; a looser one goes into brackets.
enum Level { kChoice, kOr, kAnd, kRelation, kSum, kProduct, kUnary, kAtom };

struct Infix {
  Op op;
  std::string_view sign;
  Level level;
};
constexpr Infix kInfix[] = {
    {Op::kOr, " || ", kOr},         {Op::kAnd, " && ", kAnd},       {Op::kEq, " == ", kRelation},
    {Op::kNe, " != ", kRelation},   {Op::kLt, " < ", kRelation},    {Op::kLe, " <= ", kRelation},
    {Op::kGt, " > ", kRelation},    {Op::kGe, " >= ", kRelation},   {Op::kInSlot, " in ", kRelation},
    {Op::kAdd, " + ", kSum},        {Op::kSubtract, " - ", kSum},   {Op::kMultiply, " * ", kProduct},
    {Op::kDivide, " / ", kProduct}, {Op::kModulo, " % ", kProduct},
};

struct Named {
  Op op;
  std::string_view name;
  bool method;
};
constexpr Named kNamed[] = {
    {Op::kStartsWith, "startsWith", true},
    {Op::kEndsWith, "endsWith", true},
    {Op::kContains, "contains", true},
    {Op::kMatches, "matches", true},
    {Op::kLower, "lower", false},
    {Op::kUpper, "upper", false},
    {Op::kSize, "size", false},
    {Op::kToDouble, "double", false},
    {Op::kToTimestamp, "timestamp", false},
    {Op::kToDuration, "duration", false},
    {Op::kIsDistinct, "isDistinct", false},
    {Op::kLike, "like", false},
    {Op::kILike, "ilike", false},
    {Op::kRegex, "match", false},
    {Op::kIRegex, "imatch", false},
    {Op::kListContains, "cs", false},
    {Op::kListContainedBy, "cd", false},
    {Op::kListOverlaps, "ov", false},
    {Op::kToText, "text", false},
};

std::string variable(std::uint16_t scope) { return "x" + std::to_string(scope); }

/// The p of `NOT (p IS DISTINCT FROM TRUE)`.
const Node* certain(const Node& node) {
  if (node.op != Op::kNot || node.args[0]->op != Op::kIsDistinct) return nullptr;
  const Node& yes = *node.args[0]->args[1];
  return is_true(yes) ? node.args[0]->args[0] : nullptr;
}

class Describer {
 public:
  explicit Describer(const Names& names) : names_(names) {}

  std::string text(const Node& node, Level least = kChoice) const {
    const auto [made, level] = plain(node);
    return level < least ? "(" + made + ")" : made;
  }

 private:
  using Text = std::pair<std::string, Level>;

  Text plain(const Node& node) const {
    for (const Infix& one : kInfix)
      if (one.op == node.op) return infix(node, one);
    for (const Named& one : kNamed)
      if (one.op == node.op) return named(node, one);
    switch (node.op) {
      case Op::kLiteral:
        return literal(node);
      case Op::kSlot:
        return {"$" + std::to_string(node.slot), kAtom};
      case Op::kAggregate:
      case Op::kGroupKey:
        return {"#" + std::to_string(node.slot), kAtom};
      case Op::kPrincipal:
        return principal(node);
      case Op::kHasFact:
        return fact(names_.fact_of(node.fact));
      case Op::kNow:
        return {"now()", kAtom};
      case Op::kField:
        return {member(*node.args[0], node.member), kAtom};
      case Op::kRow:
      case Op::kHop:
        return {row(node), kAtom};
      case Op::kNot:
        return negation(node);
      case Op::kNegate:
        return {"-" + text(*node.args[0], kUnary), kUnary};
      case Op::kIsNull:
        return {text(*node.args[0], kSum) + " == null", kRelation};
      case Op::kConditional:
        return conditional(node);
      case Op::kIn:
        return in(node);
      case Op::kCast:
        if (node.type.scalar == Scalar::kDate) return {"date(" + text(*node.args[0]) + ")", kAtom};
        [[fallthrough]];
      case Op::kWiden:
        return plain(*node.args[0]);
      case Op::kJsonPath:
        return path(node);
      default:
        return {relation(node), kAtom};
    }
  }

  Text infix(const Node& node, const Infix& how) const {
    std::string made;
    for (const Node* arg : node.args) {
      const bool first = made.empty();
      // Only && and || have more than two sides; of the others the left one may be of the same level.
      const bool same = first && how.level > kRelation;
      if (!first) made += how.sign;
      made += text(*arg, same ? how.level : static_cast<Level>(how.level + 1));
    }
    return {made, how.level};
  }

  Text named(const Node& node, const Named& how) const {
    std::string made = how.method ? text(*node.args[0], kAtom) + "." : "";
    made += std::string(how.name) + "(";
    for (std::size_t i = how.method ? 1 : 0; i < node.args.size(); ++i)
      made += (made.back() == '(' ? "" : ", ") + text(*node.args[i]);
    return {made + ")", kAtom};
  }

  Text negation(const Node& node) const {
    const Node& arg = *node.args[0];
    if (arg.op == Op::kIsNull) return {text(*arg.args[0], kSum) + " != null", kRelation};
    if (const Node* inner = certain(node)) return {"isTrue(" + text(*inner) + ")", kAtom};
    return {"!" + text(arg, kUnary), kUnary};
  }

  Text conditional(const Node& node) const {
    // 'STAFF' in auth.roles.
    const Node& condition = *node.args[0];
    if (condition.op == Op::kHasFact && node.args[1]->op == Op::kHasFact) {
      const Fact of = names_.fact_of(condition.fact);
      const Fact what = names_.fact_of(node.args[1]->fact);
      if (of.kind == Fact::Kind::kRoles) return {quote_text(what.name) + " in auth.roles", kRelation};
      if (of.kind == Fact::Kind::kScopes) return {quote_text(what.name) + " in auth.scopes", kRelation};
    }
    return {text(condition, kOr) + " ? " + text(*node.args[1]) + " : " + text(*node.args[2]), kChoice};
  }

  Text in(const Node& node) const {
    std::string made = text(*node.args[0], kSum) + " in [";
    for (std::size_t i = 1; i < node.args.size(); ++i) made += (i > 1 ? ", " : "") + text(*node.args[i]);
    return {made + "]", kRelation};
  }

  static Text literal(const Node& node) {
    const Cell cell = node.literal;
    if (cell.is_null()) return {"null", kAtom};
    std::string plain_text;
    std::array<char, 400> buffer;
    switch (node.type.scalar) {
      case Scalar::kBoolean:
        return {cell.as_integer() != 0 ? "true" : "false", kAtom};
      case Scalar::kInt:
      case Scalar::kBigInt:
      case Scalar::kDecimal:
        append_text(plain_text, node.type, cell);
        return {plain_text, plain_text.starts_with('-') ? kUnary : kAtom};
      case Scalar::kFloat: {
        const auto end =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), cell.as_real(), std::chars_format::fixed);
        return {"double(" + std::string(buffer.data(), end.ptr) + ")", kAtom};
      }
      case Scalar::kDateTime:
        return {"timestamp('" + std::string(buffer.data(), write_date_time(buffer.data(), cell.as_integer())) + "')",
                kAtom};
      case Scalar::kDuration:
        return {"duration('" + std::string(buffer.data(), write_duration(buffer.data(), cell.as_integer())) + "')",
                kAtom};
      default:
        append_text(plain_text, node.type, cell);
        return {quote_text(plain_text), kAtom};
    }
  }

  Text principal(const Node& node) const {
    const Fact of = names_.fact_of(node.fact);
    std::string made;
    switch (of.kind) {
      case Fact::Kind::kId:
        made = "auth.id";
        break;
      case Fact::Kind::kTenant:
        made = "auth.tenant";
        break;
      case Fact::Kind::kRoles:
        made = "auth.roles";
        break;
      case Fact::Kind::kScopes:
        made = "auth.scopes";
        break;
      default:
        made = claim(of.name);
    }
    if (node.type.scalar == Scalar::kFloat) return {"double(" + made + ")", kAtom};
    if (node.type.scalar == Scalar::kDateTime) return {"timestamp(" + made + ")", kAtom};
    if (node.type.scalar == Scalar::kDuration) return {"duration(" + made + ")", kAtom};
    return {made, kAtom};
  }

  static std::string claim(std::string_view path) {
    const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
    const bool digits = path.empty() || (path[0] >= '0' && path[0] <= '9');
    if (plain && !digits && !path.contains("..") && !path.ends_with('.')) return "auth.claims." + std::string(path);
    return "auth.claims[" + quote_text(path) + "]";
  }

  static Text fact(const Fact& of) {
    switch (of.kind) {
      case Fact::Kind::kHasRole:
        return {"hasRole(" + quote_text(of.name) + ")", kAtom};
      case Fact::Kind::kHasScope:
        return {"hasScope(" + quote_text(of.name) + ")", kAtom};
      case Fact::Kind::kId:
        return {"auth.id != null", kRelation};
      case Fact::Kind::kTenant:
        return {"auth.tenant != null", kRelation};
      case Fact::Kind::kClaim:
        return {claim(of.name) + " != null", kRelation};
      case Fact::Kind::kRoles:
        return {"auth.roles != null", kRelation};
      case Fact::Kind::kScopes:
        return {"auth.scopes != null", kRelation};
    }
    return {"", kAtom};
  }

  /// Empty for the row at hand.
  std::string row(const Node& node) const {
    if (node.op == Op::kHop) return member(*node.args[0], node.member);
    if (node.scope != 0) return variable(node.scope);
    return node.old ? "old" : "";
  }

  std::string member(const Node& of, MemberId id) const {
    const std::string before = row(of);
    return (before.empty() ? "" : before + ".") + std::string(names_.member_name(of.entity, id));
  }

  Text path(const Node& node) const {
    std::string made = text(*node.args[0], kAtom);
    for (std::size_t i = 0; i < node.path.size(); ++i) {
      made += node.as_text && i + 1 == node.path.size() ? "->>" : "->";
      const auto& step = node.path[i];
      made += step.index == -1 ? std::string(step.key) : std::to_string(step.index < 0 ? step.index + 1 : step.index);
    }
    return {made, kAtom};
  }

  std::string relation(const Node& node) const {
    const std::string rows = member(*node.args[0], node.member);
    const std::string x = variable(node.scope);
    const Node* predicate = node.args.size() > 1 ? node.args[1] : nullptr;
    const auto filtered = [&](const Node& by) { return rows + ".filter(" + x + ", " + text(by) + ")"; };
    switch (node.op) {
      case Op::kExists:
        if (predicate == nullptr) return rows + ".exists()";
        if (const Node* by = certain(*predicate)) return filtered(*by) + ".exists()";
        if (const Node* by =
                predicate->op == Op::kAnd && predicate->args.size() == 2 ? certain(*predicate->args[0]) : nullptr)
          return filtered(*by) + ".exists(" + x + ", " + text(*predicate->args[1]) + ")";
        return rows + ".exists(" + x + ", " + text(*predicate) + ")";
      case Op::kAll: {
        const bool choice =
            predicate->op == Op::kOr && predicate->args.size() == 2 && predicate->args[0]->op == Op::kNot;
        if (const Node* by = choice ? certain(*predicate->args[0]->args[0]) : nullptr)
          return filtered(*by) + ".all(" + x + ", " + text(*predicate->args[1]) + ")";
        return rows + ".all(" + x + ", " + text(*predicate) + ")";
      }
      case Op::kCount:
        return predicate == nullptr ? "size(" + rows + ")" : rows + ".count(" + x + ", " + text(*predicate) + ")";
      default:
        break;
    }
    const std::string_view name = node.op == Op::kSum   ? "sum"
                                  : node.op == Op::kMin ? "min"
                                  : node.op == Op::kMax ? "max"
                                                        : "avg";
    return (predicate == nullptr ? rows : filtered(*predicate)) + "." + std::string(name) + "(" + x + ", " +
           text(*node.args[2]) + ")";
  }

  const Names& names_;
};

}  // namespace

std::string quote_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      constexpr std::string_view kHex = "0123456789abcdef";
      out += "\\x";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string describe(const Node& node, const Names& names) { return Describer(names).text(node); }

}  // namespace bedplate::expr
