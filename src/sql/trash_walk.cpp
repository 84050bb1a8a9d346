#include "sql/trash_walk.hpp"

#include "sql/row.hpp"

namespace bedplate::sql {
namespace {

using model::EntityId;
using model::FieldId;

class WalkCompiler {
 public:
  WalkCompiler(bool restores, const model::Model& model, Dialect dialect) : model_(model), dialect_(dialect) {
    made_.restores = restores;
    made_.program.dialect = dialect;
  }

  void from(EntityId root) {
    goes_.push_back(root);
    for (std::size_t at = 0; at < goes_.size(); ++at) {
      const EntityId entity = goes_[at];
      mark(entity);
      referrers(entity);
      if (made_.restores) needs(entity);
    }
  }
  TrashWalk take() { return std::move(made_); }

 private:
  void referrers(EntityId target) {
    for (std::size_t id = 0; id < model_.entities.size(); ++id) {
      const auto& entity = model_.entities[id];
      for (const auto& field : entity.fields) {
        if (field.kind != model::FieldKind::kToOne || field.target != target) continue;
        const auto child = static_cast<EntityId>(id);
        if (field.on_delete == model::OnDelete::kRestrict && !made_.restores) restricts(target, child, field);
        if (field.on_delete != model::OnDelete::kCascade || !entity.soft_delete()) continue;
        step(target, child, field);
        if (std::ranges::find(goes_, child) == goes_.end()) goes_.push_back(child);
      }
    }
  }

  static Bind slot(const model::Field& field, std::size_t index) {
    return {
        .kind = Bind::Kind::kSlot, .index = static_cast<std::uint16_t>(index), .type = field.type, .form = field.form};
  }
  void refers(Writer& writer, const model::Entity& entity, const model::Field& relation) const {
    for (std::size_t i = 0; i < relation.foreign_key.size(); ++i) {
      const auto& key = entity.fields[relation.foreign_key[i]];
      writer.raw(i == 0 ? " WHERE " : " AND ").identifier(key.column).raw(" = ").bind(slot(key, i));
    }
  }
  std::uint16_t add(Writer& writer, std::vector<Column> columns) {
    Statement statement;
    statement.text = writer.take_text();
    statement.binds = writer.take_binds();
    statement.columns = std::move(columns);
    made_.program.statements.push_back(std::move(statement));
    return static_cast<std::uint16_t>(made_.program.statements.size() - 1);
  }

  void mark(EntityId id) {
    const auto& entity = model_.entity(id);
    Writer writer(dialect_, model_);
    writer.raw("UPDATE ").identifier(entity.table).raw(" SET ");
    std::uint16_t index = 0;
    for (const FieldId field : {entity.deleted_at, entity.deletion}) {
      writer.raw(index == 0 ? "" : ", ").identifier(entity.fields[field].column).raw(" = ");
      print_assigned(writer, entity.fields[field], index++);
    }
    if (entity.version != model::kNoField) {
      const auto& column = entity.fields[entity.version].column;
      writer.raw(", ").identifier(column).raw(" = ").identifier(column).raw(" + 1");
    }
    print_key_condition(writer, entity, "", index);
    made_.marks.push_back({.entity = id, .statement = add(writer, {})});
  }

  void step(EntityId target, EntityId id, const model::Field& relation) {
    const auto& entity = model_.entity(id);
    TrashWalk::Step made{.target = target, .entity = id, .fields = entity.key};
    // Whoever has to hear of a change has to hear what changed.
    for (std::size_t f = 0; entity.audit && f < entity.fields.size(); ++f)
      if (entity.fields[f].is_column() && !entity.fields[f].in_key) made.fields.push_back(static_cast<FieldId>(f));
    Writer writer(dialect_, model_);
    std::vector<Column> columns;
    writer.raw("SELECT ");
    for (const FieldId field : made.fields) {
      writer.raw(columns.empty() ? "" : ", ").identifier(entity.fields[field].column);
      columns.push_back({.type = entity.fields[field].type, .form = entity.fields[field].form});
    }
    writer.raw(" FROM ").identifier(entity.table);
    refers(writer, entity, relation);
    const auto& deletion = entity.fields[entity.deletion];
    if (made_.restores)
      writer.raw(" AND ").identifier(deletion.column).raw(" = ").bind(slot(deletion, relation.foreign_key.size()));
    else
      writer.raw(" AND ").identifier(entity.fields[entity.deleted_at].column).raw(" IS NULL");
    if (dialect_ == Dialect::kPostgres) writer.raw(" FOR UPDATE");
    made.statement = add(writer, std::move(columns));
    made_.steps.push_back(std::move(made));
  }

  void restricts(EntityId target, EntityId id, const model::Field& relation) {
    const auto& entity = model_.entity(id);
    Writer writer(dialect_, model_);
    writer.raw("SELECT 1 FROM ").identifier(entity.table);
    refers(writer, entity, relation);
    if (entity.soft_delete()) writer.raw(" AND ").identifier(entity.fields[entity.deleted_at].column).raw(" IS NULL");
    writer.raw(" LIMIT 1");
    made_.hindrances.push_back(
        {.entity = target, .by = id, .statement = add(writer, {{.type = {.scalar = Scalar::kInt}}})});
  }

  /// To rows of the trash a live one leads only where it may lose them.
  void needs(EntityId id) {
    const auto& entity = model_.entity(id);
    for (std::size_t f = 0; f < entity.fields.size(); ++f) {
      const auto& relation = entity.fields[f];
      if (relation.kind != model::FieldKind::kToOne) continue;
      const auto& target = model_.entity(relation.target);
      const bool needed = !relation.type.nullable || relation.on_delete == model::OnDelete::kCascade;
      if (!needed || !target.soft_delete()) continue;
      Writer writer(dialect_, model_);
      writer.raw("SELECT CASE WHEN ").column("r1", target.fields[target.deleted_at].column);
      writer.raw(" IS NULL THEN 0 ELSE 1 END FROM ").identifier(entity.table).raw(" AS r0, ");
      writer.identifier(target.table).raw(" AS r1");
      print_key_condition(writer, entity, "r0", 0);
      for (std::size_t i = 0; i < relation.foreign_key.size(); ++i) {
        writer.raw(" AND ").column("r1", target.fields[target.key[i]].column).raw(" = ");
        writer.column("r0", entity.fields[relation.foreign_key[i]].column);
      }
      // Who puts it there meanwhile waits, and then finds this row.
      if (dialect_ == Dialect::kPostgres) writer.raw(" FOR KEY SHARE OF r1");
      made_.hindrances.push_back({.entity = id,
                                  .by = relation.target,
                                  .relation = static_cast<FieldId>(f),
                                  .statement = add(writer, {{.type = {.scalar = Scalar::kInt}}})});
    }
  }

  const model::Model& model_;
  const Dialect dialect_;
  std::vector<EntityId> goes_;
  TrashWalk made_;
};

}  // namespace

TrashWalk compile_trash_walk(EntityId entity, bool restores, const model::Model& model, Dialect dialect,
                             std::uint64_t id) {
  if (!model.entity(entity).soft_delete()) return {};
  WalkCompiler compiler(restores, model, dialect);
  compiler.from(entity);
  TrashWalk made = compiler.take();
  made.program.id = id;
  return made;
}

}  // namespace bedplate::sql
