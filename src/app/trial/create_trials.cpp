// What each caller creates: of many drafts one of each kind of verdict; and the values that a field takes and refuses,
// sent by a caller for whom the rules grant the row.
#include <algorithm>
#include <map>

#include "app/trial/boundaries.hpp"
#include "app/trial/draft_row.hpp"
#include "app/trial/trial_run.hpp"
#include "base/scalar.hpp"
#include "json/document.hpp"

namespace bedplate::app {
namespace {

using model::EntityId;
using model::FieldId;
using model::Verb;
using Kind = Verdict::Kind;

constexpr std::size_t kDrafts = 150;

/// One that the rules grant, and who sends it.
struct Granted {
  TrialCaller* caller = nullptr;
  DraftRow draft;
};

Ask post(const model::Entity& entity, std::string body) {
  return {.method = "POST", .path = "/api/" + entity.plural, .headers = {kRolledBack}, .body = std::move(body)};
}

/// That an error names the field.
std::function<std::string(const Answer&)> names_field(const std::string& name) {
  return [name](const Answer& answer) -> std::string {
    const auto body = json::Document::parse(answer.body);
    const auto* errors = body ? body->root().find("errors") : nullptr;
    if (errors != nullptr)
      for (const auto& each : errors->children)
        if (each.string("path") == name) return {};
    return std::to_string(answer.status) + ", but no entry of `errors` is of " + name;
  };
}

class Creates {
 public:
  Creates(TrialRun& run, EntityId id, std::uint64_t seed)
      : run_(run), id_(id), entity_(run.model.entity(id)), seed_(seed) {}

  void rules(TrialCaller& caller) {
    Drafts drafts(run_.model, run_.data, caller, id_, seed_);
    std::map<std::string, std::pair<DraftRow, Verdict>> chosen;
    for (std::size_t i = 0; i < kDrafts; ++i) {
      auto draft = drafts.next(run_.arena);
      if (!draft) break;
      auto verdict = caller.judge->create(draft->row, draft->given);
      if (verdict.kind == Kind::kUnclear) continue;
      if (verdict.kind == Kind::kGranted && is_better(caller)) granted_ = {&caller, *draft};
      const std::string told = verdict.kind == Kind::kGranted ? "granted" : "refused, for " + verdict.why;
      chosen.try_emplace(told, std::move(*draft), std::move(verdict));
    }
    if (chosen.empty() && caller.view->denied(id_, Verb::kCreate))
      return run_.ask(entity_, "create as " + caller.name + ": is refused", caller, post(entity_, "{}"),
                      {{caller.refused()}, "no rule grants the caller CREATE of any row", {}});
    for (const auto& [told, each] : chosen) {
      const auto& [draft, verdict] = each;
      const bool fine = verdict.kind == Kind::kGranted;
      run_.ask(entity_, "create as " + caller.name + ": " + told, caller,
               post(entity_, body_of(entity_, draft.row.cells, draft.given)),
               {{fine ? 201 : caller.refused()}, (fine ? "granted by " : "refused: ") + verdict.why, {}});
    }
  }

  void values() {
    if (granted_.caller == nullptr) return;
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto id = static_cast<FieldId>(f);
      const auto& field = entity_.fields[f];
      if (!granted_.caller->view->is_writable(id_, id, Verb::kCreate) || field.is_unbuilt() || field.in_key) continue;
      if (field.relation != model::kNoField || !field.is_column()) continue;
      for (const auto& boundary : boundaries_of(run_.model, field)) value(id, boundary);
    }
    taken();
  }

 private:
  /// The first, and rather one who reads the type.
  bool is_better(const TrialCaller& caller) const {
    return granted_.caller == nullptr ||
           (granted_.caller->view->denied(id_, Verb::kRead) && !caller.view->denied(id_, Verb::kRead));
  }

  void value(FieldId id, const Boundary& boundary) {
    const auto& field = entity_.fields[id];
    TrialCaller& caller = *granted_.caller;
    DraftRow draft = granted_.draft;
    if (std::ranges::find(draft.given, id) == draft.given.end()) draft.given.push_back(id);
    if (boundary.fits) {
      const auto cell = cell_of(field.type, boundary.json, run_.arena);
      if (!cell) return;
      draft.row.cells[id] = *cell;
      // The rules, or the type's constraints, may want another value.
      if (caller.judge->create(draft.row, draft.given).kind != Kind::kGranted) return;
    }
    std::vector<FieldId> others;
    for (const auto each : draft.given)
      if (each != id) others.push_back(each);
    std::string body = body_of(entity_, draft.row.cells, others);
    body.pop_back();
    body += (others.empty() ? "\"" : ", \"") + field.name + "\": " + boundary.json + "}";
    const std::string what = "value of " + field.name + ": " + boundary.name;
    if (boundary.fits)
      run_.ask(entity_, what + " is taken", caller, post(entity_, std::move(body)),
               {{201}, "the field may hold it", {}});
    else
      run_.ask(entity_, what + " is refused", caller, post(entity_, std::move(body)),
               {{400}, "the field may not hold it, and the error says which it is", names_field(field.name)});
  }

  /// A row has the value already where no two may.
  void taken() {
    TrialCaller& caller = *granted_.caller;
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto id = static_cast<FieldId>(f);
      if (!entity_.fields[f].unique || !caller.view->is_writable(id_, id, Verb::kCreate)) continue;
      const auto other = std::ranges::find_if(run_.data.rows[id_], [&](const Record& row) {
        return caller.judge->live(row) && caller.judge->in_tenant(row) && !row.cells[id].is_null();
      });
      if (other == run_.data.rows[id_].end()) continue;
      DraftRow draft = granted_.draft;
      if (std::ranges::find(draft.given, id) == draft.given.end()) draft.given.push_back(id);
      // With a value of its own the rules grant it, so that only the value can be at fault.
      draft.row.cells[id] = other->cells[id];
      run_.ask(entity_, "value of " + entity_.fields[f].name + ": one that another row has is a conflict", caller,
               post(entity_, body_of(entity_, draft.row.cells, draft.given)),
               {{409}, "another row has it, and no two may", {}});
    }
  }

  TrialRun& run_;
  const EntityId id_;
  const model::Entity& entity_;
  const std::uint64_t seed_;
  Granted granted_;
};

}  // namespace

void try_creates(TrialRun& run, EntityId entity) {
  if (run.model.entity(entity).unbuilt(Verb::kCreate) != nullptr) return;
  Creates creates(run, entity, run.seed);
  for (auto& caller : run.callers) creates.rules(caller);
  creates.values();
}

}  // namespace bedplate::app
