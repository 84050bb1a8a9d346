#include "operation/principal.hpp"

#include <string>

#include "base/scalar.hpp"
#include "json/document.hpp"
#include "json/writer.hpp"

namespace bedplate::operation {
namespace {

using expr::Fact;

/// What a claim was in its token: a number is no text, and a boolean nothing else.
enum class Said { kString, kNumber, kBoolean };

bool fits(Said said, const Type& type) {
  switch (said) {
    case Said::kString:
      return true;
    case Said::kNumber:
      return type.is_numeric();
    case Said::kBoolean:
      return !type.list && type.scalar == Scalar::kBoolean;
  }
  return false;
}

/// The canonical cell of `text` as a value of `type`; null unless `text` is that value's canonical form, so that
/// `007` never matches the key 7.
Cell convert(Said said, std::string_view text, const Type& type, Arena& arena) {
  if (text.empty() || !fits(said, type)) return Cell::null();
  const auto cell = parse_scalar(type, text, arena);
  if (!cell) return Cell::null();
  std::string canonical;
  append_text(canonical, type, *cell);
  if (canonical == text) return *cell;
  // A Decimal has its scale's digits; tokens write it without the zeros at its end.
  if (type.scalar != Scalar::kDecimal || canonical.find('.') == std::string::npos) return Cell::null();
  canonical.erase(canonical.find_last_not_of('0') + 1);
  if (canonical.ends_with('.')) canonical.pop_back();
  return canonical == text ? *cell : Cell::null();
}

/// The value of a claim; null for null and for what is no scalar.
Cell convert_claim(std::string_view json_text, const Type& type, Arena& arena) {
  const auto node = json::parse(json_text, arena);
  if (!node) return Cell::null();
  switch ((*node)->kind) {
    case json::Kind::kString:
      return convert(Said::kString, (*node)->text, type, arena);
    case json::Kind::kNumber:
      return convert(Said::kNumber, (*node)->text, type, arena);
    case json::Kind::kBoolean:
      return convert(Said::kBoolean, (*node)->text, type, arena);
    default:
      return Cell::null();
  }
}

Cell json_array(const std::vector<std::string>& items, Arena& arena) {
  std::string text = "[";
  for (const auto& item : items) {
    if (text.size() > 1) text += ',';
    append_json_string(text, item);
  }
  text += ']';
  return Cell::text(arena.copy(text));
}

}  // namespace

std::shared_ptr<const Principal> Principals::anonymous() const { return make(Identity{}); }

std::shared_ptr<const Principal> Principals::make(Identity identity) const {
  std::shared_ptr<Principal> made(new Principal());
  Principal& principal = *made;
  principal.identity_ = std::move(identity);
  const Identity& who = principal.identity_;
  principal.roles_.resize(model_.roles.size());
  for (const auto& name : who.roles) {
    const auto at = model_.role_by_name.find(name);
    if (at == model_.role_by_name.end()) continue;
    for (const auto implied : model_.roles[at->second].implies) principal.roles_[implied] = true;
  }
  principal.facts_ = Facts(model_.facts.size());
  principal.values_.resize(model_.facts.size());
  for (std::size_t i = 0; i < model_.facts.size(); ++i) {
    const Fact& fact = model_.facts[i];
    bool holds = false;
    Cell value;
    switch (fact.kind) {
      case Fact::Kind::kHasRole: {
        const auto at = model_.role_by_name.find(fact.name);
        holds = at != model_.role_by_name.end() && principal.roles_[at->second];
        break;
      }
      case Fact::Kind::kHasScope:
        holds = std::find(who.scopes.begin(), who.scopes.end(), fact.name) != who.scopes.end();
        break;
      case Fact::Kind::kId:
        value = convert(who.id_is_number ? Said::kNumber : Said::kString, who.id, fact.type, principal.arena_);
        break;
      case Fact::Kind::kTenant:
        value = convert(who.tenant_is_number ? Said::kNumber : Said::kString, who.tenant, fact.type, principal.arena_);
        break;
      case Fact::Kind::kClaim:
        for (const auto& [path, text] : who.claims)
          if (path == fact.name) value = convert_claim(text, fact.type, principal.arena_);
        break;
      case Fact::Kind::kRoles:
        if (who.authenticated) value = json_array(who.roles, principal.arena_);
        break;
      case Fact::Kind::kScopes:
        if (who.authenticated) value = json_array(who.scopes, principal.arena_);
        break;
    }
    if (holds || !value.is_null()) principal.facts_.set(i);
    principal.values_[i] = value;
  }
  return made;
}

}  // namespace bedplate::operation
