// Changes and deletes by a filter that means every row: they skip what the rules do not grant of a row as it is, and
// are refused whole where a row becomes one that they do not cover.
#include <algorithm>

#include "app/trial/trial_run.hpp"
#include "expr/visit.hpp"

namespace bedplate::app {
namespace {

using model::EntityId;
using model::FieldId;
using model::Verb;
using Kind = Verdict::Kind;

class Filters {
 public:
  Filters(TrialRun& run, EntityId id, TrialCaller& caller)
      : run_(run), id_(id), entity_(run.model.entity(id)), caller_(caller), judge_(*caller.judge) {}

  /// One that changes rows, one that is refused.
  void update() {
    if (caller_.view->denied(id_, Verb::kUpdate) || reads_siblings(Verb::kUpdate)) return;
    bool changed = false, refused = false;
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto id = static_cast<FieldId>(f);
      if (!is_free(id)) continue;
      for (const Cell value : values_of(run_, id_, id)) {
        const auto rows = meant(id, value);
        if (!rows || (*rows == kRefused ? refused : changed || *rows == 0)) continue;
        (*rows == kRefused ? refused : changed) = true;
        Ask ask = all("PATCH");
        ask.body = "{\"" + entity_.fields[f].name + "\": " + json_of(entity_.fields[f].type, value) + "}";
        if (*rows == kRefused)
          this->ask("update", entity_.fields[f].name + " of all rows: refused", ask,
                    {{caller_.refused()}, "a row becomes one that no @allow covers", {}});
        else
          this->ask("update", entity_.fields[f].name + " of all rows that the rules grant", ask,
                    count(*rows, {200, 204}));
      }
    }
  }

  void remove() {
    if (caller_.view->denied(id_, Verb::kDelete) || caller_.view->denied(id_, Verb::kRead)) return;
    std::int64_t rows = 0;
    bool held = false;
    for (const Record& row : run_.data.rows[id_]) {
      const auto verdict = judge_.remove(row);
      const bool referred = verdict.kind == Kind::kUnclear || verdict.kind == Kind::kHeld;
      rows += verdict.kind == Kind::kGranted || referred ? 1 : 0;
      held = held || referred;
    }
    Expected expected = count(rows, held ? std::vector<int>{200, 204, 409} : std::vector<int>{200, 204});
    if (held)
      expected.look = [look = expected.look](const Answer& answer) { return answer.status == 409 ? "" : look(answer); };
    ask("delete", "all rows that the rules grant", all("DELETE"), expected);
  }

 private:
  static constexpr std::int64_t kRefused = -1;

  /// Its values alone decide whether a row may have them.
  bool is_free(FieldId id) const {
    const auto& field = entity_.fields[id];
    if (field.in_key || field.unique || field.is_unbuilt() || !field.is_column()) return false;
    const bool in_unique = std::ranges::any_of(entity_.indexes, [&](const model::Index& index) {
      return index.unique && std::ranges::find(index.fields, id) != index.fields.end();
    });
    return !in_unique && caller_.view->is_writable(id_, id, Verb::kUpdate);
  }

  /// Whether a rule looks at other rows of the type: they change too.
  bool reads_siblings(Verb verb) const {
    const auto reads = [&](const std::vector<model::Rule>& rules) {
      return std::ranges::any_of(rules, [&](const model::Rule& rule) {
        const auto sibling = [&](const expr::Node& node) {
          return (expr::is_relation(node.op) && node.entity == id_) ||
                 (node.op == expr::Op::kField && run_.model.field(node.entity, node.member).computed != nullptr);
        };
        return (rule.verbs.has(verb) || rule.verbs.has(Verb::kRead)) &&
               (expr::any_node(*rule.when, sibling) || (rule.check != nullptr && expr::any_node(*rule.check, sibling)));
      });
    };
    return reads(entity_.rules) ||
           std::ranges::any_of(entity_.fields, [&](const model::Field& field) { return reads(field.rules); });
  }

  /// How many rows change, or kRefused; none: more than the rules decides.
  std::optional<std::int64_t> meant(FieldId field, Cell value) {
    std::int64_t rows = 0;
    bool refused = false;
    for (Record& row : run_.data.rows[id_]) {
      auto cells = row.cells;
      cells[field] = value;
      const FieldId given[] = {field};
      const auto verdict = judge_.update(row, cells, given);
      if (verdict.kind == Kind::kUnclear) return std::nullopt;
      rows += verdict.kind == Kind::kGranted ? 1 : 0;
      refused = refused || (verdict.kind == Kind::kRefused && !verdict.skipped);
    }
    return refused ? kRefused : rows;
  }

  Ask all(const std::string& method) const {
    return {.method = method,
            .path = "/api/" + entity_.plural + "?" + entity_.fields[entity_.key[0]].name + "=not.is.null",
            .headers = {kRolledBack, "Prefer: count=exact"},
            .body = {}};
  }

  static Expected count(std::int64_t rows, std::vector<int> statuses) {
    return {std::move(statuses), std::to_string(rows) + " rows", [rows](const Answer& answer) -> std::string {
              const auto range = answer.header("content-range");
              return range.ends_with("/" + std::to_string(rows)) ? "" : "Content-Range: " + std::string(range);
            }};
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

}  // namespace

void try_filters(TrialRun& run, EntityId id) {
  const auto& entity = run.model.entity(id);
  // A write of many rows names no version.
  if (entity.unbuilt(Verb::kRead) != nullptr || entity.version_required) return;
  for (auto& caller : run.callers) {
    if (caller.view->field_shown(id, entity.key[0]) == nullptr) continue;
    if (entity.unbuilt(Verb::kUpdate) == nullptr) Filters(run, id, caller).update();
    if (entity.unbuilt(Verb::kDelete) == nullptr) Filters(run, id, caller).remove();
  }
}

}  // namespace bedplate::app
