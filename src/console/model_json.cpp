#include "console/model_json.hpp"

#include <algorithm>

#include "api/reasons.hpp"
#include "json/writer.hpp"

namespace bedplate::console {
namespace {

using model::Entity;
using model::Field;
using model::FieldKind;

class ModelWriter {
 public:
  ModelWriter(const model::Model& model, Reader reader, std::string& out)
      : model_(model), admin_(reader == Reader::kAdmin), out_(out) {}

  void write() {
    out_.begin_object();
    out_.key("entities");
    out_.begin_array();
    for (const Entity& each : model_.entities) entity(each);
    out_.end_array();
    out_.key("enums");
    out_.begin_array();
    for (std::uint16_t i = 0; i < model_.enums.size(); ++i)
      if (admin_ || is_used(i)) enumeration(model_.enums[i]);
    out_.end_array();
    if (admin_)
      roles();
    else
      errors();
    out_.end_object();
  }

 private:
  void flag(std::string_view name, bool value) {
    if (!value) return;
    out_.key(name);
    out_.boolean(true);
  }
  void text(std::string_view name, const std::string& value) {
    if (!value.empty()) out_.member(name, value);
  }

  /// By a field that is told; an enum of roles is mostly not.
  bool is_used(std::uint16_t enumeration) const {
    const auto uses = [enumeration](const Field& field) {
      return !field.hidden && field.type.scalar == Scalar::kEnum && field.type.enumeration == enumeration;
    };
    return std::ranges::any_of(model_.entities,
                               [&](const Entity& entity) { return std::ranges::any_of(entity.fields, uses); });
  }
  void roles() {
    out_.key("roles");
    out_.begin_array();
    for (const model::Role& each : model_.roles) role(each);
    out_.end_array();
  }
  /// What a request can be answered with.
  void errors() {
    out_.key("errors");
    out_.begin_array();
    for (const api::ReasonEntry& each : api::reason_table()) {
      out_.begin_object();
      out_.member("reason", reason_word(each.reason));
      out_.key("status");
      out_.integer(each.http);
      out_.member("meaning", each.meaning);
      out_.end_object();
    }
    out_.end_array();
  }

  /// What some rule grants to somebody, and is served.
  void verbs(const Entity& entity) {
    out_.key("verbs");
    out_.begin_array();
    for (std::size_t i = 0; i < model::kVerbs; ++i) {
      const auto verb = static_cast<model::Verb>(i);
      const bool granted =
          std::ranges::any_of(entity.rules, [verb](const auto& rule) { return rule.allow && rule.verbs.has(verb); });
      if (granted && !entity.unbuilt(verb)) out_.string(model::verb_name(verb));
    }
    out_.end_array();
  }

  void entity(const Entity& entity) {
    out_.begin_object();
    out_.member("name", entity.name);
    out_.member("resource", entity.plural);
    text("description", entity.description);
    out_.key("key");
    out_.begin_array();
    for (const auto field : entity.key) out_.string(entity.fields[field].name);
    out_.end_array();
    verbs(entity);
    flag("softDelete", entity.soft_delete());
    flag("audit", entity.audit);
    if (entity.version != model::kNoField) out_.member("version", entity.fields[entity.version].name);
    out_.key("fields");
    out_.begin_array();
    for (const Field& each : entity.fields)
      if (!each.hidden) field(entity, each);
    out_.end_array();
    rules(entity.rules);
    out_.end_object();
  }

  void field(const Entity& entity, const Field& field) {
    out_.begin_object();
    out_.member("name", field.name);
    text("description", field.description);
    if (field.is_relation())
      relation(entity, field);
    else
      value(entity, field);
    flag("nullable", field.type.nullable && field.kind != FieldKind::kToMany);
    flag("readOnly", field.read_only || field.kind == FieldKind::kComputed);
    flag("writeOnly", field.write_only);
    flag("immutable", field.immutable);
    flag("notServed", field.is_unbuilt());
    rules(field.rules);
    out_.end_object();
  }

  void value(const Entity& entity, const Field& field) {
    const bool is_enum = field.type.scalar == Scalar::kEnum;
    out_.member("kind", field.kind == FieldKind::kComputed   ? "computed"
                        : field.kind == FieldKind::kEmbedded ? "embedded"
                                                             : "value");
    out_.member("type",
                is_enum ? std::string_view(model_.enums[field.type.enumeration].name) : scalar_name(field.type.scalar));
    flag("enum", is_enum);
    flag("list", field.type.list);
    flag("unique", field.unique);
    flag("key", field.in_key);
    if (field.constraint) constraint(*field.constraint);
    flag("default", field.default_fn != model::DefaultFn::kNone);
    if (field.relation != model::kNoField) out_.member("of", entity.fields[field.relation].name);
  }

  void constraint(const model::Constraint& limits) {
    const auto count = [this](std::string_view name, const std::optional<std::int64_t>& value) {
      if (!value) return;
      out_.key(name);
      out_.integer(*value);
    };
    count("minLength", limits.min_length);
    count("maxLength", limits.max_length);
    count("minItems", limits.min_items);
    count("maxItems", limits.max_items);
    if (limits.min) out_.member("min", *limits.min);
    if (limits.max) out_.member("max", *limits.max);
    text("pattern", limits.pattern);
  }

  void relation(const Entity& entity, const Field& field) {
    const Entity& target = model_.entity(field.target);
    out_.member("kind", field.kind == FieldKind::kToOne ? "one" : "many");
    out_.member("target", target.plural);
    if (field.inverse != model::kNoField) out_.member("inverse", target.fields[field.inverse].name);
    flag("manyToMany", field.join.has_value());
    if (field.join) return;
    // Of a to-one the scalars here, of a to-many those there.
    out_.key("foreignKey");
    out_.begin_array();
    const Entity& holder = field.kind == FieldKind::kToOne ? entity : target;
    for (const auto each : field.foreign_key) out_.string(holder.fields[each].name);
    out_.end_array();
  }

  void rules(const std::vector<model::Rule>& all) {
    if (!admin_ || all.empty()) return;
    out_.key("rules");
    out_.begin_array();
    for (const model::Rule& each : all) out_.string(each.text);
    out_.end_array();
  }

  void enumeration(const model::Enum& all) {
    out_.begin_object();
    out_.member("name", all.name);
    out_.key("values");
    out_.begin_array();
    for (const model::EnumValue& each : all.values) out_.string(each.name);
    out_.end_array();
    out_.end_object();
  }

  void role(const model::Role& role) {
    out_.begin_object();
    out_.member("name", role.name);
    out_.key("implies");
    out_.begin_array();
    for (const auto other : role.implies)
      if (model_.roles[other].name != role.name) out_.string(model_.roles[other].name);
    out_.end_array();
    out_.end_object();
  }

  const model::Model& model_;
  const bool admin_;
  json::Writer out_;
};

}  // namespace

void write_model(const model::Model& model, Reader reader, std::string& out) {
  ModelWriter(model, reader, out).write();
}

}  // namespace bedplate::console
