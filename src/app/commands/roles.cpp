#include "app/commands/roles.hpp"

#include "base/text.hpp"

namespace bedplate::app {

Result<void> check_roles(const model::Model& model, std::span<const std::string> roles) {
  std::vector<std::string_view> known;
  for (const auto& role : model.roles) known.push_back(role.name);
  for (const std::string& role : roles) {
    if (model.role_by_name.contains(role)) continue;
    Error error(Reason::kInvalidValue, "the model has no role '" + role + "'");
    if (const auto near = did_you_mean(role, known); !near.empty())
      return failure(std::move(error).with_hint("Did you mean " + std::string(near) + "?"));
    std::string all;
    for (const auto name : known) all += (all.empty() ? "" : ", ") + std::string(name);
    return failure(
        std::move(error).with_hint(all.empty() ? "It has none; mark an enum with @roles." : "It has " + all + "."));
  }
  return {};
}

}  // namespace bedplate::app
