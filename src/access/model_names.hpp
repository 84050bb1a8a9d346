#pragma once
// Inside access alone: what a model calls the ids in its conditions, for their text. Views the model.
#include "expr/describe.hpp"
#include "model/model.hpp"

namespace bedplate::access {

class ModelNames final : public expr::Names {
 public:
  explicit ModelNames(const model::Model& model) : model_(model) {}
  std::string_view member_name(model::EntityId entity, model::FieldId field) const override {
    return model_.field(entity, field).name;
  }
  expr::Fact fact_of(expr::FactId fact) const override { return model_.facts[fact]; }

 private:
  const model::Model& model_;
};

}  // namespace bedplate::access
