#include "sql/detached.hpp"

#include "sql/writer.hpp"

namespace bedplate::sql {
namespace {

using model::EntityId;
using model::FieldId;

/// A to-one relation of an entity.
struct Hop {
  EntityId entity = 0;
  FieldId relation = model::kNoField;
};

class Detached {
 public:
  Detached(const model::Model& model, Dialect dialect) : model_(model), dialect_(dialect) {}

  /// All that refers to `target`, from whose rows `path` leads to the deleted one.
  void follow(EntityId target) {
    for (std::size_t id = 0; id < model_.entities.size(); ++id) {
      const auto& entity = model_.entities[id];
      for (std::size_t f = 0; f < entity.fields.size(); ++f) {
        const auto& field = entity.fields[f];
        if (field.kind != model::FieldKind::kToOne || field.target != target) continue;
        path_.push_back({static_cast<EntityId>(id), static_cast<FieldId>(f)});
        if (field.on_delete == model::OnDelete::kSetNull && entity.version != model::kNoField) raise();
        if (field.on_delete == model::OnDelete::kCascade && !passed(static_cast<EntityId>(id)))
          follow(static_cast<EntityId>(id));
        path_.pop_back();
      }
    }
  }
  std::vector<Statement> take() { return std::move(made_); }

 private:
  bool passed(EntityId entity) const {
    return std::ranges::count(path_, entity, &Hop::entity) > 1 ||
           model_.field(path_[0].entity, path_[0].relation).target == entity;
  }

  void raise() {
    const auto& entity = model_.entity(path_.back().entity);
    const std::string& version = entity.fields[entity.version].column;
    Writer writer(dialect_, model_);
    writer.raw("UPDATE ").identifier(entity.table).raw(" AS r0 SET ").identifier(version).raw(" = ");
    writer.identifier(version).raw(" + 1 WHERE ");
    refers(writer, path_.size() - 1);
    Statement statement;
    statement.text = writer.take_text();
    statement.binds = writer.take_binds();
    made_.push_back(std::move(statement));
  }

  /// The row of that hop refers to the one before it, and that to the deleted one.
  void refers(Writer& writer, std::size_t hop) const {
    const auto& [entity, relation] = path_[hop];
    const auto& field = model_.field(entity, relation);
    const auto& target = model_.entity(field.target);
    const std::string here = "r" + std::to_string(path_.size() - 1 - hop);
    const std::string there = "r" + std::to_string(path_.size() - hop);
    if (hop > 0) writer.raw("EXISTS (SELECT 1 FROM ").identifier(target.table).raw(" AS ").raw(there).raw(" WHERE ");
    for (std::size_t i = 0; i < field.foreign_key.size(); ++i) {
      const auto& key = model_.field(entity, field.foreign_key[i]);
      writer.raw(i == 0 ? "" : " AND ").column(here, key.column).raw(" = ");
      if (hop > 0) {
        writer.column(there, target.fields[target.key[i]].column);
      } else {
        writer.bind({.kind = Bind::Kind::kSlot,
                     .index = static_cast<std::uint16_t>(i),
                     .type = key.type,
                     .form = key.form,
                     .constant = {}});
      }
    }
    if (hop == 0) return;
    writer.raw(" AND ");
    refers(writer, hop - 1);
    writer.raw(")");
  }

  const model::Model& model_;
  const Dialect dialect_;
  std::vector<Hop> path_;
  std::vector<Statement> made_;
};

}  // namespace

std::vector<Statement> raise_detached(model::EntityId entity, const model::Model& model, Dialect dialect) {
  Detached detached(model, dialect);
  detached.follow(entity);
  return detached.take();
}

}  // namespace bedplate::sql
