#pragma once
// Oracle: what a read must answer, by definition and without plan, SQL or rewriting: rules are evaluated row by row,
// a field that a row does not show is null wherever it is named, a row that may not be read is not there, nor is one
// in the trash, but where a relation to one leads. Slow and plain on purpose. For one principal over one Data; both
// outlive it.
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "access/view.hpp"
#include "engine/row_values.hpp"
#include "operation/operation.hpp"
#include "oracle/data.hpp"
#include "render/program.hpp"

namespace bedplate::oracle {

struct Form {
  render::Options options;
  std::int64_t max_rows = 0;
};

struct Reply {
  std::optional<Reason> refused;
  std::string body;
  std::int64_t rows = 0, total = 0;
  bool more = false;
};

class Oracle {
 public:
  /// `view` says which names there are (what is never shown is absent), nothing else.
  Oracle(const model::Model& model, const Data& data, const operation::Principal& principal,
         const access::AccessView& view, std::int64_t now);

  Reply answer(const operation::Operation& operation, const Form& form);
  /// By the rules of READ, whether it is live or in the trash.
  bool readable(const Record& record);
  bool live(const Record& record) const;
  /// `$trash` lists it: the caller reads it, and may restore or purge it.
  bool in_trash(const Record& record);
  /// All that the caller may learn, by any question: every row that some reply can have, live, in the trash or behind
  /// one that needs it, with what its fields show and where its relations lead. Two Data of equal views must be told
  /// apart by no reply.
  std::string everything_seen();
  /// The row shows the field; says nothing of whether the row may be read.
  bool shown(const Record& record, FieldId field);

 private:
  /// Rows as the system sees them, or as the caller does.
  class Eyes final : public expr::Rows {
   public:
    Eyes(Oracle& of, bool caller) : oracle(of), is_caller(caller) {}
    Cell field(expr::Row row, const expr::Node& node) const override;
    expr::Row hop(expr::Row row, const expr::Node& node) const override;
    void related(expr::Row row, const expr::Node& node, std::vector<expr::Row>& out) const override;
    /// The system sees its tenant's rows, the caller those it may read; of several both see those that are live.
    bool sees(const Record& far, bool live_alone) const;
    Oracle& oracle;
    const bool is_caller;
  };
  using Records = std::vector<const Record*>;
  using SelectItem = operation::SelectItem;

  Cell evaluate(const expr::Node& node, const Record& record, const Eyes& eyes);
  bool granted(const std::vector<model::Rule>& rules, model::Verb verb, const Record& record, bool unless_narrowed,
               std::optional<FieldId> field);
  /// Whether it could be of some row, as far as the caller's facts say.
  bool possible(const std::vector<model::Rule>& rules, model::Verb verb, bool unless_narrowed,
                std::optional<FieldId> field) const;
  bool in_tenant(const Record& record) const;
  /// Targets of a relation; of one through an entity, those by rows between that `eyes` see.
  Records targets(const Record& record, FieldId relation, const Eyes& eyes);
  Records embedded(const Record& record, const operation::Embed& embed);
  /// Of `from` those that the query means; `with_trash`: be they in the trash.
  Records select(const operation::Query& query, Records from, bool with_trash = false);
  void sort(const operation::Query& query, Records& records);
  bool before(const operation::Query& query, const Record& a, const Record& b,
              const std::map<const Record*, std::vector<Cell>>& keys) const;
  std::optional<Reason> refusal(const operation::Query& query) const;
  std::optional<Reason> refusal(const expr::Node* node) const;
  std::optional<Reason> refusal(EntityId entity) const;
  bool trash_is_denied(EntityId entity) const;
  void follow(const Record& record, std::vector<const Record*>& seen);

  // Groups (oracle_groups.cpp). Those of a query are vectors of records that have the same values of what is selected.
  struct Value {
    Type type;
    Cell cell;
  };
  using Key = std::vector<Value>;
  std::vector<Records> groups(const operation::Query& query, const Records& records);
  /// What a record has of everything that is selected beside aggregates; `record` null: nothing.
  void key_of(const operation::Query& query, const Record* record, Key& key);
  Value value_of(const operation::Query& query, const SelectItem& item, const Record* record, const Records& group);
  std::optional<Value> member_value(const operation::Query& query, std::span<const std::string_view> path,
                                    const Records& group);
  Cell evaluate_over(const expr::Node& node, const operation::Query& query, const Records& group);
  Cell aggregate(const operation::Aggregate& aggregate, const Records& group);
  /// The rows that the to-one relation of each leads to.
  Records spread(const Records& group, const operation::Embed& embed);
  int compare(const Value& a, const Value& b) const;
  void group_members(const operation::Query& query, const Records& group, std::string& out);
  /// Rows of the reply: of a query that groups its rows their groups, else themselves.
  std::vector<std::string> replies(const operation::Query& query, const Records& from);
  template <class T>
  void cut(const operation::Query& query, std::vector<T>& made) const;

  /// `record` null: the row of a spread relation that shows nothing.
  void members(const operation::Query& query, const Record* record, std::string& out);
  void member(std::string_view name, bool null, const std::function<void()>& write, std::string& out);
  void value(const Type& type, Cell cell, std::string& out) const;

  const model::Model& model_;
  const Data& data_;
  const operation::Principal& principal_;
  const access::AccessView& view_;
  const engine::PrincipalFacts facts_;
  const engine::ModelRanks ranks_;
  const std::int64_t now_;
  const Eyes system_, caller_;
  bool beyond_ = false;  // some aggregate is beyond its type's range
  std::map<const Record*, bool> readable_;
  std::span<const Cell> slots_;
  render::Options options_;
  Arena arena_;
};

}  // namespace bedplate::oracle
