// The half of the judge that is about writes: one @allow covers a write whole, and each written field's own rules.
#include <algorithm>
#include <utility>

#include "app/trial/judge.hpp"
#include "engine/new_row.hpp"
#include "expr/visit.hpp"

namespace bedplate::app {

using model::FieldKind;
using model::Verb;

namespace {

bool names_all(const model::Rule& rule, Judge::Fields fields) {
  return rule.fields.empty() || std::ranges::all_of(fields, [&](model::FieldId field) {
           return std::ranges::find(rule.fields, field) != rule.fields.end();
         });
}

}  // namespace

Judge::Before Judge::before_of(const Rules& rules, const Record& row) {
  Before made;
  for (const auto& rule : rules.all) made.push_back(rule.verbs.has(rules.verb) ? held(*rule.when, row) : Held::kFalse);
  return made;
}

/// Why the rules do not grant the write; empty: they do, and `granting` is the @allow that does. `before`: null where
/// there was no row. It is told what the @allow lacks that comes nearest.
Judge::Refusal Judge::refusal(const Rules& rules, const Before* before, const Record& row, const Record* old,
                              std::string& granting) {
  std::string why = "no @allow speaks of it";
  bool narrowed = false, allowed = false, begun = false, ended = false;
  int nearest = 0;
  std::string refused;  // by a @deny of the row afterwards
  const auto lacks = [&](int near, Held what, std::string text) {
    near = near * 2 + (what == Held::kUnknown ? 1 : 0);
    if (near > nearest) nearest = near, why = std::move(text) + (what == Held::kUnknown ? ", which is UNKNOWN" : "");
  };
  const std::string which = before != nullptr ? "the row as it becomes" : "the new row";
  for (std::size_t i = 0; i < rules.all.size(); ++i) {
    const auto& rule = rules.all[i];
    if (!rule.verbs.has(rules.verb)) continue;
    const Held first = before != nullptr ? (*before)[i] : Held::kTrue;
    const Held then = held(*rule.when, row);
    if (!rule.allow) {
      const auto denied = [](Held by, const std::string& of) {
        return "a @deny, of " + of + (by == Held::kUnknown ? ", which is UNKNOWN" : "");
      };
      if (before != nullptr && first != Held::kFalse) return {denied(first, "the row before"), true};
      if (then != Held::kFalse) refused = denied(then, which);
      continue;
    }
    narrowed = true;
    const bool checked = rule.check != nullptr && rules.verb != Verb::kDelete && rules.verb != Verb::kPurge;
    const Held check = checked ? held(*rule.check, row, old) : Held::kTrue;
    if (!names_all(rule, rules.fields)) {
      lacks(1, Held::kFalse, "no @allow that names the field");
      continue;
    }
    begun = begun || first == Held::kTrue;
    ended = ended || (then == Held::kTrue && check == Held::kTrue);
    if (first != Held::kTrue)
      lacks(2, first, "no @allow of the row before");
    else if (then != Held::kTrue)
      lacks(3, then, "no @allow of " + which);
    else if (check != Held::kTrue)
      lacks(4, check, "a check");
    else if (!std::exchange(allowed, true))
      granting = rule.text;
  }
  const bool open = rules.otherwise && !narrowed;
  if (!refused.empty()) return {std::move(refused), before != nullptr && !begun && !open};
  if (allowed || open) return {};
  if (before != nullptr && begun && ended) why = "no @allow that covers it whole, though two would in parts";
  return {std::move(why), before != nullptr && !begun};
}

/// `elsewhere`: what it is told of a row that READ grants.
Verdict Judge::not_found(const Record& row, std::string elsewhere) {
  const bool seen = granted_read(row) && key_shown(row);
  return {Verdict::Kind::kNotFound, seen ? std::move(elsewhere) : "a row that READ does not grant"};
}

Verdict Judge::create(const Record& row, Fields given) {
  if (!in_tenant(row)) return {Verdict::Kind::kRefused, "no tenant"};
  const auto& entity = model_.entity(row.entity);
  // Rules see the row among the others.
  auto& rows = data_.rows[row.entity];
  rows.push_back(row);
  const Record& there = rows.back();
  std::string by, unused;
  std::string why = refusal({entity.rules, Verb::kCreate, given, false}, nullptr, there, nullptr, by).why;
  for (const auto field : given) {
    if (!why.empty()) break;
    why = refusal({entity.fields[field].rules, Verb::kCreate, {}, true}, nullptr, there, nullptr, unused).why;
    if (!why.empty()) why = "the rules of " + entity.fields[field].name;
  }
  const auto unclear = obstacle(there, given);
  rows.pop_back();
  if (unclear) return {Verdict::Kind::kUnclear, *unclear};
  if (!why.empty()) return {Verdict::Kind::kRefused, std::move(why)};
  return {Verdict::Kind::kGranted, std::move(by)};
}

bool Judge::would_show(const Record& row, model::FieldId field) {
  auto& rows = data_.rows[row.entity];
  rows.push_back(row);
  const bool shows = readable(rows.back()) && shown(rows.back(), field);
  rows.pop_back();
  return shows;
}

Verdict Judge::update(Record& row, const std::vector<Cell>& changed_cells, Fields given) {
  if (!reachable(row)) return not_found(row, "a row in the trash");
  return change(row, changed_cells, given);
}

Verdict Judge::restore(Record& row) {
  if (live(row) || !granted_read(row) || !key_shown(row)) return not_found(row, "a live row");
  const auto& entity = model_.entity(row.entity);
  auto cells = row.cells;
  cells[entity.deleted_at] = cells[entity.deletion] = Cell::null();
  const model::FieldId given[] = {entity.deleted_at};
  return change(row, cells, given);
}

Verdict Judge::purge(const Record& row) {
  if (live(row) || !granted_read(row) || !key_shown(row)) return not_found(row, "a live row");
  return without(row, Verb::kPurge);
}

Verdict Judge::change(Record& row, const std::vector<Cell>& changed_cells, Fields given) {
  const auto& entity = model_.entity(row.entity);
  const Before type = before_of({entity.rules, Verb::kUpdate, given, false}, row);
  std::vector<Before> fields;
  for (const auto field : given)
    fields.push_back(before_of({entity.fields[field].rules, Verb::kUpdate, {}, true}, row));
  const Record old = row;
  row.cells = changed_cells;
  auto verdict = this->changed(row, old, given, type, fields);
  row.cells = old.cells;
  return verdict;
}

Verdict Judge::changed(Record& row, const Record& old, Fields given, const Before& type,
                       const std::vector<Before>& fields) {
  const auto& entity = model_.entity(row.entity);
  std::string by, unused;
  auto [why, skipped] = refusal({entity.rules, Verb::kUpdate, given, false}, &type, row, &old, by);
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto own = refusal({entity.fields[given[i]].rules, Verb::kUpdate, {}, true}, &fields[i], row, &old, unused);
    skipped = skipped || own.before;
    if (why.empty() && !own.why.empty()) why = "the rules of " + entity.fields[given[i]].name;
  }
  if (const auto unclear = obstacle(row, given)) return {Verdict::Kind::kUnclear, *unclear};
  if (!why.empty()) return {Verdict::Kind::kRefused, std::move(why), skipped};
  return {Verdict::Kind::kGranted, std::move(by)};
}

Verdict Judge::remove(const Record& row) {
  if (!reachable(row)) return not_found(row, "a row in the trash");
  return without(row, Verb::kDelete);
}

Verdict Judge::without(const Record& row, Verb verb) {
  std::string by;
  const Rules rules{model_.entity(row.entity).rules, verb, {}, false};
  const Before before = before_of(rules, row);
  auto refused = refusal(rules, &before, row, nullptr, by);
  if (!refused.why.empty()) return {Verdict::Kind::kRefused, std::move(refused.why), true};
  if (is_referred_to(row, true)) return {Verdict::Kind::kHeld, "a row refers to it by RESTRICT"};
  if (is_referred_to(row, false)) return {Verdict::Kind::kUnclear, "it is referred to"};
  return {Verdict::Kind::kGranted, std::move(by)};
}

bool Judge::is_referred_to(const Record& row, bool restricts) {
  for (std::size_t id = 0; id < model_.entities.size(); ++id)
    for (std::size_t f = 0; f < model_.entities[id].fields.size(); ++f) {
      const auto& field = model_.entities[id].fields[f];
      if (field.kind != FieldKind::kToOne || field.target != row.entity) continue;
      if (restricts && field.on_delete != model::OnDelete::kRestrict) continue;
      for (const Record& other : data_.rows[id]) {
        // On its way to the trash a row is held by live ones alone.
        if (restricts && model_.entity(row.entity).soft_delete() && live(row) && !live(other)) continue;
        const auto found = targets(other, static_cast<model::FieldId>(f), system_);
        if (std::ranges::find(found, &row) != found.end()) return true;
      }
    }
  return false;
}

/// What else than the rules may keep the row from being written.
std::optional<std::string> Judge::obstacle(const Record& row, Fields given) {
  const auto& entity = model_.entity(row.entity);
  for (const auto id : given)
    if (!row.cells[id].is_null() && !engine::constraint_violated(model_, entity.fields[id], row.cells[id]).empty())
      return "a constraint of " + entity.fields[id].name;
  for (const auto& constraint : entity.constraints)
    if (constraint.expr != nullptr && !holds(*constraint.expr, row)) return "a constraint";
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto id = static_cast<model::FieldId>(f);
    const auto& field = entity.fields[f];
    if (field.constraint && field.constraint->expr != nullptr && !holds(*field.constraint->expr, row))
      return "a constraint of " + field.name;
    const model::FieldId alone[] = {id};
    if (field.unique && clashes(row, alone)) return field.name + " is taken";
    const bool by_server = field.default_fn == model::DefaultFn::kUuid7 ||
                           field.default_fn == model::DefaultFn::kSequence || field.searched != model::kNoField;
    if (field.is_column() && !field.type.nullable && !by_server && row.cells[f].is_null())
      return field.name + " is required";
    if (field.kind == FieldKind::kToOne && !leads_somewhere(row, id, given))
      return field.name + " leads to no row that the caller may read";
  }
  for (const auto& index : entity.indexes)
    if (index.unique && clashes(row, index.fields)) return "a unique is taken";
  return clashes(row, entity.key) ? std::optional<std::string>("the key is taken") : std::nullopt;
}

/// To nothing, or to a live row of the tenant: of a key that is given one that the caller may read.
bool Judge::leads_somewhere(const Record& row, model::FieldId relation, Fields given) {
  const auto& field = model_.field(row.entity, relation);
  if (row.cells[field.foreign_key[0]].is_null()) return true;
  const auto found = targets(row, relation, system_);
  if (found.empty() || !in_tenant(*found[0]) || !live(*found[0])) return false;
  const bool linked = std::ranges::any_of(
      field.foreign_key, [&](model::FieldId key) { return std::ranges::find(given, key) != given.end(); });
  return !linked || readable(*found[0]);
}

/// Another row has the same values in all of these fields; whether of the tenant or not makes it no less unclear.
bool Judge::clashes(const Record& row, Fields fields) const {
  return std::ranges::any_of(data_.rows[row.entity], [&](const Record& other) {
    return &other != &row && std::ranges::all_of(fields, [&](model::FieldId field) {
      return !row.cells[field].is_null() && row.cells[field] == other.cells[field];
    });
  });
}

}  // namespace bedplate::app
