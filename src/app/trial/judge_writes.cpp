// The half of the judge that is about writes: one @allow covers a write whole, and each written field's own rules.
#include <algorithm>

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
  for (const auto& rule : rules.all) made.push_back(rule.verbs.has(rules.verb) && applies(rule, row));
  return made;
}

/// Why the rules do not grant the write; empty: they do, and `granting` is the @allow that does. `before`: null where
/// there was no row.
std::string Judge::refusal(const Rules& rules, const Before* before, const Record& row, const Record* old,
                           std::string& granting) {
  std::string why;
  bool narrowed = false, allowed = false;
  int got = 0;  // how far the best @allow came
  const auto tell = [&](int far, std::string text) {
    if (far > got) got = far, why = std::move(text);
  };
  for (std::size_t i = 0; i < rules.all.size(); ++i) {
    const auto& rule = rules.all[i];
    if (!rule.verbs.has(rules.verb)) continue;
    const bool after = applies(rule, row);
    if (!rule.allow) {
      if (before != nullptr && (*before)[i]) return "a @deny, of the row before";
      if (after) return before != nullptr ? "a @deny, of the row as it becomes" : "a @deny";
      continue;
    }
    narrowed = true;
    if (!names_all(rule, rules.fields))
      tell(1, "no @allow names the field");
    else if (before != nullptr && !(*before)[i])
      tell(2, "no @allow holds of the row before");
    else if (!after)
      tell(3, before != nullptr ? "no @allow holds of the row as it becomes" : "no @allow holds of the new row");
    else if (rule.check != nullptr && rules.verb != Verb::kDelete && !holds(*rule.check, row, old))
      tell(4, "a check");
    else if (!allowed)
      allowed = true, granting = rule.text;
  }
  if (allowed || (rules.otherwise && !narrowed)) return {};
  return why.empty() ? "no @allow speaks of it" : why;
}

Verdict Judge::create(const Record& row, Fields given) {
  if (!in_tenant(row)) return {Verdict::Kind::kRefused, "no tenant"};
  const auto& entity = model_.entity(row.entity);
  // Rules see the row among the others.
  auto& rows = data_.rows[row.entity];
  rows.push_back(row);
  const Record& there = rows.back();
  std::string by, unused;
  std::string why = refusal({entity.rules, Verb::kCreate, given, false}, nullptr, there, nullptr, by);
  for (const auto field : given) {
    if (!why.empty()) break;
    why = refusal({entity.fields[field].rules, Verb::kCreate, {}, true}, nullptr, there, nullptr, unused);
    if (!why.empty()) why = "the rules of " + entity.fields[field].name;
  }
  const auto unclear = obstacle(there, given);
  rows.pop_back();
  if (unclear) return {Verdict::Kind::kUnclear, *unclear};
  if (!why.empty()) return {Verdict::Kind::kRefused, std::move(why)};
  return {Verdict::Kind::kGranted, std::move(by)};
}

Verdict Judge::update(Record& row, const std::vector<Cell>& changed_cells, Fields given) {
  if (!readable(row)) return {Verdict::Kind::kNotFound, live(row) ? "a row that READ does not grant" : "in the trash"};
  const auto& entity = model_.entity(row.entity);
  const Before type = before_of({entity.rules, Verb::kUpdate, given, false}, row);
  std::vector<Before> fields;
  for (const auto field : given)
    fields.push_back(before_of({entity.fields[field].rules, Verb::kUpdate, {}, true}, row));
  const Record old = row;
  row.cells = changed_cells;
  auto verdict = changed(row, old, given, type, fields);
  row.cells = old.cells;
  return verdict;
}

Verdict Judge::changed(Record& row, const Record& old, Fields given, const Before& type,
                       const std::vector<Before>& fields) {
  const auto& entity = model_.entity(row.entity);
  std::string by, unused;
  std::string why = refusal({entity.rules, Verb::kUpdate, given, false}, &type, row, &old, by);
  for (std::size_t i = 0; i < given.size() && why.empty(); ++i) {
    why = refusal({entity.fields[given[i]].rules, Verb::kUpdate, {}, true}, &fields[i], row, &old, unused);
    if (!why.empty()) why = "the rules of " + entity.fields[given[i]].name;
  }
  if (const auto unclear = obstacle(row, given)) return {Verdict::Kind::kUnclear, *unclear};
  if (!why.empty()) return {Verdict::Kind::kRefused, std::move(why)};
  return {Verdict::Kind::kGranted, std::move(by)};
}

Verdict Judge::remove(const Record& row) {
  if (!readable(row)) return {Verdict::Kind::kNotFound, live(row) ? "a row that READ does not grant" : "in the trash"};
  std::string by;
  const Rules rules{model_.entity(row.entity).rules, Verb::kDelete, {}, false};
  const Before before = before_of(rules, row);
  std::string why = refusal(rules, &before, row, nullptr, by);
  if (!why.empty()) return {Verdict::Kind::kRefused, std::move(why)};
  // What refers to the row may hold it, or what is deleted along with it.
  for (std::size_t id = 0; id < model_.entities.size(); ++id)
    for (std::size_t f = 0; f < model_.entities[id].fields.size(); ++f) {
      const auto& field = model_.entities[id].fields[f];
      if (field.kind != FieldKind::kToOne || field.target != row.entity) continue;
      for (const Record& other : data_.rows[id]) {
        const auto found = targets(other, static_cast<model::FieldId>(f), system_);
        if (std::ranges::find(found, &row) != found.end()) return {Verdict::Kind::kUnclear, "it is referred to"};
      }
    }
  return {Verdict::Kind::kGranted, std::move(by)};
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
    if (field.kind != FieldKind::kToOne) continue;
    const bool linked = std::ranges::any_of(
        field.foreign_key, [&](model::FieldId key) { return std::ranges::find(given, key) != given.end(); });
    if (!linked || row.cells[field.foreign_key[0]].is_null()) continue;
    const auto found = targets(row, id, system_);
    if (found.empty() || !readable(*found[0])) return field.name + " leads to no row that the caller may read";
  }
  for (const auto& index : entity.indexes)
    if (index.unique && clashes(row, index.fields)) return "a unique is taken";
  return clashes(row, entity.key) ? std::optional<std::string>("the key is taken") : std::nullopt;
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
