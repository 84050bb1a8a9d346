// What each caller reads: which rows, which fields of them, which rows a relation leads to.
#include <algorithm>

#include "app/trial/shown_rows.hpp"
#include "app/trial/trial_run.hpp"
#include "expr/visit.hpp"
#include "json/document.hpp"

namespace bedplate::app {
namespace {

using model::EntityId;
using model::FieldId;
using model::Verb;

constexpr std::size_t kRowsEach = 2;  // of those that are asked for by their key, of each kind

class Reads {
 public:
  Reads(TrialRun& run, EntityId id, TrialCaller& caller)
      : run_(run),
        id_(id),
        entity_(run.model.entity(id)),
        caller_(caller),
        judge_(*caller.judge),
        shown_(run.model, caller, id) {
    for (const Record& row : run.data.rows[id])
      if (judge_.readable(row)) seen_.push_back(&row);
  }

  bool denied() const { return seen_.empty() && caller_.view->denied(id_, Verb::kRead); }
  const std::vector<const Record*>& seen() const { return seen_; }

  void list() {
    const std::size_t count = seen_.size();
    Ask ask{.path = path(), .headers = {"Prefer: count=exact"}};
    if (denied()) return this->ask("list", "", ask, refused());
    std::vector<Members> rows;
    for (const Record* row : seen_) rows.push_back(shown_.members(*row));
    this->ask("list", "the rows that READ grants, with the fields that they show", ask,
              {{200}, std::to_string(count) + " rows", [rows, count](const Answer& answer) {
                 if (auto wrong = compare_rows(answer, rows); !wrong.empty()) return wrong;
                 const auto range = answer.header("content-range");
                 return range.ends_with("/" + std::to_string(count))
                            ? std::string()
                            : "the count in Content-Range: " + std::string(range);
               }});
  }

  /// What one may not read may be no filter; what some rows show is null in the others.
  void filter_by_fields() {
    if (denied() || !shown_.keyed()) return;
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto id = static_cast<FieldId>(f);
      const auto& field = entity_.fields[f];
      if (field.is_relation() || field.is_unbuilt() || field.searched != model::kNoField || field.name.contains(' '))
        continue;
      const Ask ask{.path = path() + "?select=" + key_list(entity_) + "&" + field.name + "=not.is.null"};
      const auto* shown = caller_.view->field_shown(id_, id);
      if (shown == nullptr || field.hidden) {
        this->ask("filter", field.name + " is a field that the caller may not name", ask,
                  {{400}, "a filter on it is one on an unknown field", {}});
      } else if (!expr::is_true(*shown)) {
        this->ask("filter", field.name + " counts as null where it is not shown", ask,
                  rows_expected([&](const Record& row) { return !judge_.value(row, id).is_null(); }));
      }
    }
  }

  void get() {
    std::size_t shown = 0, hidden = 0, trashed = 0;
    for (const Record& row : run_.data.rows[id_]) {
      const bool readable = judge_.reachable(row);
      auto& count = readable ? shown : judge_.live(row) ? hidden : trashed;
      if (count++ >= kRowsEach) continue;
      const Ask ask{.path = row_path(run_.model, row)};
      if (denied())
        this->ask("get", "", ask, refused());
      else if (readable)
        this->ask("get", "a row that READ grants is shown" + nth(count), ask,
                  {{200}, "the row", [row = shown_.members(row)](const Answer& answer) {
                     return compare_rows(answer, {row});
                   }});
      else
        this->ask(
            "get",
            (judge_.live(row) ? "a row that READ does not grant is not found" : "a row in the trash is not found") +
                nth(count),
            ask, {{404}, "for this caller there is no such row", {}});
      if (denied()) return;
    }
  }

  void missing() {
    if (denied() || run_.data.spare[id_].empty()) return;
    ask("get", "a key that no row has is not found", {.path = row_path(run_.model, run_.data.spare[id_].front())},
        {{404}, "there is no such row", {}});
  }

  void trash() {
    if (!entity_.soft_delete()) return;
    std::vector<Members> rows;
    for (const Record& row : run_.data.rows[id_])
      if (judge_.in_trash(row)) rows.push_back(shown_.members(row));
    const bool may = !caller_.view->denied(id_, Verb::kPurge) || !caller_.view->denied(id_, Verb::kUpdate);
    Expected expected{{200}, std::to_string(rows.size()) + " rows of the trash", [rows](const Answer& answer) {
                        return compare_rows(answer, rows);
                      }};
    // Whom no rule could let restore or purge is refused; whether one could is more than who it is.
    if (rows.empty()) {
      expected.look = {};
      expected.statuses = may ? std::vector<int>{200, caller_.refused()} : std::vector<int>{caller_.refused()};
    }
    ask("trash", "the rows in it that the caller may restore or purge", {.path = path() + "/$trash"}, expected);
  }

  void history() {
    if (!entity_.audit || run_.data.rows[id_].empty()) return;
    for (const bool readable : {true, false})
      for (const Record& row : run_.data.rows[id_]) {
        if (judge_.reachable(row) != readable) continue;
        const Ask ask{.path = row_path(run_.model, row) + "/$history"};
        if (denied())
          this->ask("history", "", ask, refused());
        else if (readable)
          this->ask("history", "of a row that READ grants", ask, {{200}, "the row's history", {}});
        else
          this->ask("history", "of a row that READ does not grant is not found", ask,
                    {{404}, "for this caller there is no such row", {}});
        break;
      }
  }

  void relation(FieldId id) {
    const auto& field = entity_.fields[id];
    const auto& target = run_.model.entity(field.target);
    if (denied() || !shown_.keyed() || field.is_unbuilt() || caller_.view->field_shown(id_, id) == nullptr) return;
    if (target.unbuilt(Verb::kRead) != nullptr) return;
    const Ask ask{.path = path() + "?select=" + key_list(entity_) + "," + field.name + "(" + key_list(target) + ")"};
    const Reads of_target(run_, field.target, caller_);
    if (of_target.denied()) return this->ask("embed", field.name, ask, refused());
    if (!of_target.shown_.keyed()) return;
    std::vector<Members> rows;
    for (const Record* row : seen_) {
      Members members = shown_.key(*row);
      members[field.name] = embedded(*row, id, of_target);
      rows.push_back(std::move(members));
    }
    this->ask("embed", field.name + " leads to rows that READ grants", ask,
              {{200}, "of each row those of its " + field.name, [rows, name = field.name](const Answer& answer) {
                 return compare_rows(with_sorted(answer, name), rows);
               }});
  }

 private:
  static std::string nth(std::size_t count) { return count > 1 ? " (" + std::to_string(count) + ")" : ""; }

  std::string path() const { return "/api/" + entity_.plural; }

  Expected refused() const { return {{caller_.refused()}, "no rule grants the caller READ of any row", {}}; }

  void ask(const std::string& operation, const std::string& what, const Ask& ask, const Expected& expected) {
    run_.ask(entity_, operation + " as " + caller_.name + ": " + (what.empty() ? "is refused" : what), caller_, ask,
             expected);
  }

  template <class Test>
  Expected rows_expected(const Test& test) {
    std::vector<Members> rows;
    for (const Record* row : seen_)
      if (test(*row)) rows.push_back(shown_.key(*row));
    return {{200}, std::to_string(rows.size()) + " rows", [rows](const Answer& answer) {
              return compare_rows(answer, rows);
            }};
  }

  /// As JSON: an object, null, or a list in the order of its texts.
  std::string embedded(const Record& row, FieldId id, const Reads& target) {
    std::vector<std::string> texts;
    for (const Record* far : judge_.related(row, id)) {
      std::string text = "{";
      for (const auto key : target.entity_.key) {
        const auto& field = target.entity_.fields[key];
        text += (text.size() > 1 ? ",\"" : "\"") + field.name +
                "\":" + plain_json(json_of(field.type, judge_.value(*far, key)));
      }
      texts.push_back(text + "}");
    }
    if (entity_.fields[id].kind == model::FieldKind::kToOne) return texts.empty() ? "null" : texts.front();
    std::ranges::sort(texts);
    std::string list = "[";
    for (const auto& text : texts) list += (list.size() > 1 ? "," : "") + text;
    return list + "]";
  }

  TrialRun& run_;
  const EntityId id_;
  const model::Entity& entity_;
  TrialCaller& caller_;
  Judge& judge_;
  ShownRows shown_;
  std::vector<const Record*> seen_;
};

}  // namespace

void try_reads(TrialRun& run, EntityId entity) {
  if (run.model.entity(entity).unbuilt(Verb::kRead) != nullptr) return;
  for (auto& caller : run.callers) {
    Reads reads(run, entity, caller);
    reads.list();
    reads.filter_by_fields();
    reads.get();
    reads.missing();
    reads.trash();
    reads.history();
  }
}

void try_relations(TrialRun& run, EntityId entity) {
  const auto& of = run.model.entity(entity);
  if (of.unbuilt(Verb::kRead) != nullptr) return;
  for (auto& caller : run.callers) {
    Reads reads(run, entity, caller);
    for (std::size_t f = 0; f < of.fields.size(); ++f)
      if (of.fields[f].is_relation()) reads.relation(static_cast<FieldId>(f));
  }
}

}  // namespace bedplate::app
