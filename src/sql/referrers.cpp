#include "sql/referrers.hpp"

#include "sql/writer.hpp"

namespace bedplate::sql {
namespace {

using model::EntityId;
using model::FieldId;

class Finder {
 public:
  Finder(const model::Model& model, Dialect dialect) : model_(model), dialect_(dialect), leads_(leading(model)) {}

  void follow(EntityId from) {
    std::vector<bool> seen(model_.entities.size());
    std::vector<EntityId> open{from};
    seen[from] = true;
    while (!open.empty()) {
      const EntityId target = open.back();
      open.pop_back();
      for_each_referrer(model_, target, [&](EntityId id, FieldId relation, const model::Field& field) {
        const auto& entity = model_.entity(id);
        const bool goes = field.on_delete == model::OnDelete::kCascade;
        if (goes ? !leads_[id] : field.on_delete != model::OnDelete::kSetNull || !entity.audit) return;
        add(target, id, relation, goes);
        if (!goes || seen[id]) return;
        seen[id] = true;
        open.push_back(id);
      });
    }
  }
  Referrers take() { return std::move(made_); }

 private:
  template <class Visit>
  static void for_each_referrer(const model::Model& model, EntityId target, const Visit& visit) {
    for (std::size_t id = 0; id < model.entities.size(); ++id)
      for (std::size_t at = 0; at < model.entities[id].fields.size(); ++at) {
        const auto& field = model.entities[id].fields[at];
        if (field.kind == model::FieldKind::kToOne && field.target == target)
          visit(static_cast<EntityId>(id), static_cast<FieldId>(at), field);
      }
  }

  /// Whose rows, when they go, are to be heard of, or pass it on to such.
  static std::vector<bool> leading(const model::Model& model) {
    std::vector<bool> leads(model.entities.size());
    for (std::size_t id = 0; id < leads.size(); ++id) leads[id] = model.entities[id].audit;
    for (bool any = true; any;) {
      any = false;
      for (std::size_t id = 0; id < leads.size(); ++id)
        for_each_referrer(model, static_cast<EntityId>(id), [&](EntityId child, FieldId, const model::Field& field) {
          const bool heard = field.on_delete == model::OnDelete::kCascade
                                 ? leads[child]
                                 : field.on_delete == model::OnDelete::kSetNull && model.entity(child).audit;
          any = any || (heard && !leads[id]);
          leads[id] = leads[id] || heard;
        });
    }
    return leads;
  }

  void add(EntityId target, EntityId id, FieldId relation, bool goes) {
    const auto& entity = model_.entity(id);
    const auto& field = entity.fields[relation];
    Referrer made{.target = target,
                  .entity = id,
                  .relation = relation,
                  .goes = goes,
                  .statement = static_cast<std::uint16_t>(made_.program.statements.size()),
                  .fields = {}};
    Statement statement;
    Writer writer(dialect_, model_);
    writer.raw("SELECT ");
    for (std::size_t at = 0; at < entity.fields.size(); ++at) {
      const auto& each = entity.fields[at];
      if (!each.is_column() || each.column.empty()) continue;
      writer.raw(made.fields.empty() ? "" : ", ").identifier(each.column);
      made.fields.push_back(static_cast<FieldId>(at));
      statement.columns.push_back({.type = each.type, .form = each.form});
    }
    writer.raw(" FROM ").identifier(entity.table);
    for (std::size_t i = 0; i < field.foreign_key.size(); ++i) {
      const auto& key = entity.fields[field.foreign_key[i]];
      writer.raw(i == 0 ? " WHERE " : " AND ").identifier(key.column).raw(" = ");
      writer.bind({.kind = Bind::Kind::kSlot,
                   .index = static_cast<std::uint16_t>(i),
                   .type = key.type,
                   .form = key.form,
                   .constant = {}});
    }
    if (!writer.sqlite()) writer.raw(" FOR UPDATE");
    statement.text = writer.take_text();
    statement.binds = writer.take_binds();
    made_.program.statements.push_back(std::move(statement));
    made_.of.push_back(std::move(made));
  }

  const model::Model& model_;
  const Dialect dialect_;
  const std::vector<bool> leads_;
  Referrers made_;
};

}  // namespace

Referrers compile_referrers(EntityId entity, const model::Model& model, Dialect dialect, std::uint64_t id) {
  Finder finder(model, dialect);
  finder.follow(entity);
  Referrers made = finder.take();
  made.program.id = id;
  made.program.dialect = dialect;
  return made;
}

}  // namespace bedplate::sql
