#include "rest/verdicts.hpp"

#include "json/document.hpp"
#include "rest/read.hpp"

namespace bedplate::rest {

Result<operation::Operation> read_verdicts(model::EntityId entity, std::span<const Cell> key,
                                           std::span<const expr::Node* const> questions, Binding& binding) {
  BP_TRY(auto operation, read_by_key(entity, key, binding));
  std::vector<operation::SelectItem> items;
  for (const expr::Node* question : questions)
    items.push_back({.kind = operation::SelectItem::Kind::kVerdict,
                     .name = binding.arena.copy(std::to_string(items.size())),
                     .node = question});
  if (!items.empty())
    operation.read.query.select =
        binding.arena.copy_array<operation::SelectItem>(std::span<const operation::SelectItem>(items));
  return operation;
}

Result<std::vector<std::optional<bool>>> parse_verdicts(std::string_view row, Arena& arena) {
  std::vector<std::optional<bool>> answers;
  if (row.empty()) return answers;
  BP_TRY(const auto* object, json::parse(row, arena));
  for (const json::Node& each : object->children)
    answers.push_back(each.is_boolean() ? std::optional(each.as_boolean()) : std::nullopt);
  return answers;
}

}  // namespace bedplate::rest
