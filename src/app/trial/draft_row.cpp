#include "app/trial/draft_row.hpp"

#include <algorithm>

#include "app/trial/scratch_node.hpp"
#include "base/scalar.hpp"

namespace bedplate::app {

using model::DefaultFn;
using model::FieldId;
using model::Verb;

namespace {

constexpr unsigned kOften = 85, kHalf = 50, kSeldom = 15;  // in a hundred

/// What a claim's text means in the field; null: nothing.
Cell claimed(const model::Field& field, const std::string& text, Arena& arena) {
  if (text.empty()) return Cell::null();
  const auto cell = parse_scalar(field.type, arena.copy(text), arena);
  return cell ? *cell : Cell::null();
}

/// The run's instant.
Cell still_now(const Type& type) {
  switch (type.scalar) {
    case Scalar::kDateTime:
      return Cell::integer(kScratchNow);
    case Scalar::kLocalDateTime:
      return Cell::text("2026-01-01T00:00:00.000000");
    case Scalar::kDate:
      return Cell::text("2026-01-01");
    case Scalar::kTime:
      return Cell::text("00:00:00.000000");
    default:
      return Cell::null();
  }
}

}  // namespace

Drafts::Drafts(const model::Model& model, TrialData& data, TrialCaller& caller, model::EntityId entity,
               std::uint64_t seed)
    : model_(model),
      data_(data),
      caller_(caller),
      id_(entity),
      entity_(model.entity(entity)),
      conditions_(seed::conditions_of(model, entity)),
      dice_(seed::stir(seed, seed::number_of(entity_.name + "/" + caller.name))) {}

std::optional<DraftRow> Drafts::next(Arena& arena) {
  const auto& spare = data_.spare[id_];
  if (spare.empty()) return std::nullopt;
  DraftRow made{.row = spare[dice_.below(spare.size())], .given = {}};
  Record& row = made.row;
  const auto& who = caller_.principal->identity();
  for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
    const auto& field = entity_.fields[f];
    if (field.type.scalar == Scalar::kBoolean && !field.type.list && !row.cells[f].is_null() && dice_.percent(kHalf))
      row.cells[f] = Cell::boolean(dice_.percent(kHalf));
    const auto& values = field.type.scalar == Scalar::kEnum ? model_.enums[field.type.enumeration].values
                                                            : std::vector<model::EnumValue>{};
    if (!values.empty() && !field.type.list && dice_.percent(kHalf))
      row.cells[f] = Cell::text(field.default_fn == DefaultFn::kValue && dice_.percent(kHalf)
                                    ? field.default_value.as_bytes()
                                    : arena.copy(values[dice_.below(values.size())].name));
    if (field.default_fn == DefaultFn::kAuthId && field.relation == model::kNoField && dice_.percent(kHalf))
      row.cells[f] = claimed(field, who.id, arena);
  }
  refer(row);
  if (entity_.tenant != model::kNoField)
    row.cells[entity_.tenant] = claimed(entity_.fields[entity_.tenant], who.tenant, arena);
  copy(row);
  for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
    const auto id = static_cast<FieldId>(f);
    const auto& field = entity_.fields[f];
    if (!field.is_column() || id == entity_.tenant) continue;
    const bool by_store = field.default_fn == DefaultFn::kUuid7 || field.default_fn == DefaultFn::kSequence;
    const bool may = caller_.view->is_writable(id_, id, Verb::kCreate) && !field.is_unbuilt();
    if (may && !by_store && (field.default_fn == DefaultFn::kNone || dice_.percent(kHalf))) {
      made.given.push_back(id);
      continue;
    }
    const auto value = otherwise(id, arena);
    if (!value) return std::nullopt;
    row.cells[f] = *value;
  }
  return made;
}

/// Of a field that is not given.
std::optional<Cell> Drafts::otherwise(FieldId id, Arena& arena) const {
  const auto& field = entity_.fields[id];
  if (id == entity_.version) return Cell::integer(1);
  switch (field.default_fn) {
    case DefaultFn::kValue:
      return field.default_value;
    case DefaultFn::kNow:
      return still_now(field.type);
    case DefaultFn::kAuthId:
      return claimed(field, caller_.principal->identity().id, arena);
    case DefaultFn::kAuthTenant:
      return claimed(field, caller_.principal->identity().tenant, arena);
    case DefaultFn::kUuid7:
    case DefaultFn::kSequence:
      return Cell::null();  // the store's, which nobody knows yet
    case DefaultFn::kNone:
      break;
  }
  if (field.type.nullable || field.searched != model::kNoField) return Cell::null();
  return std::nullopt;
}

/// To the caller's own row, or to any that the caller may read.
void Drafts::refer(Record& row) {
  for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
    const auto& field = entity_.fields[f];
    if (field.kind != model::FieldKind::kToOne) continue;
    const auto& target = model_.entity(field.target);
    std::vector<const Record*> choices;
    for (const Record& each : data_.rows[field.target])
      if (caller_.judge->readable(each)) choices.push_back(&each);
    const bool nullable =
        std::ranges::all_of(field.foreign_key, [&](FieldId key) { return entity_.fields[key].type.nullable; });
    const Record* chosen = choices.empty() || (nullable && dice_.percent(kSeldom + kSeldom))
                               ? nullptr
                               : choices[dice_.below(choices.size())];
    if (target.user && dice_.percent(kHalf))
      for (const Record* each : choices) {
        std::string key;
        append_text(key, target.fields[target.key[0]].type, each->cells[target.key[0]]);
        if (key == caller_.principal->identity().id) chosen = each;
      }
    for (std::size_t i = 0; i < field.foreign_key.size(); ++i)
      row.cells[field.foreign_key[i]] = chosen == nullptr ? Cell::null() : chosen->cells[target.key[i]];
  }
}

/// What rules want to be equal to something else mostly is.
void Drafts::copy(Record& row) {
  for (const auto& each : conditions_.copies)
    if (dice_.percent(kOften)) row.cells[each.field] = caller_.judge->evaluate(*each.value, row);
}

}  // namespace bedplate::app
