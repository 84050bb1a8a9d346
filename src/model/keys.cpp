#include "model/arguments.hpp"
#include "model/phases.hpp"
#include "model/relation_names.hpp"
#include "model/scalars.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::model {

namespace {

bool can_be_key(const Type& type) {
  switch (type.scalar) {
    case Scalar::kFloat:
    case Scalar::kJson:
    case Scalar::kBytes:
    case Scalar::kFile:
    case Scalar::kBoolean:
      return false;
    default:
      return !type.list;
  }
}

/// Finds the keys of all entities, following relations that are part of a key. The depth of the recursion is that
/// of keys made of keys, cut at kDeepest.
class KeyFinder {
 public:
  explicit KeyFinder(Draft& draft) : draft_(draft), states_(draft.entity_types.size(), State::kNew) {
    draft_.keys.resize(draft_.entity_types.size());
  }

  const std::vector<KeyPart>& find(EntityId id, int depth) {
    static constexpr int kDeepest = 16;
    if (states_[id] == State::kDone) return draft_.keys[id];
    const TypeEntry& type = *draft_.entity_types[id];
    if (states_[id] == State::kOpen || depth > kDeepest) {
      draft_.error(place_of(type.name), "key-cycle",
                   "The key of \"" + std::string(type.name.text) + "\" depends on itself.",
                   "Let one of the keys in the circle be an `id: ID!`.");
      return none_;
    }
    states_[id] = State::kOpen;
    std::vector<KeyPart> parts;
    const Arguments arguments(type.directive("entity"));
    const auto names = arguments.list("key", sdl::ValueKind::kString);
    bool whole = true;
    for (const auto* name : names) whole = add(type, name->text, place_of(*name), depth, parts) && whole;
    if (names.empty()) whole = add_id(type, depth, parts);
    states_[id] = State::kDone;
    if (whole) draft_.keys[id] = std::move(parts);
    return draft_.keys[id];
  }

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };

  bool add_id(const TypeEntry& type, int depth, std::vector<KeyPart>& parts) {
    for (const auto* field : type.fields)
      if (field->name.text == "id") return add(type, "id", place_of(field->name), depth, parts);
    draft_.error(place_of(type.name), "no-key", "Entity \"" + std::string(type.name.text) + "\" has no key.",
                 "Add the field `id: ID!`, or name the key: @entity(key: [\"…\"]).");
    return false;
  }

  bool add(const TypeEntry& type, std::string_view name, Place place, int depth, std::vector<KeyPart>& parts) {
    for (const KeyPart& part : parts)
      if (part.name == name) {
        draft_.error(place, "key-twice", "\"" + std::string(name) + "\" stands twice in the key.", "Name it once.");
        return false;
      }
    for (const auto* field : type.fields)
      if (field->name.text == name) return add_field(*field, place, depth, parts);
    return add_scalar_of_relation(type, name, place, depth, parts);
  }

  bool add_field(const sdl::FieldDefinition& field, Place place, int depth, std::vector<KeyPart>& parts) {
    const auto refuse = [&](std::string why, std::string hint) {
      draft_.error(place, "bad-key", "\"" + std::string(field.name.text) + "\" cannot be part of a key: " + why + ".",
                   std::move(hint));
      return false;
    };
    if (!field.type->non_null) return refuse("it may be null", "Make its type non-null with `!`.");
    if (is_to_one(draft_, field)) {
      const auto& target = find(draft_.entity_named(field.type->named().text), depth + 1);
      for (const auto& scalar : relation_scalars(field, target)) parts.push_back({scalar.name, scalar.type});
      return !target.empty();
    }
    const auto type = scalar_type_quietly(draft_, *field.type, field.directives);
    if (target_kind(draft_, *field.type) == TargetKind::kUnknown) return false;
    if (!type || !can_be_key(*type) || find_directive(field.directives, "computed") != nullptr || is_action(field))
      return refuse(
          "its type is not one of ID, UUID, String, Int, BigInt, Decimal, a date, a time, an enum or a to-one",
          "Choose another field, or add `id: ID!`.");
    parts.push_back({std::string(field.name.text), *type});
    return true;
  }

  /// `customerId`, which the relation `customer` will have.
  bool add_scalar_of_relation(const TypeEntry& type, std::string_view name, Place place, int depth,
                              std::vector<KeyPart>& parts) {
    std::vector<std::string_view> known;
    for (const auto* field : type.fields) {
      known.push_back(field->name.text);
      const bool near = name.starts_with(field->name.text) || find_directive(field->directives, "relation") != nullptr;
      if (!near || !is_to_one(draft_, *field)) continue;
      const auto target = draft_.entity_named(field->type->named().text);
      if (states_[target] == State::kOpen) continue;
      for (const auto& scalar : relation_scalars(*field, find(target, depth + 1)))
        if (scalar.name == name) {
          parts.push_back({scalar.name, scalar.type});
          return field->type->non_null;
        }
    }
    draft_.error(place, "unknown-key",
                 "\"" + std::string(type.name.text) + "\" has no field \"" + std::string(name) + "\".",
                 "Name a field of the type." + sdl::did_you_mean(name, known));
    return false;
  }

  Draft& draft_;
  std::vector<State> states_;
  const std::vector<KeyPart> none_;
};

}  // namespace

void find_keys(Draft& draft) {
  KeyFinder finder(draft);
  for (std::size_t id = 0; id < draft.entity_types.size(); ++id) finder.find(static_cast<EntityId>(id), 0);
}

}  // namespace bedplate::model
