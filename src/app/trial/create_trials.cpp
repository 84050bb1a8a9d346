// What each caller creates: of many drafts one of each kind of verdict.
#include <map>

#include "app/trial/trial_run.hpp"

namespace bedplate::app {
namespace {

using model::EntityId;
using model::Verb;
using Kind = Verdict::Kind;

constexpr std::size_t kDrafts = 150;

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
      if (verdict.kind == Kind::kGranted && is_better(caller)) run_.granted[id_] = {&caller, *draft};
      const std::string told = verdict.kind == Kind::kGranted ? "granted" : "refused, for " + verdict.why;
      chosen.try_emplace(told, std::move(*draft), std::move(verdict));
    }
    if (chosen.empty() && caller.view->denied(id_, Verb::kCreate))
      return run_.ask(entity_, "create as " + caller.name + ": is refused", caller, post_of(entity_, "{}"),
                      {{caller.refused()}, "no rule grants the caller CREATE of any row", {}});
    for (const auto& [told, each] : chosen) {
      const auto& [draft, verdict] = each;
      const bool fine = verdict.kind == Kind::kGranted;
      run_.ask(entity_, "create as " + caller.name + ": " + told, caller,
               post_of(entity_, body_of(entity_, draft.row.cells, draft.given)),
               {{fine ? 201 : caller.refused()}, (fine ? "granted by " : "refused: ") + verdict.why, {}});
    }
  }

 private:
  /// The first, and rather one who reads the type.
  bool is_better(const TrialCaller& caller) const {
    const auto* present = run_.granted[id_].caller;
    return present == nullptr || (present->view->denied(id_, Verb::kRead) && !caller.view->denied(id_, Verb::kRead));
  }

  TrialRun& run_;
  const EntityId id_;
  const model::Entity& entity_;
  const std::uint64_t seed_;
};

}  // namespace

void try_creates(TrialRun& run, EntityId entity) {
  if (run.model.entity(entity).unbuilt(Verb::kCreate) != nullptr) return;
  Creates creates(run, entity, run.seed);
  for (auto& caller : run.callers) creates.rules(caller);
}

}  // namespace bedplate::app
