#include "app/trial/matrix.hpp"

#include <fmt/format.h>

#include "access/explain.hpp"

namespace bedplate::app {
namespace {

std::string cell_of(const access::AccessView& view, model::EntityId entity) {
  std::string text;
  for (std::size_t v = 0; v < model::kVerbs; ++v) {
    if (static_cast<model::Verb>(v) == model::Verb::kPurge && !view.model().entity(entity).soft_delete()) continue;
    Arena arena;
    const auto verb = static_cast<model::Verb>(v);
    const auto told = access::explain(view, entity, verb, arena);
    const char letter = model::verb_name(verb)[0];
    const bool all = told.allowed == access::Outcome::kHolds && !told.tenant_limited;
    text += told.allowed == access::Outcome::kFails || told.unbuilt ? '-'
            : all                                                   ? letter
                                                                    : static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

}  // namespace

std::string matrix_text(const model::Model& model, const std::deque<TrialCaller>& callers) {
  std::size_t type_width = 0;
  for (const auto& entity : model.entities) type_width = std::max(type_width, entity.name.size());
  std::string text = fmt::format("{:<{}}", "", type_width);
  for (const auto& caller : callers) text += fmt::format("  {:<5}", caller.name);
  text += "\n";
  for (std::size_t id = 0; id < model.entities.size(); ++id) {
    text += fmt::format("{:<{}}", model.entities[id].name, type_width);
    for (const auto& caller : callers)
      text += fmt::format("  {:<{}}", cell_of(*caller.view, static_cast<model::EntityId>(id)),
                          std::max<std::size_t>(caller.name.size(), 5));
    while (text.ends_with(' ')) text.pop_back();
    text += "\n";
  }
  return text + "\nR READ, C CREATE, U UPDATE, D DELETE, P PURGE; in small letters the row decides\n";
}

}  // namespace bedplate::app
