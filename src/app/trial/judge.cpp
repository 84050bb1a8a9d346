#include "app/trial/judge.hpp"

#include <algorithm>

#include "base/scalar.hpp"
#include "expr/visit.hpp"

namespace bedplate::app {

using model::FieldKind;
using model::Verb;

namespace {

bool names(const model::Rule& rule, model::FieldId field) {
  return rule.fields.empty() || std::ranges::find(rule.fields, field) != rule.fields.end();
}

bool same_value(Cell a, Cell b) { return !a.is_null() && a == b; }

}  // namespace

Judge::Judge(const model::Model& model, TrialData& data, const operation::Principal& principal, std::int64_t now)
    : model_(model),
      data_(data),
      principal_(principal),
      facts_(principal),
      ranks_(model),
      now_(now),
      system_(*this, false),
      caller_(*this, true) {}

// Rules of one row.

bool Judge::live(const Record& row) const {
  const auto& entity = model_.entity(row.entity);
  return !entity.soft_delete() || row.cells[entity.deleted_at].is_null();
}

bool Judge::in_tenant(const Record& row) const {
  const auto& entity = model_.entity(row.entity);
  if (entity.tenant == model::kNoField) return true;
  std::string text;
  append_text(text, entity.fields[entity.tenant].type, row.cells[entity.tenant]);
  return !principal_.identity().tenant.empty() && text == principal_.identity().tenant;
}

bool Judge::granted(const Rules& rules, const Record& row) {
  bool narrowed = false, allowed = false;
  for (const auto& rule : rules.all) {
    if (!rule.verbs.has(rules.verb)) continue;
    const Held when = held(*rule.when, row);
    if (!rule.allow && when != Held::kFalse) return false;
    if (!rule.allow) continue;
    narrowed = true;
    const bool named = std::ranges::all_of(rules.fields, [&](auto field) { return names(rule, field); });
    allowed = allowed || (named && when == Held::kTrue);
  }
  return allowed || (rules.otherwise && !narrowed);
}

bool Judge::granted_read(const Record& row) {
  return in_tenant(row) && granted({model_.entity(row.entity).rules, Verb::kRead, {}, false}, row);
}

bool Judge::key_shown(const Record& row) {
  return std::ranges::all_of(model_.entity(row.entity).key, [&](model::FieldId key) { return shown(row, key); });
}

bool Judge::in_trash(const Record& row) {
  if (live(row) || !granted_read(row)) return false;
  const auto& entity = model_.entity(row.entity);
  const model::FieldId written[] = {entity.deleted_at};
  return granted({entity.rules, Verb::kPurge, {}, false}, row) ||
         (granted({entity.rules, Verb::kUpdate, written, false}, row) &&
          granted({entity.fields[entity.deleted_at].rules, Verb::kUpdate, {}, true}, row));
}

bool Judge::shown(const Record& row, model::FieldId id) {
  const auto& entity = model_.entity(row.entity);
  const auto& field = entity.fields[id];
  if (field.hidden || field.write_only) return false;
  const model::FieldId named[] = {id};
  return granted({entity.rules, Verb::kRead, named, false}, row) && granted({field.rules, Verb::kRead, {}, true}, row);
}

// Values and relations.

Cell Judge::run(const expr::Node& node, const Record& row, const Record* before, const Eyes& eyes) {
  return expr::evaluate(
      node, {.rows = &eyes, .row = &row, .old_row = before, .facts = &facts_, .enums = &ranks_, .now = now_}, arena_);
}

Cell Judge::evaluate(const expr::Node& node, const Record& row, const Record* before) {
  return run(node, row, before, system_);
}

Judge::Held Judge::held(const expr::Node& condition, const Record& row, const Record* before) {
  const Cell cell = run(condition, row, before, system_);
  if (cell.is_null()) return Held::kUnknown;
  return cell.as_integer() != 0 ? Held::kTrue : Held::kFalse;
}

Cell Judge::value(const Record& row, model::FieldId id) {
  const expr::Node reads{.op = expr::Op::kField, .entity = row.entity, .member = id};
  return caller_.field(&row, reads);
}

std::vector<const Record*> Judge::related(const Record& row, model::FieldId relation) {
  if (!shown(row, relation)) return {};
  const auto& field = model_.field(row.entity, relation);
  const bool live_alone = field.kind != FieldKind::kToOne || field.type.nullable;
  auto found = targets(row, relation, caller_);
  std::erase_if(found, [&](const Record* far) { return !caller_.sees(*far, live_alone); });
  return found;
}

Cell Judge::Eyes::field(expr::Row at, const expr::Node& node) const {
  const auto& row = *static_cast<const Record*>(at);
  const auto& field = judge.model_.field(row.entity, node.member);
  if (is_caller && !judge.shown(row, node.member)) return Cell::null();
  if (field.kind != FieldKind::kComputed) return row.cells[node.member];
  return judge.run(*field.computed, row, nullptr, is_caller && field.computed_as_caller ? *this : judge.system_);
}

expr::Row Judge::Eyes::hop(expr::Row at, const expr::Node& node) const {
  const auto& row = *static_cast<const Record*>(at);
  if (is_caller && !judge.shown(row, node.member)) return nullptr;
  const auto found = judge.targets(row, node.member, *this);
  // What is required is there for the caller, too, be it in the trash.
  const bool live_alone = is_caller && judge.model_.field(row.entity, node.member).type.nullable;
  return found.empty() || !sees(*found[0], live_alone) ? nullptr : found[0];
}

void Judge::Eyes::related(expr::Row at, const expr::Node& node, std::vector<expr::Row>& out) const {
  const auto& row = *static_cast<const Record*>(at);
  if (is_caller && !judge.shown(row, node.member)) return;
  for (const Record* far : judge.targets(row, node.member, *this))
    if (sees(*far, true)) out.push_back(far);
}

bool Judge::Eyes::sees(const Record& far, bool live_alone) const {
  return (!live_alone || judge.live(far)) && (is_caller ? judge.granted_read(far) : judge.in_tenant(far));
}

std::vector<const Record*> Judge::targets(const Record& row, model::FieldId id, const Eyes& eyes) {
  const auto& owner = model_.entity(row.entity);
  const auto& field = owner.fields[id];
  const auto& target = model_.entity(field.target);
  std::vector<const Record*> made;
  for (const Record& far : data_.rows[field.target]) {
    if (field.join) {
      made.insert(made.end(), links(row, far, field, eyes), &far);
      continue;
    }
    bool all = true;
    if (field.kind == FieldKind::kToOne) {
      for (std::size_t i = 0; i < target.key.size(); ++i)
        all = all && same_value(row.cells[field.foreign_key[i]], far.cells[target.key[i]]);
    } else {
      for (std::size_t i = 0; i < owner.key.size(); ++i)
        all = all && same_value(row.cells[owner.key[i]], far.cells[field.foreign_key[i]]);
    }
    if (all) made.push_back(&far);
  }
  return made;
}

/// How many pairs of the join table, or rows of the type between that `eyes` see, link the two: so often one has the
/// other in its list.
std::size_t Judge::links(const Record& row, const Record& far, const model::Field& relation, const Eyes& eyes) {
  const auto& owner = model_.entity(row.entity);
  const auto& target = model_.entity(far.entity);
  const auto is_link = [&](const auto& cell) {
    for (std::size_t i = 0; i < owner.key.size(); ++i)
      if (!same_value(cell(relation.join->near_columns[i]), row.cells[owner.key[i]])) return false;
    for (std::size_t i = 0; i < target.key.size(); ++i)
      if (!same_value(cell(relation.join->far_columns[i]), far.cells[target.key[i]])) return false;
    return true;
  };
  if (relation.join->through == model::kNoEntity) {
    const auto table = data_.links.find(relation.join->table);
    if (table == data_.links.end()) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(table->second, [&](const auto& pair) {
      return is_link([&](const std::string& column) { return pair.at(column); });
    }));
  }
  const auto& between = model_.entity(relation.join->through);
  return static_cast<std::size_t>(std::ranges::count_if(data_.rows[relation.join->through], [&](const Record& link) {
    const auto cell = [&](const std::string& column) {
      const auto at = std::ranges::find_if(
          between.fields, [&](const model::Field& one) { return one.is_column() && one.column == column; });
      return link.cells[static_cast<std::size_t>(at - between.fields.begin())];
    };
    return is_link(cell) && eyes.sees(link, true);
  }));
}

}  // namespace bedplate::app
