#pragma once
// Image: a made-up row with the numbers of the rows that it refers to, and how expressions read it. Inside seed alone.
#include <cstdint>
#include <span>

#include "expr/evaluate.hpp"
#include "model/model.hpp"

namespace bedplate::seed {

struct Image {
  static constexpr std::int64_t kNone = -1;
  std::size_t step = 0;             ///< of the plan
  std::uint64_t index = 0;          ///< of the row within it
  std::span<Cell> cells;            ///< by field; null where nothing is stored
  std::span<std::int64_t> parents;  ///< by field: the row that a to-one leads to, or kNone
};

/// Enums by declaration.
class Ranks final : public expr::EnumRanks {
 public:
  explicit Ranks(const model::Model& model) : model_(model) {}
  int rank(std::uint16_t enumeration, std::string_view value) const override {
    const auto& values = model_.enums[enumeration].values;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i].name == value) return static_cast<int>(i);
    return -1;
  }

 private:
  const model::Model& model_;
};

}  // namespace bedplate::seed
