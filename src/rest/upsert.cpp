#include "rest/upsert.hpp"

#include <algorithm>

#include "rest/api.hpp"
#include "rest/merge.hpp"
#include "rest/prepared.hpp"

namespace bedplate::rest {

using model::FieldId;
using operation::Change;
using operation::Operation;

namespace {

bool has(std::span<const FieldId> fields, FieldId field) { return std::ranges::find(fields, field) != fields.end(); }

/// The tenant is part of every unique key of its rows, and nobody's to name.
bool is_unique_key(const model::Entity& entity, std::span<const FieldId> fields) {
  const auto same = [&](std::span<const FieldId> key) {
    return std::ranges::all_of(key, [&](FieldId field) { return field == entity.tenant || has(fields, field); }) &&
           std::ranges::all_of(fields, [&](FieldId field) { return has(key, field); });
  };
  if (same(entity.key)) return true;
  if (fields.size() == 1 && entity.fields[fields[0]].unique) return true;
  return std::ranges::any_of(entity.indexes, [&](const auto& index) { return index.unique && same(index.fields); });
}

/// A field that only a new row may be given is compared with the row that is there: so each row has to give it.
Result<void> require_comparable(const Operation& create, std::span<const FieldId> conflict, const Binding& binding) {
  const model::EntityId entity = create.create.entity;
  for (std::size_t i = 0; i < create.create.fields.size() && !create.given.empty(); ++i) {
    const FieldId field = create.create.fields[i];
    const bool anywhere = std::ranges::all_of(create.given, [&](const auto flags) { return flags[i]; });
    if (anywhere || has(conflict, field) || binding.view.is_writable(entity, field, model::Verb::kUpdate)) continue;
    const std::string& name = binding.model().field(entity, field).name;
    return failure(Error(Reason::kInvalidQuery, "'" + name +
                                                    "' is given once and for all: missing=default cannot tell "
                                                    "whether a row that is there should have another")
                       .with_hint("send it in each object, or resolution=ignore-duplicates"));
  }
  return {};
}

}  // namespace

Result<std::span<const FieldId>> bind_conflict(std::span<const std::string_view> names, model::EntityId entity,
                                               Binding& binding) {
  const auto& of = binding.model().entity(entity);
  if (names.empty()) return std::span<const FieldId>(of.key);
  std::vector<FieldId> fields;
  for (const auto name : names) {
    BP_TRY(const auto field, binding.view.readable(entity, name));
    fields.push_back(field.field());
  }
  if (!is_unique_key(of, fields)) {
    std::string text;
    for (const auto name : names) text += (text.empty() ? "" : ", ") + std::string(name);
    return failure(Error(Reason::kInvalidQuery, "on_conflict: (" + text + ") is no unique key of " + of.plural)
                       .with_hint("name the fields of the key, or of one @unique, all and only those"));
  }
  return binding.arena.copy_array<FieldId>(std::span<const FieldId>(fields));
}

// A create becomes the write of rows that may be there.
Result<void> Api::prepare_upsert(Call& call, std::span<const FieldId> conflict, Prepared& made) {
  const Operation& create = made.operation;
  Binding binding = this->binding(call);
  values_.assign(create.values.begin(), create.values.end());
  const model::EntityId entity = create.create.entity;
  made.merges = made.write.preferences.resolution != Preferences::Resolution::kIgnoreDuplicates;
  if (made.merges) BP_TRY_VOID(require_comparable(create, conflict, binding));
  auto merge = make_merge(create, conflict, made.merges ? Change::Kind::kUpdate : Change::Kind::kFind, binding);
  // A key that a client may not choose names a row that is there, or none.
  const bool creatable = std::ranges::all_of(
      create.create.fields, [&](FieldId field) { return call.view.is_writable(entity, field, model::Verb::kCreate); });
  if (!creatable) {
    if (!merge) return failure(Reason::kNotFound, "there is no such row");
    merge->change.returning = create.create.returning;
    made.kind = Prepared::Kind::kChange;
    made.operation = *merge;
    made.stays = !made.merges;
  } else if (merge) {
    made.kind = Prepared::Kind::kUpsert;
    made.merge = *merge;
  }
  return {};
}

}  // namespace bedplate::rest
