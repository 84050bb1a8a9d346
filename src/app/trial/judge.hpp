#pragma once
// Judge: what one caller may see and do by the model's rules, evaluated row by row over the rows of a run by the
// evaluator that defines what rules mean (expr/evaluate.hpp): without a plan, without SQL and without what the server
// makes of rules. What the server answers is compared with it. Slow and plain on purpose. One thread; what it is made
// of outlives it.
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/trial/trial_data.hpp"
#include "engine/row_values.hpp"
#include "operation/principal.hpp"

namespace bedplate::app {

/// What must come of a write of one row.
struct Verdict {
  enum class Kind {
    kGranted,
    kNotFound,  ///< the row is none that the caller may read
    kRefused,   ///< the rules say no
    kHeld,      ///< the rules grant a delete, and a row refers to this one by RESTRICT
    kUnclear,   ///< not the rules alone decide: a constraint, a unique, a relation to what may not be read
  };
  Kind kind = Kind::kUnclear;
  std::string why;       ///< for people: the rule, or which part of which refuses
  bool skipped = false;  ///< kRefused: of a write by a filter the row as it is is none that is meant
};

class Judge {
 public:
  using Fields = std::span<const model::FieldId>;

  /// `now`, µs since 1970. A judge of a change lays it over `data` while it looks at it.
  Judge(const model::Model& model, TrialData& data, const operation::Principal& principal, std::int64_t now);
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  bool live(const Record& row) const;
  /// Granted READ and not in the trash.
  bool readable(const Record& row) { return live(row) && granted_read(row); }
  /// Readable, and its key is shown: a path leads to it.
  bool reachable(const Record& row) { return readable(row) && key_shown(row); }
  /// Listed by `$trash`: granted READ, and UPDATE of deletedAt or PURGE.
  bool in_trash(const Record& row);
  /// A row that may be read shows the field; says nothing of whether it may be read.
  bool shown(const Record& row, model::FieldId field);
  /// As the caller sees it: null where it is not shown.
  Cell value(const Record& row, model::FieldId field);
  /// Where the relation leads, as far as the caller sees.
  std::vector<const Record*> related(const Record& row, model::FieldId relation);

  /// `row` is not there yet; `given`: the fields that a client sends.
  Verdict create(const Record& row, Fields given);
  /// Whether the reply to its create would show the field.
  bool would_show(const Record& row, model::FieldId field);
  /// `row` is one of the data; `changed`: its cells afterwards.
  Verdict update(Record& row, const std::vector<Cell>& changed, Fields given);
  /// What `see(row)` says while the row is as `changed`.
  template <class See>
  auto laid_over(Record& row, const std::vector<Cell>& changed, const See& see) {
    const auto cells = std::exchange(row.cells, changed);
    auto seen = see(row);
    row.cells = cells;
    return seen;
  }
  Verdict remove(const Record& row);
  /// Out of the trash; what came along with the row, and a parent that is still in it, are left to the server.
  Verdict restore(Record& row);
  Verdict purge(const Record& row);

  /// As the system: TRUE, neither FALSE nor UNKNOWN.
  bool holds(const expr::Node& condition, const Record& row, const Record* before = nullptr) {
    return held(condition, row, before) == Held::kTrue;
  }
  bool in_tenant(const Record& row) const;
  /// As the system.
  Cell evaluate(const expr::Node& node, const Record& row, const Record* before = nullptr);

 private:
  /// Rows as the system sees them, or as the caller does.
  class Eyes final : public expr::Rows {
   public:
    Eyes(Judge& of, bool caller) : judge(of), is_caller(caller) {}
    Cell field(expr::Row row, const expr::Node& node) const override;
    expr::Row hop(expr::Row row, const expr::Node& node) const override;
    void related(expr::Row row, const expr::Node& node, std::vector<expr::Row>& out) const override;
    bool sees(const Record& far, bool live_alone) const;
    Judge& judge;
    const bool is_caller;
  };
  /// Three-valued truth; of a @deny UNKNOWN denies, of an @allow it does not allow.
  enum class Held { kTrue, kFalse, kUnknown };
  /// What each rule said of the row before a change.
  using Before = std::vector<Held>;
  struct Rules {
    const std::vector<model::Rule>& all;
    model::Verb verb;
    Fields fields;
    bool otherwise;  ///< without any @allow
  };

  Cell run(const expr::Node& node, const Record& row, const Record* before, const Eyes& eyes);
  bool granted_read(const Record& row);
  bool key_shown(const Record& row);
  bool granted(const Rules& rules, const Record& row);
  Held held(const expr::Node& condition, const Record& row, const Record* before = nullptr);
  Before before_of(const Rules& rules, const Record& row);
  struct Refusal {
    std::string why;      ///< empty: the rules grant it
    bool before = false;  ///< the row before decided that, whatever it becomes
  };
  Refusal refusal(const Rules& rules, const Before* before, const Record& row, const Record* old,
                  std::string& granting);
  Verdict change(Record& row, const std::vector<Cell>& changed, Fields given);
  Verdict changed(Record& row, const Record& old, Fields given, const Before& type, const std::vector<Before>& fields);
  std::vector<const Record*> targets(const Record& row, model::FieldId relation, const Eyes& eyes);
  std::size_t links(const Record& row, const Record& far, const model::Field& relation, const Eyes& eyes);
  std::optional<std::string> obstacle(const Record& row, Fields given);
  bool leads_somewhere(const Record& row, model::FieldId relation, Fields given);
  Verdict not_found(const Record& row, std::string elsewhere);
  bool clashes(const Record& row, Fields fields) const;
  Verdict without(const Record& row, model::Verb verb);
  /// Whether a row refers to it; `restricts`: so that it cannot be deleted.
  bool is_referred_to(const Record& row, bool restricts);

  const model::Model& model_;
  TrialData& data_;
  const operation::Principal& principal_;
  const engine::PrincipalFacts facts_;
  const engine::ModelRanks ranks_;
  const std::int64_t now_;
  const Eyes system_, caller_;
  Arena arena_;
};

}  // namespace bedplate::app
