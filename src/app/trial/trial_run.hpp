#pragma once
// TrialRun: one run of `bedplate test`: what is asked of which server as whom, and what came of it. A trial is one
// request with the answer that the rules want. One thread.
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/project/world.hpp"
#include "app/trial/callers.hpp"
#include "app/trial/client.hpp"
#include "app/trial/draft_row.hpp"

namespace bedplate::app {

struct TrialResult {
  std::string type, name;  ///< `Order`; `Order.update as STAFF: status: a check`
  bool passed = false;
  double seconds = 0;
  // Of one that failed.
  std::string expected, answered;  ///< a line each
  std::string body;                ///< of the answer, its beginning
  std::string curl;                ///< what repeats it
};

struct Expected {
  std::vector<int> statuses;
  std::string because;
  /// What is wrong with an answer of these statuses; empty: nothing. May be empty itself.
  std::function<std::string(const Answer&)> look;
};

/// A row that the rules let a caller create.
struct GrantedRow {
  TrialCaller* caller = nullptr;  ///< null: none was found
  DraftRow draft;
};

/// A row of which the rules let a caller change a field.
struct GrantedField {
  TrialCaller* caller = nullptr;
  Record* row = nullptr;
};

class TrialRun {
 public:
  TrialRun(const model::Model& model, TrialData& data, std::deque<TrialCaller>& callers, TrialClient& client,
           std::uint64_t seed, std::string filter, const Clock& clock)
      : model(model),
        data(data),
        callers(callers),
        seed(seed),
        granted(model.entities.size()),
        client_(client),
        filter_(std::move(filter)),
        clock_(clock) {}
  TrialRun(const TrialRun&) = delete;
  TrialRun& operator=(const TrialRun&) = delete;

  const model::Model& model;
  TrialData& data;
  std::deque<TrialCaller>& callers;
  const std::uint64_t seed;
  std::vector<GrantedRow> granted;  ///< by EntityId
  std::map<std::pair<model::EntityId, model::FieldId>, GrantedField> changeable;
  Arena arena{16 * 1024};  ///< of values that are made up on the way

  /// `what`: behind the type's name. Nothing is asked where the filter leaves the trial out or the server is gone.
  void ask(const model::Entity& entity, const std::string& what, const TrialCaller& caller, Ask ask,
           const Expected& expected);
  /// The answer to something that is no trial itself; of a server that is gone one without a status.
  Answer look(const TrialCaller& caller, Ask ask);

  const std::vector<TrialResult>& results() const { return results_; }
  /// Why no further answer came; none: the server is there.
  const std::optional<Error>& gone() const { return gone_; }

 private:
  TrialClient& client_;
  const std::string filter_;
  const Clock& clock_;
  std::vector<TrialResult> results_;
  std::optional<Error> gone_;
};

/// Names are the model's and need no escapes; `of`: key fields, `id` or `order,product`.
std::string key_list(const model::Entity& entity);
/// Values that rows of the type have, there or not; of an enum and a Boolean all.
std::vector<Cell> values_of(const TrialRun& run, model::EntityId entity, model::FieldId field);
/// `/api/orders/7`
std::string row_path(const model::Model& model, const Record& row);
/// As a member of a body or a reply.
std::string json_of(const Type& type, Cell cell);
/// `{"status": "PAID"}` of `fields`.
std::string body_of(const model::Entity& entity, const std::vector<Cell>& cells,
                    std::span<const model::FieldId> fields);
Ask post_of(const model::Entity& entity, std::string body);
/// Of a write that is judged and done, and leaves no trace.
inline constexpr const char* kRolledBack = "Prefer: tx=rollback";

// The trials of one type, in order of a run.
void try_reads(TrialRun& run, model::EntityId entity);
void try_relations(TrialRun& run, model::EntityId entity);
void try_creates(TrialRun& run, model::EntityId entity);
void try_updates(TrialRun& run, model::EntityId entity);
void try_deletes(TrialRun& run, model::EntityId entity);
/// What fields may hold: of a row that somebody may create, else of one that somebody may change.
void try_values(TrialRun& run, model::EntityId entity);
/// Changes and deletes of all rows.
void try_filters(TrialRun& run, model::EntityId entity);
void try_upserts(TrialRun& run, model::EntityId entity);
/// Of a type with a trash.
void try_trash(TrialRun& run, model::EntityId entity);
/// Writes that stay: behind all others of a run, since the judge knows nothing of them.
void try_repeats(TrialRun& run, model::EntityId entity);

}  // namespace bedplate::app
