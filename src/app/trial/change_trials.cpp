// What each caller changes and deletes: of all rows, fields and values that the rows have, one of each kind of verdict.
#include <algorithm>
#include <map>

#include "app/trial/shown_rows.hpp"
#include "app/trial/trial_run.hpp"

namespace bedplate::app {
namespace {

using model::EntityId;
using model::FieldId;
using model::Verb;
using Kind = Verdict::Kind;

class Changes {
 public:
  Changes(TrialRun& run, EntityId id, TrialCaller& caller)
      : run_(run), id_(id), entity_(run.model.entity(id)), caller_(caller), judge_(*caller.judge) {}

  void update() {
    struct Chosen {
      Record* row;
      FieldId field;
      std::vector<Cell> cells;
      Verdict verdict;
    };
    std::map<std::string, Chosen> chosen;  // by what is told of it
    for (const auto field : writable())
      for (const Cell value : values_of(run_, id_, field))
        for (Record& row : run_.data.rows[id_]) {
          if (row.cells[field] == value) continue;
          auto cells = row.cells;
          cells[field] = value;
          const FieldId given[] = {field};
          const auto verdict = judge_.update(row, cells, given);
          if (verdict.kind == Kind::kUnclear) continue;
          const std::string told = verdict.kind == Kind::kNotFound ? verdict.why + " is not found"
                                   : verdict.kind == Kind::kGranted
                                       ? entity_.fields[field].name + ": granted"
                                       : entity_.fields[field].name + ": refused, for " + verdict.why;
          chosen.try_emplace(told, Chosen{&row, field, std::move(cells), verdict});
        }
    const Chosen* granted = nullptr;
    for (const auto& [told, each] : chosen) {
      if (each.verdict.kind != Kind::kGranted) {
        ask("update", told, patch(*each.row, each.field, each.cells), expected(each.verdict, Verb::kUpdate, {204}));
        continue;
      }
      change(told, *each.row, each.field, each.cells, each.verdict);
      granted = &each;
      run_.changeable.try_emplace({id_, each.field}, GrantedField{&caller_, each.row});
    }
    if (granted != nullptr && entity_.version != model::kNoField)
      versions(patch(*granted->row, granted->field, granted->cells));
    update_what_is_not_written();
  }

  void remove() {
    std::map<std::string, std::pair<const Record*, Verdict>> chosen;
    for (const Record& row : run_.data.rows[id_]) {
      auto verdict = judge_.remove(row);
      const std::string told = verdict.kind == Kind::kNotFound  ? verdict.why + " is not found"
                               : verdict.kind == Kind::kGranted ? "granted"
                               : verdict.kind == Kind::kRefused ? "refused, for " + verdict.why
                               : verdict.kind == Kind::kHeld    ? "a conflict, for " + verdict.why
                                                                : "granted, but where " + verdict.why;
      chosen.try_emplace(told, &row, std::move(verdict));
    }
    for (const auto& [told, each] : chosen)
      ask("delete", told,
          meant({.method = "DELETE", .path = row_path(run_.model, *each.first), .headers = {kRolledBack}, .body = {}}),
          expected(each.second, Verb::kDelete, {204}));
  }

  /// A row that is there is sent as one that might be new: it becomes an update.
  void upsert() {
    std::map<Kind, std::pair<std::string, Verdict>> chosen;
    const auto sent = sent_whole();
    if (!sent) return;
    for (const auto field : writable())
      for (const Cell value : values_of(run_, id_, field))
        for (Record& row : run_.data.rows[id_]) {
          if (row.cells[field] == value || !judge_.live(row)) continue;
          auto cells = row.cells;
          cells[field] = value;
          std::vector<FieldId> given;
          for (const auto each : *sent)
            if (!entity_.fields[each].in_key && caller_.view->is_writable(id_, each, Verb::kUpdate))
              given.push_back(each);
          auto verdict = judge_.update(row, cells, given);
          if (verdict.kind == Kind::kUnclear || chosen.contains(verdict.kind)) continue;
          chosen.try_emplace(verdict.kind, body_of(entity_, cells, *sent), std::move(verdict));
        }
    for (const auto& [kind, each] : chosen) {
      const Ask ask{.method = "POST",
                    .path = "/api/" + entity_.plural,
                    .headers = {kRolledBack, "Prefer: resolution=merge-duplicates"},
                    .body = each.first};
      if (kind == Kind::kGranted)
        this->ask("upsert", "of a row that is there: granted", ask, {{200}, "granted by " + each.second.why, {}});
      else
        this->ask(
            "upsert",
            kind == Kind::kRefused ? "of a row that is there: refused" : "of a row that READ does not grant: refused",
            ask,
            {{409, caller_.refused()},
             "the row is there, and the caller may not change it so: " + each.second.why,
             {}});
    }
  }

  void trash() {
    const auto of = [&](const std::string& operation, Verb verb, const std::vector<int>& fine, const auto& judged) {
      std::map<std::string, std::pair<const Record*, Verdict>> chosen;
      for (Record& row : run_.data.rows[id_]) {
        auto verdict = judged(row);
        const std::string told = verdict.kind == Kind::kNotFound  ? verdict.why + " is not found"
                                 : verdict.kind == Kind::kRefused ? "refused, for " + verdict.why
                                 : verdict.kind == Kind::kHeld    ? "a conflict, for " + verdict.why
                                                                  : "granted";
        chosen.try_emplace(told, &row, std::move(verdict));
      }
      for (const auto& [told, each] : chosen)
        ask(operation, told,
            meant({.method = "POST",
                   .path = row_path(run_.model, *each.first) + "/$" + operation,
                   .headers = {kRolledBack},
                   .body = {}}),
            expected(each.second, verb, fine));
    };
    // A row that it belongs to may still be in the trash.
    of("restore", Verb::kUpdate, {204, 409}, [&](Record& row) { return judge_.restore(row); });
    of("purge", Verb::kPurge, {204}, [&](const Record& row) { return judge_.purge(row); });
  }

 private:
  /// A change that is granted; the reply shows the row as it became, if the caller still reads it.
  void change(const std::string& told, Record& row, FieldId field, std::vector<Cell> cells, const Verdict& verdict) {
    auto ask = patch(row, field, cells);
    if (entity_.version != model::kNoField)
      cells[entity_.version] = Cell::integer(cells[entity_.version].as_integer() + 1);
    const auto shown = judge_.laid_over(row, cells, [&](const Record& after) {
      return judge_.reachable(after) ? std::optional(ShownRows(run_.model, caller_, id_).members(after)) : std::nullopt;
    });
    Expected wanted = expected(verdict, Verb::kUpdate, {shown ? 200 : 204});
    if (shown) {
      ask.headers.emplace_back("Prefer: return=representation");
      wanted.look = [row = *shown](const Answer& answer) { return compare_rows(answer, {row}); };
    }
    this->ask("update", told, ask, wanted);
  }

  Ask patch(const Record& row, FieldId field, const std::vector<Cell>& cells) {
    const FieldId given[] = {field};
    return meant({.method = "PATCH",
                  .path = row_path(run_.model, row),
                  .headers = {kRolledBack},
                  .body = body_of(entity_, cells, given)});
  }

  /// With the version that it means, where a write has to say it.
  Ask meant(Ask ask) {
    if (!entity_.version_required) return ask;
    const std::string path = ask.path.substr(0, ask.path.find("/$"));
    const auto tag = std::string(run_.look(caller_, {.path = path}).header("etag"));
    ask.headers.push_back("If-Match: " + (tag.empty() ? "\"1.0\"" : tag));
    return ask;
  }

  /// `granted`: a change that the rules grant.
  void versions(Ask granted) {
    std::erase_if(granted.headers, [](const std::string& header) { return header.starts_with("If-Match"); });
    const auto with = [&](const std::string& tag) {
      Ask made = granted;
      made.headers.push_back("If-Match: " + tag);
      return made;
    };
    const auto tag = std::string(run_.look(caller_, {.path = granted.path}).header("etag"));
    ask("update", "If-Match of another version fails", with("\"stale\""), {{412}, "the row has another version", {}});
    if (!tag.empty()) ask("update", "If-Match of its version", with(tag), {{204}, "the row has this version", {}});
    if (entity_.version_required)
      ask("update", "without If-Match", granted, {{428}, "a write says which version it means", {}});
  }

  /// What a whole row consists of: what a create and an update may give. None: a field is required that is none of it.
  std::optional<std::vector<FieldId>> sent_whole() const {
    std::vector<FieldId> sent;
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto& field = entity_.fields[f];
      const auto id = static_cast<FieldId>(f);
      if (!field.is_column() || field.is_unbuilt() || id == entity_.tenant) continue;
      if (caller_.view->is_writable(id_, id, Verb::kCreate))
        sent.push_back(id);
      else if (field.in_key ||
               (!field.type.nullable && field.default_fn == model::DefaultFn::kNone && id != entity_.version))
        return std::nullopt;
    }
    return sent;
  }

  std::vector<FieldId> writable() const {
    std::vector<FieldId> fields;
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto& field = entity_.fields[f];
      const auto id = static_cast<FieldId>(f);
      if (field.in_key || field.unique || field.is_unbuilt() || !field.is_column()) continue;
      if (caller_.view->is_writable(id_, id, Verb::kUpdate)) fields.push_back(id);
    }
    return fields;
  }

  /// A field that some may read and the caller may not write.
  void update_what_is_not_written() {
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto& field = entity_.fields[f];
      const auto id = static_cast<FieldId>(f);
      if (field.in_key || field.hidden || field.is_unbuilt() || !field.is_column() || field.searched != model::kNoField)
        continue;
      if (caller_.view->is_writable(id_, id, Verb::kUpdate) || caller_.view->denied(id_, Verb::kUpdate)) continue;
      const auto row =
          std::ranges::find_if(run_.data.rows[id_], [&](const Record& each) { return judge_.reachable(each); });
      if (row == run_.data.rows[id_].end()) return;
      return ask("update", field.name + " is a field that the caller may not write", patch(*row, id, row->cells),
                 {{400}, "it is one as an unknown field is", {}});
    }
  }

  Expected expected(const Verdict& verdict, Verb verb, std::vector<int> fine) const {
    const auto& view = *caller_.view;
    switch (verdict.kind) {
      case Kind::kGranted:
        return {std::move(fine), "granted by " + verdict.why, {}};
      case Kind::kHeld:
        return {{409}, "the rules grant it, and " + verdict.why, {}};
      case Kind::kUnclear:
        fine.push_back(409);
        return {std::move(fine), "the rules grant it", {}};
      case Kind::kRefused:
        return {{caller_.refused()}, "refused: " + verdict.why, {}};
      case Kind::kNotFound:
        break;
    }
    if (view.denied(id_, verb) || view.denied(id_, Verb::kRead))
      return {{caller_.refused()}, "no rule could grant it, whatever the row", {}};
    // Where no @allow names the field that is told before a row is looked for.
    const bool narrow = verb == Verb::kUpdate && std::ranges::any_of(entity_.rules, [](const model::Rule& rule) {
                          return rule.allow && !rule.fields.empty();
                        });
    std::vector<int> statuses{404};
    if (narrow) statuses.push_back(caller_.refused());
    return {std::move(statuses), "for this caller there is no such row", {}};
  }

  void ask(const std::string& operation, const std::string& what, const Ask& ask, const Expected& expected) {
    run_.ask(entity_, operation + " as " + caller_.name + ": " + what, caller_, ask, expected);
  }

  TrialRun& run_;
  const EntityId id_;
  const model::Entity& entity_;
  TrialCaller& caller_;
  Judge& judge_;
};

/// Without its tables' rows there is nothing to change.
bool is_served(const model::Entity& entity, Verb verb) {
  return entity.unbuilt(Verb::kRead) == nullptr && entity.unbuilt(verb) == nullptr;
}

}  // namespace

void try_updates(TrialRun& run, EntityId entity) {
  if (!is_served(run.model.entity(entity), Verb::kUpdate)) return;
  for (auto& caller : run.callers) Changes(run, entity, caller).update();
}

void try_deletes(TrialRun& run, EntityId entity) {
  if (!is_served(run.model.entity(entity), Verb::kDelete)) return;
  for (auto& caller : run.callers) Changes(run, entity, caller).remove();
}

void try_upserts(TrialRun& run, EntityId entity) {
  const auto& of = run.model.entity(entity);
  // One that must say its version cannot.
  if (!is_served(of, Verb::kUpdate) || of.unbuilt(Verb::kCreate) != nullptr || of.version_required) return;
  for (auto& caller : run.callers)
    if (!caller.view->denied(entity, Verb::kCreate)) Changes(run, entity, caller).upsert();
}

void try_trash(TrialRun& run, EntityId entity) {
  const auto& of = run.model.entity(entity);
  if (!of.soft_delete() || !is_served(of, Verb::kUpdate) || !is_served(of, Verb::kPurge)) return;
  for (auto& caller : run.callers) Changes(run, entity, caller).trash();
}

}  // namespace bedplate::app
