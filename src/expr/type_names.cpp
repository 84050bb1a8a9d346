#include <algorithm>

#include "expr/typer.hpp"

namespace bedplate::expr {

using Kind = Syntax::Kind;

namespace {

constexpr std::string_view kAuthMembers[] = {"id", "tenant", "roles", "scopes", "claims"};

bool looks_like_enum_value(std::string_view name) {
  return name.size() > 1 && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
         });
}

}  // namespace

bool Typer::is_auth(const Syntax& syntax) const {
  if (syntax.kind != Kind::kName || syntax.text != "auth") return false;
  return std::none_of(variables_.begin(), variables_.end(), [](const auto& one) { return one.first == "auth"; });
}

Value Typer::infer_name(const Syntax& syntax) {
  for (auto at = variables_.rbegin(); at != variables_.rend(); ++at) {
    if (at->first != syntax.text) continue;
    Value value = at->second;
    value.position = syntax.position;
    return value;
  }
  if (syntax.text == "auth")
    return bad(syntax.position, "'auth' is not a value",
               "auth.id, auth.tenant, auth.roles, auth.scopes, auth.claims.…; signed in or not: auth.id != null");
  if (syntax.text == "old") {
    if (const auto why = env_.why_no_old(); !why.empty() || !env_.entity())
      return bad(syntax.position, "'old' cannot be used here", std::string(why));
    return Value{.kind = Value::Kind::kRow,
                 .position = syntax.position,
                 .node = build_.row(*env_.entity(), 0, true, syntax.position)};
  }
  if (!env_.entity())
    return bad(syntax.position, "unknown name '" + std::string(syntax.text) + "'",
               "there is no row here; only 'auth', hasRole(), hasScope() and now() can be asked");
  const Value row{.kind = Value::Kind::kRow,
                  .position = syntax.position,
                  .node = build_.row(*env_.entity(), 0, false, syntax.position)};
  return member_of(row, syntax.text, syntax.position);
}

Value Typer::bad_name(EntityId entity, std::string_view name, Position position) {
  const std::string message =
      "unknown name '" + std::string(name) + "': " + std::string(env_.entity_name(entity)) + " has no such field";
  if (looks_like_enum_value(name)) return bad(position, message, "enum values are text: '" + std::string(name) + "'");
  std::vector<std::string_view> names = env_.member_names(entity);
  std::string all;
  for (const auto one : names) all += (all.empty() ? "it has " : ", ") + std::string(one);
  if (all.size() > 200) all.clear();
  for (const auto& [variable, value] : variables_) names.push_back(variable);
  names.push_back("auth");
  return bad(position, message, suggestion(name, names, all));
}

Value Typer::member_of(const Value& row, std::string_view name, Position position) {
  const EntityId entity = row.node->entity;
  const auto member = env_.member(entity, name);
  if (!member) return bad_name(entity, name, position);
  switch (member->kind) {
    case Member::Kind::kUnusable:
      return bad(position, "'" + std::string(name) + "' cannot be used in expressions",
                 "expressions read scalar fields and relations");
    case Member::Kind::kScalar: {
      // The key of what a to-one points to is the foreign key here: no join.
      if (row.node->op == Op::kHop && row.member.kind == Member::Kind::kToOne) {
        const auto key = env_.key(entity);
        const auto at = std::find(key.begin(), key.end(), member->id);
        if (at != key.end() && row.member.foreign_key.size() == key.size()) {
          const Node* near = row.node->args[0];
          const MemberId own = row.member.foreign_key[static_cast<std::size_t>(at - key.begin())];
          return typed(build_.field(near, own, env_.member(near->entity, own).type, position), position);
        }
      }
      return typed(build_.field(row.node, member->id, member->type, position), position);
    }
    case Member::Kind::kToOne:
      return Value{.kind = Value::Kind::kRow,
                   .position = position,
                   .node = build_.hop(row.node, member->id, member->target, position),
                   .member = *member};
    case Member::Kind::kToMany:
      break;
  }
  const Node* first = row.node;
  while (first->op == Op::kHop) first = first->args[0];
  if (first->old)
    return bad(position, "the old row has no '" + std::string(name) + "'",
               "old reaches fields and to-one relations; related rows are those after the write");
  return Value{
      .kind = Value::Kind::kMany, .position = position, .node = row.node, .member = *member, .scope = next_scope_++};
}

Value Typer::infer_member(const Syntax& syntax) {
  const Syntax& target = *syntax.args[0];
  if (is_auth(target)) return infer_auth(syntax);
  if (const auto claim = this->claim(syntax)) return *claim;
  const Value value = infer(target);
  switch (value.kind) {
    case Value::Kind::kBad:
      return value;
    case Value::Kind::kRow:
      return member_of(value, syntax.text, syntax.position);
    case Value::Kind::kMany: {
      const std::string name(value.member.name);
      return bad(syntax.position, "'" + name + "' is many rows; '" + std::string(syntax.text) + "' is of one",
                 "say of which: " + name + ".exists(x, x." + std::string(syntax.text) + " …), .all(x, …), .sum(x, …)");
    }
    case Value::Kind::kTyped:
      return bad(syntax.position,
                 "a " + describe_type(value.node->type) + " has no field '" + std::string(syntax.text) + "'",
                 "only rows have fields");
    default:
      return bad(syntax.position, "only rows have fields", "'" + std::string(syntax.text) + "' is asked of a value");
  }
}

Value Typer::infer_auth(const Syntax& syntax) {
  const auto name = syntax.text;
  Value value{.kind = Value::Kind::kPrincipal, .position = syntax.position};
  if (name == "id" || name == "tenant") {
    value.fact = name == "id" ? Fact::Kind::kId : Fact::Kind::kTenant;
    return value;
  }
  if (name == "roles" || name == "scopes") {
    const Type type{.scalar = Scalar::kString, .list = true};
    const auto kind = name == "roles" ? Fact::Kind::kRoles : Fact::Kind::kScopes;
    return typed(build_.principal(env_.fact(Fact{.kind = kind, .name = {}, .type = type}), type, syntax.position),
                 syntax.position);
  }
  if (name == "claims") return bad(syntax.position, "'auth.claims' is not a value", "name one: auth.claims.department");
  return bad(syntax.position, "unknown 'auth." + std::string(name) + "'",
             suggestion(name, kAuthMembers, "auth has id, tenant, roles, scopes and claims.…"));
}

bool Typer::claim_path(const Syntax& syntax, std::string& path) const {
  // Outermost last: auth.claims.a.b is ((auth.claims).a).b.
  std::vector<std::string_view> names;
  const Syntax* at = &syntax;
  while (true) {
    if (at->kind == Kind::kMember) {
      if (at->text == "claims" && is_auth(*at->args[0])) break;
      names.push_back(at->text);
    } else if (at->kind == Kind::kIndex && at->args[1]->kind == Kind::kString) {
      names.push_back(at->args[1]->text);
    } else {
      return false;
    }
    at = at->args[0];
  }
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    if (!path.empty()) path += '.';
    path += *name;
  }
  return !names.empty() && !path.empty();
}

std::optional<Value> Typer::claim(const Syntax& syntax) const {
  std::string path;
  if (!claim_path(syntax, path)) return std::nullopt;
  return Value{.kind = Value::Kind::kPrincipal,
               .position = syntax.position,
               .text = arena_.copy(path),
               .fact = Fact::Kind::kClaim};
}

Value Typer::infer_index(const Syntax& syntax) {
  if (const auto claim = this->claim(syntax)) return *claim;
  return bad(syntax.position, "'[…]' is only for claims: auth.claims['…']",
             "ask a list with 'in', related rows with exists()");
}

}  // namespace bedplate::expr
