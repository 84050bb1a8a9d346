#pragma once
// AccessView: what one set of facts may see and do in a model; the verdicts of section "Rules" before any row is
// looked at. Made once per facts and model epoch and cached; immutable, shared by threads. The only maker of
// ReadableField and WritableField.
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/result.hpp"
#include "expr/tree.hpp"
#include "model/model.hpp"
#include "operation/operation.hpp"
#include "operation/principal.hpp"

namespace bedplate::access {

using model::EntityId;
using model::FieldId;
using model::Verb;

/// Whether the rule is about the field: its `fields:` has it, or it has none.
bool names(const model::Rule& rule, FieldId field);

class AccessView {
 public:
  AccessView(const model::Model& model, const operation::Facts& facts);
  AccessView(const AccessView&) = delete;
  AccessView& operator=(const AccessView&) = delete;

  const model::Model& model() const { return model_; }
  const operation::Facts& facts() const { return facts_; }

  /// Rows of `entity` on which `verb` is granted (READ: of those that are live), what is left of the rules for these
  /// facts: Boolean over scope 0 (literal TRUE: all rows). Null: no rule could grant it, whatever the row.
  const expr::Node* rows(EntityId entity, Verb verb) const { return entities_[entity].rows[verb_index(verb)]; }
  /// Those of READ that are or were there: also in the trash.
  const expr::Node* rows_with_trash(EntityId entity) const { return entities_[entity].with_trash; }
  /// The condition by which a row is not in the trash; null: the entity has none.
  const expr::Node* live(EntityId entity) const { return entities_[entity].live; }
  /// True when no rule can grant `verb` on any row.
  bool denied(EntityId entity, Verb verb) const { return rows(entity, verb) == nullptr; }

  /// The condition by which a row is the caller's tenant's; null: the entity belongs to no tenant.
  const expr::Node* tenant(EntityId entity) const { return entities_[entity].tenant; }

  /// The condition under which a readable row shows the field; literal TRUE: always. Null: never (or @hidden,
  /// @writeOnly, or no row of the entity is readable). Of a text's tokens: that of the text.
  const expr::Node* field_shown(EntityId entity, FieldId field) const { return entities_[entity].shown[field]; }

  /// By public name; an unknown field and one that is never shown are the same UNKNOWN_FIELD.
  Result<operation::ReadableField> readable(EntityId entity, std::string_view name) const;
  /// By id; none when it is never shown.
  std::optional<operation::ReadableField> readable(EntityId entity, FieldId field) const;
  /// A field that a client may give on CREATE or UPDATE; @readOnly, @computed, @hidden and denied ones are not, nor on
  /// UPDATE @immutable ones and the tenant. Of one that the caller reads the UNKNOWN_FIELD says why it is none.
  Result<operation::WritableField> writable(EntityId entity, std::string_view name, Verb verb) const;
  /// Whether it is one.
  bool is_writable(EntityId entity, FieldId field, Verb verb) const {
    return model_.field(entity, field).is_column() && written_field(entity, field, verb) != nullptr;
  }

  /// On CREATE: the condition by which one @allow covers a new row whole whose given fields are `fields`; over the
  /// new row. Null: none can.
  const expr::Node* create_covered(EntityId entity, std::span<const FieldId> fields, Arena& arena) const;
  /// A field's own rules for a value given on CREATE or UPDATE; literal TRUE where there are none. Null: it may not be.
  const expr::Node* written_field(EntityId entity, FieldId field, Verb verb) const {
    const OfEntity& of = entities_[entity];
    return verb == Verb::kCreate ? of.created[field] : of.updated[field];
  }

 private:
  struct OfEntity {
    const expr::Node* rows[model::kVerbs] = {};
    const expr::Node* tenant = nullptr;
    const expr::Node* live = nullptr;
    const expr::Node* with_trash = nullptr;
    std::vector<const expr::Node*> shown;             ///< by field, for READ
    std::vector<const expr::Node*> created, updated;  ///< by field, for CREATE and UPDATE
  };
  static std::size_t verb_index(Verb verb) { return static_cast<std::size_t>(verb); }
  void fill(EntityId id);
  const expr::Node* tenant_condition(EntityId id);
  Error unknown_field(EntityId entity, std::string_view name, const std::vector<std::string_view>& known) const;
  Error unwritten_field(EntityId entity, FieldId field, Verb verb) const;

  const model::Model& model_;
  operation::Facts facts_;
  Arena arena_;
  std::vector<OfEntity> entities_;
};

}  // namespace bedplate::access
