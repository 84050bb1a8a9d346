#include "engine/new_row.hpp"

#include <string>

#include "base/date_time.hpp"
#include "base/scalar.hpp"
#include "engine/row_values.hpp"
#include "expr/visit.hpp"
#include "search/analyser.hpp"

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
  const auto& who = maker.principal.identity();
  // A claim that is a JSON number is no text to a rule, so it is none here.
  const auto from_claim = [&](std::string_view text, bool number) -> Cell {
    if (text.empty() || (number && field.type.is_text())) return Cell::null();
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
      return from_claim(who.id, who.id_is_number);
    case model::DefaultFn::kAuthTenant:
      return from_claim(who.tenant, who.tenant_is_number);
    case model::DefaultFn::kSequence:
    case model::DefaultFn::kNone:
      return field.tenant ? from_claim(who.tenant, who.tenant_is_number) : Cell::null();
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

Result<void> check_values(const model::Model& model, const model::Entity& entity,
                          std::span<const model::FieldId> fields, std::span<const model::FieldId> given,
                          std::span<const Cell> image) {
  std::vector<FieldError> wrong;
  bool missing = false;
  for (const auto id : fields) {
    const auto& field = entity.fields[id];
    if (!field.is_column()) continue;
    if (image[id].is_null()) {
      const bool by_store =
          field.default_fn == model::DefaultFn::kSequence && std::ranges::find(given, id) == given.end();
      if (field.type.nullable || by_store) continue;
      missing = true;
      wrong.push_back({field.name, Reason::kNotNullViolation, "a value is required"});
    } else if (auto violated = constraint_violated(model, field, image[id]); !violated.empty()) {
      wrong.push_back({field.name, Reason::kConstraintViolation, std::move(violated)});
    }
  }
  if (wrong.empty()) return {};
  Error error(missing ? Reason::kNotNullViolation : Reason::kConstraintViolation,
              wrong.size() == 1 ? wrong[0].path + ": " + wrong[0].message
                                : std::to_string(wrong.size()) + " fields of " + entity.name + " are not valid");
  for (auto& field : wrong) error = std::move(error).with_field(std::move(field));
  return failure(std::move(error));
}

Cell tokens_of(const model::Field& tokens, Cell text, Arena& arena) {
  if (text.is_null()) return text;
  return Cell::text(arena.copy(search::Analyser(tokens.search_language).tokens(text.as_bytes())));
}

void give_again(const plan::CreateTemplate& plan, const model::Model& model, std::span<const Cell> given,
                std::span<const bool> flags, Arena& arena, NewRow& row) {
  using Source = plan::WrittenColumn::Source;
  const auto& entity = model.entity(plan.entity);
  for (std::size_t i = 0; i < row.columns.size(); ++i) {
    const auto& column = plan.columns[i];
    const auto& field = entity.fields[column.field];
    if (column.source == Source::kTokens)
      row.columns[i] = tokens_of(field, row.fields[field.searched], arena);
    else if (column.source == Source::kCell && (flags.empty() || flags[column.cell]))
      row.columns[i] = given[column.cell];
    row.fields[column.field] = row.columns[i];
  }
  for (std::size_t i = 0; i < row.key.size(); ++i) row.key[i] = row.fields[entity.key[i]];
}

NewRow make_row(const plan::CreateTemplate& plan, std::span<const Cell> given, std::span<const bool> flags,
                const RowMaker& maker) {
  const auto& entity = maker.model.entity(plan.entity);
  auto columns = maker.arena.make_array<Cell>(plan.columns.size());
  auto fields = maker.arena.make_array<Cell>(entity.fields.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& column = plan.columns[i];
    const auto& field = entity.fields[column.field];
    if (column.source == plan::WrittenColumn::Source::kTokens) {
      columns[i] = tokens_of(field, fields[field.searched], maker.arena);
      fields[column.field] = columns[i];
      continue;
    }
    const bool is_given = column.source == plan::WrittenColumn::Source::kCell && (flags.empty() || flags[column.cell]);
    columns[i] = is_given ? given[column.cell] : default_value(field, maker);
    fields[column.field] = columns[i];
  }
  auto key = maker.arena.make_array<Cell>(entity.key.size());
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = fields[entity.key[i]];
  return NewRow{.columns = columns, .key = key, .fields = fields};
}

}  // namespace bedplate::engine
