#include "seed/plan.hpp"

#include <algorithm>

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "seed/meaning.hpp"

namespace bedplate::seed {
namespace {

constexpr std::uint64_t kChildren = 4;  // rows of a type for each of one that it refers to
constexpr unsigned kDeepestGrowth = 4;
constexpr std::uint64_t kTenants = 3, kMostTenants = 10;
constexpr std::uint64_t kShortList = 5;

class Planner {
 public:
  explicit Planner(const model::Model& model) : model_(model), depth_(model.entities.size()) {
    for (std::size_t id = 0; id < model.entities.size(); ++id)
      if (model.entities[id].user) accounts_ = static_cast<model::EntityId>(id);
  }

  Result<void> order() {
    std::vector<bool> placed(model_.entities.size());
    while (order_.size() < model_.entities.size()) {
      auto next = find(placed, false);
      // A circle is cut where a relation may be empty.
      if (!next) next = find(placed, true);
      if (!next) return failure(circle(placed));
      for (const auto& field : model_.entity(*next).fields)
        if (const auto target = referred(field); target != model::kNoEntity && placed[target])
          depth_[*next] = std::max(depth_[*next], depth_[target] + 1);
      placed[*next] = true;
      order_.push_back(*next);
    }
    return {};
  }

  Plan share_out(std::uint64_t total) const {
    std::vector<std::uint64_t> weights;
    std::uint64_t all = 0;
    for (const auto id : order_) all += weights.emplace_back(weight(id));
    Plan plan;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const Int128 weighed = static_cast<Int128>(total) * static_cast<Int128>(weights[i]);
      auto rows = static_cast<std::uint64_t>(weighed / static_cast<Int128>(std::max<std::uint64_t>(all, 1)));
      if (model_.entity(order_[i]).tenant_root) rows = std::min(std::max(rows, kTenants), kMostTenants);
      const std::uint64_t least = is_short(order_[i]) ? std::min(kShortList, 1 + total / 100) : 1;
      plan.steps.push_back({order_[i], std::max(rows, least), false, depth_[order_[i]]});
    }
    return plan;
  }

  Result<Plan> take(const Wanted& wanted) const {
    std::vector<std::optional<std::uint64_t>> rows(model_.entities.size());
    std::vector<bool> exact(model_.entities.size());
    for (const auto& [name, count] : wanted.named) {
      BP_TRY(const auto entity, named(name));
      rows[entity] = count;
      exact[entity] = true;
    }
    // What they cannot be without, from the last to the first.
    for (auto at = order_.rbegin(); at != order_.rend(); ++at)
      if (rows[*at].value_or(0) > 0) need(*at, *rows[*at], rows);
    Plan plan;
    for (const auto id : order_)
      if (rows[id].value_or(0) > 0) plan.steps.push_back({id, *rows[id], exact[id], depth_[id]});
    return plan;
  }

  /// No type has fewer rows than there are tenants, so that each tenant has some of everything.
  void set_tenants(Plan& plan) const {
    std::uint64_t tenants = kMostTenants;
    bool any = false;
    for (const auto& step : plan.steps) {
      const auto& entity = model_.entity(step.entity);
      if (entity.tenant == model::kNoField && !entity.tenant_root) continue;
      any = any || entity.tenant != model::kNoField;
      tenants = std::min(tenants, step.rows);
      if (!entity.tenant_root && !root()) tenants = std::min(tenants, kTenants);
    }
    plan.tenants = any ? std::max<std::uint64_t>(tenants, 1) : 1;
    for (const auto& step : plan.steps) plan.depths = std::max(plan.depths, step.depth + 1);
  }

  /// Of a one-to-one there are no more than of what it refers to.
  void limit(Plan& plan) const {
    for (auto& step : plan.steps) {
      if (step.exact) continue;
      for (const auto& field : model_.entity(step.entity).fields)
        if (const auto* target = plan.find(field.target); field.kind == model::FieldKind::kToOne && target != nullptr)
          if (is_one_to_one(model_.entity(step.entity), field)) step.rows = std::min(step.rows, target->rows);
    }
  }

 private:
  /// What a to-one leads to, or whose key a field that defaults to the caller holds; else none.
  model::EntityId referred(const model::Field& field) const {
    if (field.kind == model::FieldKind::kToOne) return field.target;
    return field.default_fn == model::DefaultFn::kAuthId ? accounts_ : model::kNoEntity;
  }

  std::optional<model::EntityId> find(const std::vector<bool>& placed, bool only_required) const {
    for (std::size_t id = 0; id < placed.size(); ++id) {
      const auto& entity = model_.entities[id];
      const bool waits = std::ranges::any_of(entity.fields, [&](const model::Field& field) {
        const auto target = referred(field);
        return target != model::kNoEntity && target != id && !placed[target] &&
               (!only_required || is_required(entity, field));
      });
      if (!placed[id] && !waits) return static_cast<model::EntityId>(id);
    }
    return std::nullopt;
  }

  Error circle(const std::vector<bool>& placed) const {
    std::string names;
    for (std::size_t id = 0; id < placed.size(); ++id)
      if (!placed[id]) names += (names.empty() ? "" : ", ") + model_.entities[id].name;
    return Error(Reason::kInvalidModel, "rows of " + names + " need each other in a circle, so that none can be first")
        .with_hint("Make one of the relations between them nullable, or give these types rows of your own.");
  }

  static bool is_one_to_one(const model::Entity& entity, const model::Field& relation) {
    return std::ranges::any_of(entity.indexes, [&](const model::Index& index) {
      return index.unique && index.fields == relation.foreign_key;
    });
  }

  std::uint64_t weight(model::EntityId id) const {
    // Tenths, so that short lists stay short.
    std::uint64_t made = 10;
    for (unsigned i = 0; i < std::min(depth_[id], kDeepestGrowth); ++i) made *= kChildren;
    return is_short(id) ? 1 : made;
  }

  bool is_short(model::EntityId id) const { return depth_[id] == 0 && is_short_list(model_.entity(id).name); }

  void need(model::EntityId id, std::uint64_t count, std::vector<std::optional<std::uint64_t>>& rows) const {
    const auto& entity = model_.entity(id);
    for (const auto& field : entity.fields) {
      if (field.kind != model::FieldKind::kToOne || field.target == id || !is_required(entity, field)) continue;
      const bool alone = is_one_to_one(entity, field);
      const std::uint64_t wanted = alone ? count : std::max<std::uint64_t>((count + kChildren - 1) / kChildren, 1);
      auto& target = rows[field.target];
      // One that was named stays as it was named.
      const std::uint64_t most = model_.entity(field.target).tenant_root ? kMostTenants : UINT64_MAX;
      if (!target) target = std::min(wanted, most);
    }
    if (const auto tenants = root(); tenants && entity.tenant != model::kNoField && !rows[*tenants])
      rows[*tenants] = kTenants;
  }

  std::optional<model::EntityId> root() const {
    const auto at = std::ranges::find(model_.entities, true, &model::Entity::tenant_root);
    if (at == model_.entities.end()) return std::nullopt;
    return static_cast<model::EntityId>(at - model_.entities.begin());
  }

  Result<model::EntityId> named(const std::string& name) const {
    if (const auto at = model_.entity_by_plural.find(name); at != model_.entity_by_plural.end()) return at->second;
    if (const auto at = model_.entity_by_name.find(name); at != model_.entity_by_name.end()) return at->second;
    std::vector<std::string_view> known;
    for (const auto& entity : model_.entities) known.push_back(entity.plural);
    const auto near = did_you_mean(name, known);
    return failure(Error(Reason::kInvalidValue, "there is no type '" + name + "' to make rows of")
                       .with_hint(near.empty() ? "bedplate check tells what the schema has."
                                               : "Did you mean " + std::string(near) + "?"));
  }

  const model::Model& model_;
  model::EntityId accounts_ = model::kNoEntity;
  std::vector<model::EntityId> order_;
  std::vector<unsigned> depth_;
};

}  // namespace

bool is_required(const model::Entity& entity, const model::Field& field) {
  return field.kind == model::FieldKind::kToOne &&
         std::ranges::any_of(field.foreign_key, [&](model::FieldId id) { return !entity.fields[id].type.nullable; });
}

std::optional<std::size_t> Plan::place(model::EntityId entity) const {
  const auto at = std::ranges::find(steps, entity, &Step::entity);
  if (at == steps.end()) return std::nullopt;
  return static_cast<std::size_t>(at - steps.begin());
}

const Plan::Step* Plan::find(model::EntityId entity) const {
  const auto at = place(entity);
  return at ? &steps[*at] : nullptr;
}

std::uint64_t Plan::rows() const {
  std::uint64_t sum = 0;
  for (const auto& step : steps) sum += step.rows;
  return sum;
}

Result<Plan> make_plan(const model::Model& model, const Wanted& wanted) {
  Planner planner(model);
  BP_TRY_VOID(planner.order());
  Plan plan;
  if (wanted.named.empty()) {
    plan = planner.share_out(wanted.total);
  } else {
    BP_TRY(plan, planner.take(wanted));
  }
  planner.limit(plan);
  planner.set_tenants(plan);
  return plan;
}

}  // namespace bedplate::seed
