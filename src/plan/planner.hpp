#pragma once
// Planner: one plan while it is made: plan.cpp has its statements and embeddings, plan_groups.cpp those that group
// their rows. Inside plan alone.
#include "expr/builder.hpp"
#include "operation/condition.hpp"
#include "plan/plan.hpp"

namespace bedplate::plan {

using expr::Node;
using expr::Op;
using model::FieldKind;
using operation::Embed;
using operation::Query;
using operation::SelectItem;

class Planner {
 public:
  Planner(const model::Model& model, Arena& arena, const Limits& limits, std::uint16_t first_scope)
      : model_(model), build_(arena), limits_(limits), conditions_(arena, first_scope) {}

  std::uint16_t statement(const Query& query);
  void count(const Query& query);
  ReadTemplate take() { return std::move(made_); }

 private:
  /// Members of the row of `alias` in statement `id`. What its inner embeddings demand of the row is added to
  /// `demands`.
  const Object* object(std::uint16_t id, std::uint16_t alias, const Query& query);
  void embed(std::uint16_t id, std::uint16_t alias, const SelectItem& item, Object& object);
  void embed_one(std::uint16_t id, std::uint16_t alias, const SelectItem& item, Object& object);
  void embed_many(std::uint16_t id, std::uint16_t alias, const SelectItem& item, Object& object);
  std::uint16_t column(std::uint16_t id, std::uint16_t alias, const Node* node);
  std::uint16_t key_column(std::uint16_t id, std::uint16_t alias, model::FieldId field);
  void complete_order(Statement& statement);
  std::uint16_t place_column(std::uint16_t id, const Node* node);

  // Of statements that group their rows:
  /// What the row of an alias adds to the groups; `present`: where it is null there is no such row. Null: it is there.
  struct GroupRow {
    std::uint16_t alias = 0;
    const Node* present = nullptr;
    std::uint16_t first_aggregate = 0;
  };
  void group(std::uint16_t id, const Query& query);
  const Object* group_object(std::uint16_t id, GroupRow row, const Query& query);
  Member group_embed(std::uint16_t id, GroupRow row, const SelectItem& item);
  std::uint16_t group_key(std::uint16_t id, const GroupRow& row, const Node* node);
  void group_order(std::uint16_t id, const Query& query);
  const Node* masked(const Node* present, const Node* value);
  const Node* later_aggregates(const Node* node, std::uint16_t by);
  std::uint16_t join(std::uint16_t id, std::uint16_t alias, const Embed& embed);

  const Node* field(model::EntityId entity, model::FieldId id);
  Statement& at(std::uint16_t id) { return made_.statements[id]; }

  const model::Model& model_;
  expr::Builder build_;
  const Limits& limits_;
  ReadTemplate made_;
  operation::Conditions conditions_;
};

}  // namespace bedplate::plan
