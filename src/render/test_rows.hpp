#pragma once
// For tests: a Source without a store.
#include <map>
#include <vector>

#include "rows/source.hpp"

namespace bedplate::render {

/// Rows given by hand: of the root, and of a child the same below every row.
class TestRows final : public rows::Source {
 public:
  explicit TestRows(std::map<std::uint16_t, std::vector<std::vector<Cell>>> rows) : rows_(std::move(rows)) {}
  Result<void> open(std::uint16_t statement) override {
    at_[statement] = 0;
    return {};
  }
  Result<const Cell*> next(std::uint16_t statement) override {
    const auto& rows = rows_[statement];
    return at_[statement] < rows.size() ? rows[at_[statement]++].data() : nullptr;
  }

 private:
  std::map<std::uint16_t, std::vector<std::vector<Cell>>> rows_;
  std::map<std::uint16_t, std::size_t> at_;
};

}  // namespace bedplate::render
