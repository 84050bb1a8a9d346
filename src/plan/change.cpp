#include "plan/change.hpp"

#include "expr/builder.hpp"
#include "plan/row.hpp"

namespace bedplate::plan {
namespace {

using expr::Node;
using operation::SelectItem;

/// Everything that is stored of the row, then the questions asked of it.
class Finding {
 public:
  Finding(const model::Model& model, EntityId id, Arena& arena) : entity_(model.entity(id)), id_(id), build_(arena) {}

  void image(ChangeTemplate& made) {
    made.image.assign(entity_.fields.size(), ChangeTemplate::kNone);
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      if (!entity_.fields[f].is_column()) continue;
      const auto field = static_cast<FieldId>(f);
      made.stored.push_back(field);
      made.image[f] = add(build_.field(build_.row(id_, 0, false), field, entity_.fields[f].type));
    }
  }
  std::uint16_t add(const Node* node) {
    items_.push_back({.kind = SelectItem::Kind::kValue, .node = node});
    return static_cast<std::uint16_t>(items_.size() - 1);
  }
  std::optional<std::uint16_t> question(const Node* node) {
    if (node == nullptr) return std::nullopt;
    if (questions_ == 0) questions_ = items_.size();
    elsewhere_ = elsewhere_ || needs_store(*node);
    return add(build_.certainly(node));
  }
  std::span<const SelectItem> items() const { return items_; }
  /// Whether the row is still meant, then the questions; empty where no other row decides.
  std::vector<SelectItem> again(const Node* where) {
    if (!elsewhere_ && (where == nullptr || !needs_store(*where))) return {};
    const Node* meant = where == nullptr ? build_.boolean(true) : build_.certainly(where);
    std::vector<SelectItem> made{{.kind = SelectItem::Kind::kValue, .node = meant}};
    if (questions_ > 0) made.insert(made.end(), items_.begin() + static_cast<std::ptrdiff_t>(questions_), items_.end());
    return made;
  }

 private:
  const model::Entity& entity_;
  EntityId id_;
  expr::Builder build_;
  std::vector<SelectItem> items_;
  std::size_t questions_ = 0;  // the place of the first
  bool elsewhere_ = false;     // one of them reads other rows
};

}  // namespace

ChangeTemplate make_change_plan(const access::Authorized<access::Allowed>& allowed, const model::Model& model,
                                Arena& arena, const Limits& limits, const operation::RowSlots& slots) {
  const access::AllowedChange& change = allowed->change;
  const auto& entity = model.entity(change.change.target.entity);
  ChangeTemplate made;
  made.kind = change.change.kind;
  made.entity = change.change.target.entity;
  made.by_key = change.change.by_key;
  using Kind = operation::Change::Kind;
  const bool trashes = made.kind == Kind::kDelete && entity.soft_delete();
  made.removes = made.kind == Kind::kPurge || (made.kind == Kind::kDelete && !trashes);
  for (const auto& [field, increment] : change.change.assignments) {
    made.columns.push_back({.field = field,
                            .source = increment ? WrittenColumn::Source::kIncrement : WrittenColumn::Source::kCell,
                            .cell = static_cast<std::uint16_t>(made.assigned.size())});
    made.assigned.push_back(field);
  }
  for (const FieldId field : made.assigned)
    if (const FieldId tokens = entity.fields[field].tokens; tokens != model::kNoField)
      made.columns.push_back({.field = tokens, .source = WrittenColumn::Source::kTokens});
  using Source = WrittenColumn::Source;
  if (trashes || made.kind == Kind::kRestore) {
    made.columns.push_back({.field = entity.deleted_at, .source = trashes ? Source::kNow : Source::kCleared});
    made.columns.push_back({.field = entity.deletion, .source = trashes ? Source::kDeletion : Source::kCleared});
  }
  if (!made.columns.empty() && entity.version != model::kNoField)
    made.columns.push_back({.field = entity.version, .source = WrittenColumn::Source::kRaise});

  Finding finding(model, made.entity, arena);
  finding.image(made);
  made.readable = finding.question(change.readable);
  made.permitted = finding.question(change.permitted);
  for (const Node* before : change.before) made.answers.push_back(*finding.question(before));
  operation::Query find = change.change.target;
  find.select = finding.items();
  made.find = plan_query(find, operation::Count::kNone, model, arena, limits, allowed->next_scope);
  made.find.statements[0].lock = true;

  made.slots = slots;
  if (const auto again = finding.again(find.where); !again.empty()) {
    operation::Query one;
    one.entity = made.entity;
    one.select = again;
    made.confirm = plan_by_key(one, slots.key, allowed->next_scope, model, arena, limits);
  }
  if (made.kind == Kind::kUpdate || made.kind == Kind::kRestore)
    made.checks = row_checks(change.covered, change.links, change.constraints);
  if (change.change.returning)
    made.returning = plan_by_key(*change.change.returning, made.slots.key, allowed->next_scope, model, arena, limits);
  return made;
}

}  // namespace bedplate::plan
