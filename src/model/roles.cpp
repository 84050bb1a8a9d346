#include "model/arguments.hpp"
#include "model/phases.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::model {

namespace {

const TypeEntry* roles_enum(Draft& draft) {
  const TypeEntry* found = nullptr;
  for (const TypeEntry& type : draft.types.all()) {
    const auto* use = type.kind == sdl::TypeKind::kEnum ? type.directive("roles") : nullptr;
    if (use == nullptr) {
      for (const auto* value : type.values)
        if (const auto* stray = find_directive(value->directives, "inherits"))
          draft.error(place_of(*stray), "inherits-outside-roles", "@inherits is for the values of the @roles enum.",
                      "Mark the enum with @roles, or remove @inherits.");
      continue;
    }
    if (found != nullptr)
      draft.error(place_of(*use), "second-roles",
                  "\"" + std::string(type.name.text) + "\" is a second @roles enum; the roles are \"" +
                      std::string(found->name.text) + "\".",
                  "Keep @roles on one enum.");
    else
      found = &type;
  }
  return found;
}

/// What each role inherits directly.
std::vector<std::vector<std::uint16_t>> direct_roles(Draft& draft, const TypeEntry& type) {
  std::vector<std::vector<std::uint16_t>> direct(draft.model.roles.size());
  std::vector<std::string_view> names;
  for (const Role& role : draft.model.roles) names.push_back(role.name);
  for (std::size_t i = 0; i < type.values.size() && i < direct.size(); ++i) {
    const Arguments arguments(find_directive(type.values[i]->directives, "inherits"));
    for (const auto* value : arguments.list("roles", sdl::ValueKind::kEnum)) {
      const auto at = draft.model.role_by_name.find(value->text);
      if (at != draft.model.role_by_name.end())
        direct[i].push_back(at->second);
      else
        draft.error(place_of(*value), "unknown-role", "There is no role \"" + std::string(value->text) + "\".",
                    "Roles are the values of enum \"" + std::string(type.name.text) + "\"." +
                        sdl::did_you_mean(value->text, names));
    }
  }
  return direct;
}

/// Everything reachable from `start`, itself first. True in `cyclic` when it comes back to it.
std::vector<std::uint16_t> reach(const std::vector<std::vector<std::uint16_t>>& direct, std::uint16_t start,
                                 bool& cyclic) {
  std::vector<std::uint16_t> order{start};
  std::vector<bool> seen(direct.size());
  seen[start] = true;
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::uint16_t next : direct[order[i]]) {
      if (next == start) cyclic = true;
      if (!seen[next]) order.push_back(next);
      seen[next] = true;
    }
  return order;
}

}  // namespace

void add_roles(Draft& draft) {
  const TypeEntry* type = roles_enum(draft);
  if (type == nullptr) return;
  for (const auto* value : type->values)
    draft.model.roles.push_back({.name = std::string(value->name.text), .implies = {}});
  auto& roles = draft.model.roles;
  for (std::size_t i = 0; i < roles.size(); ++i)
    draft.model.role_by_name.emplace(roles[i].name, static_cast<std::uint16_t>(i));
  const auto direct = direct_roles(draft, *type);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    bool cyclic = false;
    roles[i].implies = reach(direct, static_cast<std::uint16_t>(i), cyclic);
    if (!cyclic) continue;
    const auto* use = find_directive(type->values[i]->directives, "inherits");
    draft.error(place_of(*use), "role-cycle", "Role \"" + roles[i].name + "\" inherits from itself.",
                "Remove one @inherits of the circle; the stronger role inherits the weaker.");
  }
}

}  // namespace bedplate::model
