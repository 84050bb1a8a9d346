#include "rest/merge.hpp"

#include <algorithm>

namespace bedplate::rest {

using expr::Node;
using expr::Op;
using model::FieldId;
using operation::Assignment;
using operation::Change;
using operation::Operation;

namespace {

bool has(std::span<const FieldId> fields, FieldId field) { return std::ranges::find(fields, field) != fields.end(); }

}  // namespace

std::optional<Operation> make_merge(const Operation& create, std::span<const FieldId> conflict, Change::Kind kind,
                                    Binding& binding) {
  const model::EntityId entity = create.create.entity;
  const auto given = create.create.fields;
  for (const FieldId field : conflict)
    if (!has(given, field) || !binding.view.readable(entity, field)) return std::nullopt;
  std::vector<std::size_t> located, assigned;  // places in a row of the create
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool changes = kind == Change::Kind::kUpdate && !has(conflict, given[i]) &&
                         binding.view.is_writable(entity, given[i], model::Verb::kUpdate);
    if (changes)
      assigned.push_back(i);
    else if (has(conflict, given[i]) || kind == Change::Kind::kUpdate)
      located.push_back(i);
  }
  Arena& arena = binding.arena;
  expr::Builder build = binding.build();
  Operation made;
  made.kind = Operation::Kind::kChange;
  made.values = create.values;
  Change& change = made.change;
  change.kind = kind;
  change.by_key = true;
  change.target.entity = entity;
  auto slot = static_cast<std::uint16_t>(create.values.size());
  const Node* row = binding.row(entity);
  for (const std::size_t at : located) {
    const Type type = binding.model().field(entity, given[at]).type;
    const Node *field = build.field(row, given[at], type), *value = build.slot(slot++, type);
    const Node* same = has(conflict, given[at]) ? build.condition(Op::kEq, {field, value})
                                                : build.negated(build.condition(Op::kIsDistinct, {field, value}));
    change.target.where = build.both(change.target.where, same);
  }
  auto assignments = arena.make_array<Assignment>(assigned.size());
  for (std::size_t i = 0; i < assigned.size(); ++i) assignments[i] = {.field = given[assigned[i]]};
  change.assignments = assignments;
  auto rows = arena.make_array<std::span<const Cell>>(create.rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto cells = arena.make_array<Cell>(located.size() + assigned.size());
    auto at = cells.begin();
    for (const std::size_t place : located) *at++ = create.rows[r][place];
    for (const std::size_t place : assigned) *at++ = create.rows[r][place];
    rows[r] = cells;
  }
  made.rows = rows;
  if (create.given.empty()) return made;
  auto flags_of = arena.make_array<std::span<const bool>>(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto flags = arena.make_array<bool>(assigned.size());
    for (std::size_t i = 0; i < assigned.size(); ++i) flags[i] = create.given[r][assigned[i]];
    flags_of[r] = flags;
  }
  made.given = flags_of;
  return made;
}

}  // namespace bedplate::rest
