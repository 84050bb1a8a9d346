#include "model/joins.hpp"

#include "model/arguments.hpp"
#include "model/names.hpp"

namespace bedplate::model {

namespace {

Arguments relation_arguments(const Draft& draft, EntityId entity, FieldId field) {
  const auto* from = draft.definition(entity, field);
  return Arguments(from == nullptr ? nullptr : find_directive(from->directives, "relation"));
}

std::vector<std::string> key_columns(const Entity& entity, std::string_view prefix) {
  std::vector<std::string> out;
  for (FieldId part : entity.key) out.push_back(std::string(prefix) + "_" + entity.fields[part].column);
  return out;
}

/// The other side of the list, if it names one: a list of `entity` again. None, and a finding, if it doesn't fit.
FieldId other_side(Draft& draft, EntityId entity, FieldId list_id) {
  const Field& list = draft.model.field(entity, list_id);
  const auto arguments = relation_arguments(draft, entity, list_id);
  const auto inverse = arguments.text("inverse");
  if (!inverse) return kNoField;
  const Entity& target = draft.model.entity(list.target);
  const auto at = target.by_name.find(*inverse);
  if (at != target.by_name.end()) {
    const Field& back = target.fields[at->second];
    if (back.kind == FieldKind::kToMany && back.target == entity) return at->second;
  }
  draft.error(place_of(*arguments.find("inverse")), "wrong-inverse",
              "\"" + std::string(*inverse) + "\" is not a list of \"" + draft.model.entity(entity).name + "\" in \"" +
                  target.name + "\".",
              "The other side of a many-to-many relation is a list too." + draft.suggest_field(list.target, *inverse));
  return kNoField;
}

JoinTable own_table(const Model& model, EntityId near, EntityId far) {
  const Entity& a = model.entity(near);
  const Entity& b = model.entity(far);
  const std::string first = std::min(a.table, b.table), second = std::max(a.table, b.table);
  const std::string near_name = snake_case(a.name);
  return {.table = first + "_" + second,
          .through = kNoEntity,
          .near_columns = key_columns(a, near_name),
          .far_columns = key_columns(b, near == far ? "other_" + near_name : snake_case(b.name))};
}

std::vector<std::string> columns_of(const Entity& entity, const std::vector<FieldId>& fields) {
  std::vector<std::string> out;
  for (FieldId field : fields) out.push_back(entity.fields[field].column);
  return out;
}

/// The to-one of the entity between that leads to `target`: the one named in `field`, else the only one.
const Field* leg(Draft& draft, EntityId between, EntityId target, const sdl::Value* named, const sdl::Value& through) {
  const Entity& entity = draft.model.entity(between);
  std::vector<std::string> fitting;
  const Field* found = nullptr;
  for (const Field& field : entity.fields) {
    if (field.kind != FieldKind::kToOne || field.target != target) continue;
    if (named != nullptr && field.name == named->text) return &field;
    fitting.push_back(field.name);
    found = &field;
  }
  const std::string target_name = draft.model.entity(target).name;
  if (named != nullptr)
    draft.error(
        place_of(*named), "unknown-through-field",
        "\"" + std::string(named->text) + "\" is not a relation of \"" + entity.name + "\" to \"" + target_name + "\".",
        fitting.empty() ? "Add `… : " + target_name + "! @relation` to \"" + entity.name + "\"."
                        : "Name one of " + listed(fitting) + ".");
  else if (fitting.empty())
    draft.error(place_of(through), "through-without-relation",
                "\"" + entity.name + "\" has no relation to \"" + target_name + "\".",
                "Add `" + camel_case(target_name) + ": " + target_name + "! @relation` to \"" + entity.name + "\".");
  else if (fitting.size() > 1)
    draft.error(place_of(through), "ambiguous-through",
                "\"" + entity.name + "\" leads to \"" + target_name + "\" by " + listed(fitting) + ".",
                "Name both legs, near and far: @relation(through: \"" + entity.name + "\", field: [\"" + fitting[0] +
                    "\", \"" + fitting[1] + "\"]).");
  return fitting.size() == 1 && named == nullptr ? found : nullptr;
}

std::optional<JoinTable> table_through(Draft& draft, EntityId near, EntityId far, const Arguments& arguments) {
  const auto& through = *arguments.find("through");
  const EntityId between = draft.entity_named(*arguments.text("through"));
  if (between == kNoEntity) {
    draft.error(place_of(through), "unknown-through", "There is no entity \"" + std::string(through.text) + "\".",
                "`through` names the entity between the two." + draft.suggest_entity(through.text));
    return std::nullopt;
  }
  const auto named = arguments.list("field", sdl::ValueKind::kString);
  const Field* near_leg = leg(draft, between, near, named.size() == 2 ? named[0] : nullptr, through);
  const Field* far_leg = near == far && named.size() != 2
                             ? near_leg
                             : leg(draft, between, far, named.size() == 2 ? named[1] : nullptr, through);
  if (near_leg == nullptr || far_leg == nullptr) return std::nullopt;
  if (near_leg == far_leg) {
    draft.error(place_of(through), "ambiguous-through",
                "\"" + draft.model.entity(between).name + "\" has one relation where two are needed.",
                "Give it a second relation to \"" + draft.model.entity(far).name + "\".");
    return std::nullopt;
  }
  const Entity& entity = draft.model.entity(between);
  return JoinTable{.table = entity.table,
                   .through = between,
                   .near_columns = columns_of(entity, near_leg->foreign_key),
                   .far_columns = columns_of(entity, far_leg->foreign_key)};
}

void mirror(Field& from, Field& to) {
  to.join = JoinTable{.table = from.join->table,
                      .through = from.join->through,
                      .near_columns = from.join->far_columns,
                      .far_columns = from.join->near_columns};
}

}  // namespace

bool says_many_to_many(const Draft& draft, EntityId entity, FieldId list) {
  const auto arguments = relation_arguments(draft, entity, list);
  return arguments.flag("manyToMany") || arguments.has("through");
}

void link_join(Draft& draft, EntityId entity, FieldId list_id, const sdl::FieldDefinition&) {
  if (!says_many_to_many(draft, entity, list_id)) return;
  Field& list = draft.model.entities[entity].fields[list_id];
  const FieldId back_id = other_side(draft, entity, list_id);
  Field* back = back_id == kNoField ? nullptr : &draft.model.entities[list.target].fields[back_id];
  list.inverse = back_id;
  if (back != nullptr && back->inverse == kNoField) back->inverse = list_id;
  if (list.join) return;  // the other side has made it
  const auto arguments = relation_arguments(draft, entity, list_id);
  if (arguments.text("through"))
    list.join = table_through(draft, entity, list.target, arguments);
  else
    list.join = own_table(draft.model, entity, list.target);
  if (list.join && back != nullptr && back != &list) mirror(list, *back);
}

void check_join_tables(Draft& draft) {
  struct Owner {
    EntityId entity;
    FieldId list;
  };
  std::unordered_map<std::string_view, Owner> owners;
  std::unordered_map<std::string_view, std::string_view> tables;
  for (const Entity& entity : draft.model.entities) tables.emplace(entity.table, entity.name);
  for (std::size_t id = 0; id < draft.model.entities.size(); ++id)
    for (std::size_t list_id = 0; list_id < draft.model.entities[id].fields.size(); ++list_id) {
      const Field& list = draft.model.entities[id].fields[list_id];
      if (!list.join || list.join->through != kNoEntity) continue;
      const auto place = draft.place_of_field(static_cast<EntityId>(id), static_cast<FieldId>(list_id));
      if (const auto at = tables.find(list.join->table); at != tables.end())
        draft.error(
            place, "join-table-clash",
            "The join table \"" + list.join->table + "\" is already the table of \"" + std::string(at->second) + "\".",
            "Use that entity: @relation(through: \"" + std::string(at->second) + "\").");
      const auto [at, fresh] =
          owners.emplace(list.join->table, Owner{static_cast<EntityId>(id), static_cast<FieldId>(list_id)});
      const Owner other = at->second;
      if (fresh || (list.inverse == other.list && list.target == other.entity)) continue;
      const auto other_name =
          draft.model.entity(other.entity).name + "." + draft.model.field(other.entity, other.list).name;
      draft.error(
          place, "join-table-clash",
          "\"" + list.name + "\" and \"" + other_name + "\" would share the join table \"" + list.join->table + "\".",
          "If they are two sides of one relation, say inverse: \"" + draft.model.field(other.entity, other.list).name +
              "\"; else put an entity between: through: \"…\".");
    }
}

}  // namespace bedplate::model
