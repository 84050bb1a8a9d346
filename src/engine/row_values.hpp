#pragma once
// What the C++ evaluator of rules reads: the values of one row (and its image before the write), a principal's facts,
// the model's enums. Views; they live for one evaluation.
#include "expr/evaluate.hpp"
#include "model/model.hpp"
#include "operation/principal.hpp"

namespace bedplate::engine {

/// One row by field, without relations; `before` its image before the write, if it had one.
class RowValues final : public expr::Rows {
 public:
  explicit RowValues(std::span<const Cell> fields, std::span<const Cell> before = {})
      : fields_(fields), before_(before) {}
  expr::Row row() const { return &fields_; }
  expr::Row old_row() const { return before_.empty() ? nullptr : &before_; }

  Cell field(expr::Row row, const expr::Node& field) const override {
    return (*static_cast<const std::span<const Cell>*>(row))[field.member];
  }
  expr::Row hop(expr::Row, const expr::Node&) const override { return nullptr; }
  void related(expr::Row, const expr::Node&, std::vector<expr::Row>&) const override {}

 private:
  std::span<const Cell> fields_, before_;
};

class PrincipalFacts final : public expr::FactValues {
 public:
  explicit PrincipalFacts(const operation::Principal& principal) : principal_(principal) {}
  bool holds(expr::FactId fact) const override { return principal_.facts().test(fact); }
  Cell value(expr::FactId fact) const override { return principal_.value(fact); }

 private:
  const operation::Principal& principal_;
};

class ModelRanks final : public expr::EnumRanks {
 public:
  explicit ModelRanks(const model::Model& model) : model_(model) {}
  int rank(std::uint16_t enumeration, std::string_view value) const override {
    const auto& values = model_.enums[enumeration].values;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i].name == value) return static_cast<int>(i);
    return -1;
  }

 private:
  const model::Model& model_;
};

/// What conditions on one row of a write are evaluated with.
class RowConditions {
 public:
  RowConditions(const model::Model& model, const operation::Principal& principal, std::int64_t now,
                std::span<const Cell> fields, std::span<const Cell> before, std::span<const Cell> slots, Arena& arena)
      : values_(fields, before), facts_(principal), ranks_(model), slots_(slots), now_(now), arena_(arena) {}
  RowConditions(const RowConditions&) = delete;
  RowConditions& operator=(const RowConditions&) = delete;

  /// TRUE: neither FALSE nor UNKNOWN. `condition` reads nothing but the row, before and now.
  bool hold(const expr::Node& condition) const {
    return expr::is_satisfied(condition,
                              {.rows = &values_,
                               .row = values_.row(),
                               .old_row = values_.old_row(),
                               .slots = slots_,
                               .facts = &facts_,
                               .enums = &ranks_,
                               .now = now_},
                              arena_);
  }
  Arena& arena() const { return arena_; }

 private:
  RowValues values_;
  PrincipalFacts facts_;
  ModelRanks ranks_;
  std::span<const Cell> slots_;
  std::int64_t now_;
  Arena& arena_;
};

}  // namespace bedplate::engine
