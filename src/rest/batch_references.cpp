#include "rest/batch_references.hpp"

#include <algorithm>

#include "expr/visit.hpp"

namespace bedplate::rest {

using engine::ReferredCell;

namespace {

constexpr std::size_t kMostId = 64;

bool is_id(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return !text.empty() && text.size() <= kMostId && letter(text[0]) &&
         std::ranges::all_of(text, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_plain(const Type& type) { return !type.list && type.scalar != Scalar::kJson; }

std::unexpected<Error> wrong(std::string message, std::string hint) {
  return failure(Error(Reason::kInvalidValue, std::move(message)).with_hint(std::move(hint)));
}

}  // namespace

Result<void> BatchReferences::add(std::string_view id, std::size_t part, const Prepared& prepared) {
  if (!is_id(id))
    return wrong("'" + std::string(id) + "' is no id of an operation",
                 "begin with a letter, then letters, digits, '_' and '-', " + std::to_string(kMostId) + " at the most");
  if (std::ranges::find(named_, id, &Named::id) != named_.end())
    return wrong("two operations have the id '" + std::string(id) + "'", "give each its own");
  named_.push_back({.id = id,
                    .part = part,
                    .entity = prepared.entity,
                    .creates = prepared.kind == Prepared::Kind::kCreate ||
                               (prepared.kind == Prepared::Kind::kNested &&
                                prepared.operation.kind == operation::Operation::Kind::kCreate &&
                                prepared.steps[prepared.root].merge == nullptr),
                    .one_row = prepared.of_one_row(),
                    .nothing = prepared.kind == Prepared::Kind::kNothing});
  return {};
}

Result<References::Value> BatchReferences::value(std::string_view text, const Type& type) {
  if (text.starts_with("$$")) return Value{.literal = true, .text = text.substr(1), .placeholder = {}};
  const auto dot = std::min(text.find('.'), text.size());
  const auto id = text.substr(1, dot - 1), name = text.substr(std::min(dot + 1, text.size()));
  const auto named = std::ranges::find(named_, id, &Named::id);
  if (named == named_.end())
    return wrong("'" + std::string(text) + "' names no operation before this one",
                 "refer to an earlier one as $<id>.<field>; a text that begins with '$' is written with two of them");
  if (named->nothing || !named->one_row)
    return wrong("'" + std::string(text) + "' refers to an operation that may write no row, or several",
                 "refer to one that writes one row: a POST of one object, a PATCH, PUT or DELETE by its path");
  const auto& entity = view_.model().entity(named->entity);
  const auto at = entity.by_name.find(name);
  // Whoever inserts a row learns its key in any case (Location).
  const bool always =
      named->creates && at != entity.by_name.end() && std::ranges::find(entity.key, at->second) != entity.key.end();
  model::FieldId field = model::kNoField;
  if (always) {
    field = at->second;
  } else {
    BP_TRY(const auto readable, view_.readable(named->entity, name));
    field = readable.field();
    const auto* shown = view_.field_shown(named->entity, field);
    if (shown == nullptr || !expr::is_true(*shown))
      return wrong("'" + std::string(text) + "': '" + std::string(name) + "' is not shown in every row",
                   "refer to a field that is");
  }
  const model::Field& of = entity.fields[field];
  if (!of.is_column() || !is_plain(of.type) || !is_plain(type))
    return wrong("'" + std::string(text) + "' refers to what is no single value, or stands for one",
                 "refer to a stored field of a plain type from one");
  const std::string_view bytes = arena_.copy(text);
  const Cell placeholder = Cell::text(bytes);
  open_.push_back({.byte = bytes.data(),
                   .late = {.cell = nullptr,
                            .type = type,
                            .source = named->part,
                            .field = field,
                            .source_type = of.type,
                            .always = always,
                            .name = text}});
  return Value{.literal = false, .text = {}, .placeholder = placeholder};
}

void BatchReferences::drop(const Cell& placeholder) {
  if (placeholder.kind() != CellKind::kText) return;
  std::erase_if(open_, [&](const Open& open) { return open.byte == placeholder.as_bytes().data(); });
}

/// Copies of cells; those that stand for another operation's are told.
std::span<const Cell> BatchReferences::own(std::span<const Cell> cells, std::vector<ReferredCell>& made) {
  auto mine = arena_.copy_array<Cell>(cells);
  for (Cell& cell : mine) {
    if (cell.kind() != CellKind::kText) continue;
    const auto open = std::ranges::find(open_, cell.as_bytes().data(), &Open::byte);
    if (open == open_.end()) continue;
    open->placed = true;
    made.push_back(open->late);
    made.back().cell = &cell;
  }
  return mine;
}

void BatchReferences::own(operation::Operation& operation, std::vector<ReferredCell>& made) {
  operation.values = own(operation.values, made);
  auto rows = arena_.make_array<std::span<const Cell>>(operation.rows.size());
  std::ranges::transform(operation.rows, rows.begin(), [&](auto row) { return own(row, made); });
  operation.rows = rows;
}

Result<std::span<const ReferredCell>> BatchReferences::take(Prepared& prepared) {
  if (open_.empty()) return std::span<const ReferredCell>{};
  std::vector<ReferredCell> made;
  own(prepared.operation, made);
  own(prepared.merge, made);
  for (std::size_t i = 0; i < prepared.steps.size(); ++i) {
    if (i == prepared.root) continue;
    operation::NestedStep& step = prepared.steps[i];
    own(step.operation, made);
    if (step.merge == nullptr) continue;
    auto* merge = arena_.make<operation::Operation>(*step.merge);
    own(*merge, made);
    step.merge = merge;
  }
  // A row that stays as it is takes nothing of what was sent but its key.
  for (const Open& open : open_)
    if (!open.placed && !prepared.stays)
      return wrong("'" + std::string(open.late.name) + "' stands where no value of another operation can",
                   "refer to one in a body's member, a path's key, or what a filter compares with");
  open_.clear();
  return std::span<const ReferredCell>(arena_.copy_array<ReferredCell>(std::span<const ReferredCell>(made)));
}

}  // namespace bedplate::rest
