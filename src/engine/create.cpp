#include <array>

#include "engine/conflict.hpp"
#include "engine/new_row.hpp"
#include "engine/row_values.hpp"
#include "engine/session.hpp"
#include "expr/builder.hpp"
#include "expr/visit.hpp"
#include "store/violation.hpp"

namespace bedplate::engine {
namespace {

/// Evaluates conditions over the new row's own values.
class NewRowRules {
 public:
  NewRowRules(const model::Model& model, const NewRow& row, const operation::Operation& operation,
              const operation::Principal& principal, std::int64_t now, Arena& arena)
      : row_(row),
        operation_(operation),
        rows_(row.fields),
        facts_(principal),
        ranks_(model),
        now_(now),
        arena_(arena) {}

  bool hold(const expr::Node& condition) const {
    return expr::is_satisfied(
        condition,
        {.rows = &rows_, .row = &row_, .slots = operation_.values, .facts = &facts_, .enums = &ranks_, .now = now_},
        arena_);
  }

  /// Whether `rule` of a field keeps the value from being written; false where related rows decide.
  bool refuse(const model::Rule& rule) const {
    const auto decided = [](const expr::Node* node) { return node == nullptr || !expr::depends_on_relations(*node); };
    if (!rule.verbs.has(model::Verb::kCreate) || !decided(rule.when) || !decided(rule.check)) return false;
    if (!rule.allow) return !hold(*expr::Builder(arena_).negated(rule.when));
    return !hold(*rule.when) || (rule.check != nullptr && !hold(*rule.check));
  }

 private:
  const NewRow& row_;
  const operation::Operation& operation_;
  RowValues rows_;
  PrincipalFacts facts_;
  ModelRanks ranks_;
  std::int64_t now_;
  Arena& arena_;
};

/// The rules by which a field itself keeps its value out; empty: none does, or related rows decide.
std::string refusing(const model::Field& field, const NewRowRules& rules) {
  std::string denies, allows;
  bool allowed = false;
  for (const auto& rule : field.rules) {
    if (!rule.verbs.has(model::Verb::kCreate)) continue;
    const bool refuses = rules.refuse(rule);
    allowed = allowed || (rule.allow && !refuses);
    std::string& texts = rule.allow ? allows : denies;
    if (refuses) texts += (texts.empty() ? "" : "; ") + rule.text;
  }
  return !denies.empty() || allowed ? denies : allows;
}

Error refused(const model::Entity& entity, const plan::CreateTemplate& plan, const NewRowRules& rules_of_row,
              const operation::Principal& principal, bool explain) {
  Error error(principal.authenticated() ? Reason::kCheckFailed : Reason::kUnauthenticated,
              "the new row of " + entity.plural + " is not covered by a rule that grants CREATE");
  if (!explain) return error;
  for (const auto& column : plan.columns) {
    if (column.slot == plan::CreateTemplate::Column::kNoSlot) continue;
    const auto& field = entity.fields[column.field];
    if (const std::string by = refusing(field, rules_of_row); !by.empty())
      return std::move(error)
          .with_detail("the rules of the field " + field.name + " refuse its value: " + by)
          .with_hint("leave " + field.name + " out, send another value, or widen its rules")
          .with_field({field.name, Reason::kCheckFailed, "is refused by " + by});
  }
  std::string rules;
  for (const auto& rule : entity.rules)
    if (rule.allow && rule.verbs.has(model::Verb::kCreate)) rules += (rules.empty() ? "" : "; ") + rule.text;
  return std::move(error)
      .with_detail("none of these holds for the values sent: " + rules)
      .with_hint("send values that one of them covers whole, or widen a rule");
}

}  // namespace

Task<Result<CreateOutcome>> Session::run_create(const operation::Operation& operation,
                                                const operation::Principal& principal, const ReplyForm& form,
                                                Arena& arena, std::string& out) {
  BP_CO_TRY(const auto found, templates_.find(operation, principal));
  const plan::CreateTemplate& plan = found->create;
  const std::int64_t now = clock_.now();
  BP_CO_TRY(const NewRow row,
            make_row(plan, operation.values,
                     {.model = model_, .principal = principal, .arena = arena, .uuids = uuids_, .now = now}));
  const auto& entity = model_.entity(plan.entity);
  const NewRowRules rules(model_, row, operation, principal, now, arena);
  // Rules that read nothing but the row's own values are decided before any statement runs.
  if (plan.covered != nullptr && !plan.covered_in_store && !rules.hold(*plan.covered))
    co_return failure(refused(entity, plan, rules, principal, options_.explain_denials));

  // After the operation's own values the key: for what runs on the row once it is there.
  auto values = arena.make_array<Cell>(operation.values.size() + row.key.size());
  std::copy(operation.values.begin(), operation.values.end(), values.begin());
  std::copy(row.key.begin(), row.key.end(), values.begin() + static_cast<std::ptrdiff_t>(plan.key_slot));

  std::vector<store::Step> steps{{.statement = 0, .values = row.columns}};
  if (plan.covered_in_store)
    steps.push_back({.statement = 1,
                     .values = values,
                     .expect = store::Step::Expect::kOneRowTrue,
                     .otherwise = Reason::kCheckFailed});
  const std::size_t first_constraint = steps.size();
  for (std::size_t i = 0; i < plan.constraints_in_store.size(); ++i)
    steps.push_back({.statement = static_cast<std::uint16_t>(steps.size()),
                     .values = values,
                     .expect = store::Step::Expect::kOneRowTrue,
                     .otherwise = Reason::kConstraintViolation});
  const bool returning = !found->read.statements.empty();
  store::WriteExecution execution{.program = found->creating,
                                  .steps = steps,
                                  .principal = principal,
                                  .now = now,
                                  .returning = returning ? &found->reading : nullptr,
                                  .returning_values = values};
  if (plan.sequence_key) execution.sequence_slot = plan.key_slot;
  std::optional<render::JsonVisitor> visitor;
  if (returning)
    visitor.emplace(found->rendering(form.options),
                    render::JsonVisitor::Request{.shape = form.shape, .max_rows = 0, .body = form.body}, out);
  auto written = co_await store_->write(execution, visitor ? &*visitor : nullptr);
  if (!written) {
    if (written.error().reason() == Reason::kCheckFailed)
      co_return failure(refused(entity, plan, rules, principal, options_.explain_denials));
    for (std::size_t i = 0; i < plan.constraints_in_store.size(); ++i)
      if (store::refused_step(written.error()) == first_constraint + i)
        co_return failure(constraint_error(entity, *plan.constraints_in_store[i]));
    co_return std::unexpected(name_conflict(std::move(written).error(), entity, row));
  }
  if (plan.sequence_key) row.key[0] = Cell::integer(written->last_sequence);
  co_return CreateOutcome{.readable = visitor && visitor->rows() > 0, .key = row.key};
}

}  // namespace bedplate::engine
