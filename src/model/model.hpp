#pragma once
// The validated model: what schema.graphql means, with every default filled in and every name resolved. Made by
// compile() alone, immutable afterwards, shared by all threads; strings and expression nodes live as long as it.
// Ids are indexes: EntityId into Model::entities, FieldId into Entity::fields, enumeration into Model::enums.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.hpp"
#include "base/cell.hpp"
#include "base/error.hpp"
#include "base/type.hpp"
#include "expr/tree.hpp"
#include "model/verb.hpp"

namespace re2 {
class RE2;
}

namespace bedplate::model {

using EntityId = expr::EntityId;
using FieldId = expr::MemberId;
inline constexpr FieldId kNoField = 0xffff;
inline constexpr EntityId kNoEntity = 0xffff;

/// A feature of the language whose serving is not built yet: `check` warns, the verbs it governs answer 501.
struct NotServed {
  std::string directive;  ///< with its @
  /// It protects or changes meaning, so these verbs must not run without it (on a field: naming it); none: it only
  /// warns.
  Verbs verbs;
};

/// One @allow or @deny. On a type it governs rows, on a field it narrows that field.
struct Rule {
  bool allow = true;
  Verbs verbs;
  /// Boolean, never null: `roles:` and `when:` together (TRUE where both are absent); over scope 0.
  const expr::Node* when = nullptr;
  /// Boolean or null; sees new values plain and old ones as `old.*`.
  const expr::Node* check = nullptr;
  std::vector<FieldId> fields;  ///< an @allow on a type limited to these fields; empty: all
  std::string text;             ///< as written, for explanations
  Position position;
};

struct EnumValue {
  std::string name;
  std::string description;
  std::optional<std::string> deprecated;
  std::string renamed_from;
};

struct Enum {
  std::string name;
  std::string description;
  std::vector<EnumValue> values;  ///< in declaration order, which is their order everywhere
};

struct Role {
  std::string name;
  std::vector<std::uint16_t> implies;  ///< every role it has, itself included, transitively
};

/// How a column of an existing table holds a value that is not in the canonical form (`@column(type)`).
enum class ColumnForm : std::uint8_t {
  kCanonical,
  kSpacedDateTime,  ///< text YYYY-MM-DD HH:MM:SS[.ffffff] (DateTime in UTC, LocalDateTime)
  kNumericReal,     ///< NUMERIC(p,s) in a REAL column: a Decimal, rounded to its scale when read
  kDecimalText,     ///< Decimal as text
  kBooleanText,     ///< 'true' / 'false'
  kUnixSeconds,     ///< DateTime as integer seconds
  kUnixMillis,      ///< DateTime as integer milliseconds
};

enum class DefaultFn : std::uint8_t { kNone, kValue, kNow, kUuid7, kSequence, kAuthId, kAuthTenant };
enum class OnDelete : std::uint8_t { kRestrict, kCascade, kSetNull };

struct Constraint {
  std::optional<std::int64_t> min_length, max_length, min_items, max_items;
  std::optional<std::string> min, max;    ///< numbers as written; dates and times as their canonical cell's text
  std::string pattern;                    ///< RE2; empty: none
  std::shared_ptr<const re2::RE2> regex;  ///< `pattern` compiled, once for all rows; null: none
  std::string format;
  const expr::Node* expr = nullptr;
  std::string text;
  Position position;
};

/// The join table of a many-to-many relation: implicit, or the entity named by `through`.
struct JoinTable {
  std::string table;
  EntityId through = kNoEntity;           ///< none: the table is the relation's own
  std::vector<std::string> near_columns;  ///< reference this entity's key, in key order
  std::vector<std::string> far_columns;   ///< reference the target's key, in key order
  std::string tenant_column;              ///< of a table of its own between two tenant types; else empty
};

enum class FieldKind : std::uint8_t {
  kStored,    ///< has a column; also the scalar of a to-one (`customerId`)
  kComputed,  ///< @computed
  kToOne,
  kToMany,
  kEmbedded,  ///< @embedded object: stored as one JSON column (type JSON); its sub-fields are JSON paths
};

struct Field {
  std::string name;
  std::string description;
  FieldKind kind = FieldKind::kStored;
  Type type;  ///< kStored, kComputed, kEmbedded; of a to-one: `nullable` alone
  Position position;

  // kStored, kEmbedded
  std::string column;
  std::string column_type;  ///< as written in @column(type); empty: the dialect's own
  ColumnForm form = ColumnForm::kCanonical;
  DefaultFn default_fn = DefaultFn::kNone;
  Cell default_value;  ///< with DefaultFn::kValue, canonical
  bool unique = false;
  bool in_key = false;
  FieldId relation = kNoField;  ///< this is the scalar of that to-one relation

  // kComputed
  const expr::Node* computed = nullptr;
  bool computed_as_caller = false;

  // kToOne, kToMany
  EntityId target = kNoEntity;
  FieldId inverse = kNoField;                ///< in the target, where there is one
  std::vector<FieldId> foreign_key;          ///< kToOne: scalars here, in order of the target's key.
                                             ///< kToMany (one-to-many): scalars in the target, in order of this key
  std::optional<JoinTable> join;             ///< kToMany by many-to-many
  OnDelete on_delete = OnDelete::kRestrict;  ///< kToOne

  bool read_only = false, write_only = false, immutable = false, hidden = false, owner = false, tenant = false;
  std::uint16_t embedded = 0xffff;  ///< kEmbedded: index into Model::embedded
  FieldId tokens = kNoField;        ///< @search: the hidden field that keeps this text's tokens
  FieldId searched = kNoField;      ///< of such a field: the text whose tokens it keeps
  std::string search_language;      ///< of such a field: how its words are analysed
  std::optional<std::string> deprecated;
  std::string renamed_from, renamed_until;
  std::optional<Constraint> constraint;
  std::vector<Rule> rules;
  std::vector<NotServed> not_served;

  bool is_relation() const { return kind == FieldKind::kToOne || kind == FieldKind::kToMany; }
  /// Not built yet: absent from `*`, 501 when named.
  bool is_unbuilt() const {
    for (const NotServed& each : not_served)
      if (!each.verbs.empty()) return true;
    return false;
  }
  bool is_column() const { return kind == FieldKind::kStored || kind == FieldKind::kEmbedded; }
};

/// An @embedded type: the members of a JSON object inside its owner's row.
struct Embedded {
  struct Member {
    std::string name;
    std::string description;
    Type type;                        ///< of a nested object: JSON
    std::uint16_t embedded = 0xffff;  ///< of a nested object: index into Model::embedded
  };
  std::string name;
  std::string description;
  std::vector<Member> members;
};

struct Index {
  std::vector<FieldId> fields;
  bool unique = false;
  bool global = false;  ///< unique across tenants
  std::string where;    ///< as written
  std::string name;
};

struct Entity {
  std::string name;
  std::string plural;  ///< the REST resource and GraphQL list
  std::string description;
  std::string table;
  std::string renamed_from;  ///< the type's former name; empty: none
  Position position;
  std::vector<Field> fields;  ///< in declaration order; a to-one's scalars follow it
  std::vector<FieldId> key;
  std::vector<Index> indexes;
  std::vector<Rule> rules;
  std::vector<Constraint> constraints;
  std::vector<std::string> interfaces;
  FieldId tenant = kNoField;  ///< the field by which rows belong to a tenant
  bool user = false, tenant_root = false, membership = false;
  std::string user_login, user_password_hash;
  FieldId version = kNoField;  ///< @versioned: the row's version, which every change raises
  bool version_required = false, audit = false;
  /// @softDelete: when the row was put into the trash, null while it is live; and which deletion put it there.
  FieldId deleted_at = kNoField, deletion = kNoField;
  std::vector<NotServed> not_served;
  std::unordered_map<std::string_view, FieldId> by_name;  ///< views into `fields`

  bool soft_delete() const { return deleted_at != kNoField; }
  /// The feature for which `verb` answers 501, or null.
  const NotServed* unbuilt(Verb verb) const {
    for (const NotServed& each : not_served)
      if (each.verbs.has(verb)) return &each;
    return nullptr;
  }
  const Field* find(std::string_view field_name) const {
    const auto at = by_name.find(field_name);
    return at == by_name.end() ? nullptr : &fields[at->second];
  }
};

/// A field of Query or Mutation, a job, or an event: type-checked, not served yet.
struct Callable {
  enum class Kind : std::uint8_t { kQuery, kMutation, kJob, kEvent };
  Kind kind = Kind::kQuery;
  std::string name;
  std::string description;
  Position position;
  std::vector<Rule> rules;  ///< their `when` sees no row, only `auth` and `now()`
};

struct Model {
  std::vector<Entity> entities;
  std::vector<Enum> enums;
  std::vector<Embedded> embedded;
  std::vector<Role> roles;
  std::vector<Callable> callables;
  std::vector<expr::Fact> facts;  ///< every fact that some rule asks for
  std::unordered_map<std::string_view, EntityId> entity_by_name, entity_by_plural;
  std::unordered_map<std::string_view, std::uint16_t> role_by_name, enum_by_name;
  std::string source;            ///< schema.graphql as read
  std::unique_ptr<Arena> arena;  ///< holds nodes, literals and names

  const Entity& entity(EntityId id) const { return entities[id]; }
  const Field& field(EntityId entity, FieldId id) const { return entities[entity].fields[id]; }
};

}  // namespace bedplate::model
