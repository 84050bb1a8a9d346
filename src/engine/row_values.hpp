#pragma once
// What the C++ evaluator of rules reads: the values of one row, a principal's facts, the model's enums. Views; they
// live for one evaluation.
#include "engine/new_row.hpp"
#include "expr/evaluate.hpp"

namespace bedplate::engine {

/// One row without relations; `row` is any non-null pointer.
class RowValues final : public expr::Rows {
 public:
  explicit RowValues(std::span<const Cell> fields) : fields_(fields) {}
  Cell field(expr::Row, const expr::Node& field) const override { return fields_[field.member]; }
  expr::Row hop(expr::Row, const expr::Node&) const override { return nullptr; }
  void related(expr::Row, const expr::Node&, std::vector<expr::Row>&) const override {}

 private:
  std::span<const Cell> fields_;
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

}  // namespace bedplate::engine
