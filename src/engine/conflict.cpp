#include "engine/conflict.hpp"

#include "store/violation.hpp"

namespace bedplate::engine {
namespace {

/// SQLite does not say which reference found nothing: it is one of those that were given and not asked yet.
bool is_given_reference(const model::Field& field, Cell value) {
  return field.relation != model::kNoField && !value.is_null();
}

std::vector<const model::Field*> fields_of(const Error& error, const model::Entity& entity, std::span<const Cell> row) {
  const auto violation = store::violation_of(error);
  const bool untold = violation.columns.empty() && error.reason() == Reason::kForeignKeyViolation;
  std::vector<const model::Field*> found;
  if (!untold && violation.table != entity.table) return found;
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto& field = entity.fields[f];
    // The tenant is in every key of a tenant's type and is nobody's choice.
    if (!field.is_column() || field.hidden || f == entity.tenant) continue;
    const bool named = std::ranges::find(violation.columns, field.column) != violation.columns.end();
    if (untold ? is_given_reference(field, row[f]) : named) found.push_back(&field);
  }
  return found;
}

Error about(Reason reason, const model::Entity& entity, std::span<const model::Field* const> fields,
            std::string_view cause) {
  std::string names;
  for (const auto* field : fields) names += (names.empty() ? "" : ", ") + field->name;
  const bool unique = reason == Reason::kUniqueViolation;
  Error named = Error(reason, unique ? "another row of " + entity.plural + " has the same " + names
                                     : "there is no row that " + names + " refers to")
                    .with_hint(unique ? "send another value, or update the row that is there"
                                      : "create that row first, or send the key of one that is there")
                    .caused_by(std::string(cause));
  for (const auto* field : fields)
    named = std::move(named).with_field({field->name, reason, unique ? "is taken" : "refers to no row"});
  return named;
}

}  // namespace

Error name_conflict(Error error, const model::Entity& entity, std::span<const Cell> row) {
  const Reason reason = error.reason();
  if (reason != Reason::kUniqueViolation && reason != Reason::kForeignKeyViolation) return error;
  const auto fields = fields_of(error, entity, row);
  if (fields.empty()) return error;
  return about(reason, entity, fields, error.cause());
}

Error no_such_target(const model::Entity& entity, model::FieldId relation) {
  std::vector<const model::Field*> fields;
  for (const auto id : entity.fields[relation].foreign_key)
    if (id != entity.tenant) fields.push_back(&entity.fields[id]);
  return about(Reason::kForeignKeyViolation, entity, fields, "a row that the caller may not read");
}

Error name_restriction(Error error, const model::Entity& entity) {
  if (error.reason() != Reason::kForeignKeyViolation) return error;
  return Error(Reason::kForeignKeyViolation, "the row of " + entity.plural + " is still referred to")
      .with_hint("delete what refers to it first, or have the model say onDelete: CASCADE")
      .caused_by(std::string(error.cause()));
}

}  // namespace bedplate::engine
