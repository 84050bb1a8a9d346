#pragma once
// WriteValues: the slots of a write's steps and of its returning program, with the integer key that the store gave
// put in its place. Views the execution; copies a span only where a key must be written into it. One thread.
#include <optional>
#include <span>
#include <vector>

#include "rows/recording.hpp"
#include "store/store.hpp"

namespace bedplate::store {

class WriteValues {
 public:
  explicit WriteValues(const WriteExecution& execution) : execution_(execution) {}

  bool has_sequence() const { return execution_.sequence_slot != 0xffff; }
  void set_sequence(std::int64_t key) { key_ = key; }
  /// Valid until the next call.
  std::span<const Cell> of_step(std::size_t step) { return with_key(execution_.steps[step].values); }
  std::span<const Cell> returning() { return with_key(execution_.returning_values); }

 private:
  std::span<const Cell> with_key(std::span<const Cell> values) {
    if (!key_ || execution_.sequence_slot >= values.size()) return values;
    copy_.assign(values.begin(), values.end());
    copy_[execution_.sequence_slot] = Cell::integer(*key_);
    return copy_;
  }

  const WriteExecution& execution_;
  std::optional<std::int64_t> key_;
  std::vector<Cell> copy_;
};

/// What a Recording must know of a program.
inline std::vector<rows::Shape> shapes_of(const sql::Program& program) {
  std::vector<rows::Shape> shapes;
  for (const auto& statement : program.statements)
    shapes.push_back({static_cast<std::uint16_t>(statement.columns.size()), statement.children});
  return shapes;
}
/// The roots beside statement 0: the count.
inline std::vector<std::uint16_t> other_roots(const sql::Program& program) {
  if (program.count) return {*program.count};
  return {};
}

}  // namespace bedplate::store
