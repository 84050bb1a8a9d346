#include "engine/new_row.hpp"

#include <string>

#include "base/date_time.hpp"
#include "base/scalar.hpp"
#include "engine/row_values.hpp"
#include "expr/visit.hpp"

namespace bedplate::engine {
namespace {

/// The operation's instant as a value of a temporal type.
Cell instant(const Type& type, std::int64_t now, Arena& arena) {
  char text[kMaxTimeText];
  const char* end = text;
  switch (type.scalar) {
    case Scalar::kLocalDateTime:
      end = write_local_date_time(text, now);
      break;
    case Scalar::kDate:
      end = write_date(text, now / kMicrosPerDay);
      break;
    case Scalar::kTime:
      end = write_time(text, now % kMicrosPerDay);
      break;
    default:
      return Cell::integer(now);
  }
  return Cell::text(arena.copy({text, static_cast<std::size_t>(end - text)}));
}

Cell default_value(const model::Field& field, const RowMaker& maker) {
  const auto from_text = [&](std::string_view text) -> Cell {
    if (text.empty()) return Cell::null();
    const auto cell = parse_scalar(field.type, text, maker.arena);
    return cell ? *cell : Cell::null();
  };
  switch (field.default_fn) {
    case model::DefaultFn::kValue:
      return field.default_value;
    case model::DefaultFn::kNow:
      return instant(field.type, maker.now, maker.arena);
    case model::DefaultFn::kUuid7:
      return Cell::text(maker.arena.copy(maker.uuids.next().view()));
    case model::DefaultFn::kAuthId:
      return from_text(maker.principal.identity().id);
    case model::DefaultFn::kAuthTenant:
      return from_text(maker.principal.identity().tenant);
    case model::DefaultFn::kSequence:
    case model::DefaultFn::kNone:
      return field.tenant ? from_text(maker.principal.identity().tenant) : Cell::null();
  }
  return Cell::null();
}

}  // namespace

Error constraint_error(const model::Entity& entity, const model::Constraint& constraint) {
  Error error(Reason::kConstraintViolation, "values of the new row of " + entity.plural + " do not go together");
  for (const auto id : expr::own_fields_of(*constraint.expr))
    if (const auto& field = entity.fields[id]; !field.hidden && !field.write_only)
      error = std::move(error).with_field(
          {field.name, Reason::kConstraintViolation, "breaks a constraint together with other values"});
  return error;
}

Result<NewRow> make_row(const plan::CreateTemplate& plan, std::span<const Cell> given, const RowMaker& maker) {
  const auto& entity = maker.model.entity(plan.entity);
  auto columns = maker.arena.make_array<Cell>(plan.columns.size());
  auto fields = maker.arena.make_array<Cell>(entity.fields.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& column = plan.columns[i];
    const auto& field = entity.fields[column.field];
    columns[i] =
        column.slot == plan::CreateTemplate::Column::kNoSlot ? default_value(field, maker) : given[column.slot];
    fields[column.field] = columns[i];
  }

  std::vector<FieldError> wrong;
  bool missing = false;
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto& field = entity.fields[f];
    if (!field.is_column()) continue;
    if (fields[f].is_null()) {
      if (field.type.nullable || field.default_fn == model::DefaultFn::kSequence) continue;
      missing = true;
      wrong.push_back({field.name, Reason::kNotNullViolation, "a value is required"});
    } else if (auto violated = constraint_violated(maker.model, field, fields[f]); !violated.empty()) {
      wrong.push_back({field.name, Reason::kConstraintViolation, std::move(violated)});
    }
  }
  if (!wrong.empty()) {
    Error error(missing ? Reason::kNotNullViolation : Reason::kConstraintViolation,
                wrong.size() == 1 ? wrong[0].path + ": " + wrong[0].message
                                  : std::to_string(wrong.size()) + " fields of " + entity.name + " are not valid");
    for (auto& field : wrong) error = std::move(error).with_field(std::move(field));
    return failure(std::move(error));
  }

  const RowValues rows(fields);
  const ModelRanks ranks(maker.model);
  for (const auto* constraint : plan.constraints)
    if (!expr::is_satisfied(*constraint->expr, {.rows = &rows, .row = &rows, .enums = &ranks, .now = maker.now},
                            maker.arena))
      return failure(constraint_error(entity, *constraint));

  auto key = maker.arena.make_array<Cell>(entity.key.size());
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = fields[entity.key[i]];
  return NewRow{.columns = columns, .key = key, .fields = fields};
}

}  // namespace bedplate::engine
