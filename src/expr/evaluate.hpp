#pragma once
// The evaluator that defines what expressions mean; SQL must agree with it cell by cell. Pure: reads rows through
// Rows, keeps new text in the Arena given. The result is a Cell in the canonical form of the node's type, null for
// UNKNOWN and for whatever has no value. Any thread.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/cell.hpp"
#include "base/interrupt.hpp"
#include "expr/tree.hpp"

namespace bedplate::expr {

/// A row of whoever implements Rows; null: no row, all of whose fields are null and which nothing is related to.
using Row = const void*;

class Rows {
 public:
  virtual ~Rows() = default;
  /// `field` is a kField: its entity and member. `row` is not null.
  virtual Cell field(Row row, const Node& field) const = 0;
  /// The row that the to-one relation of the kHop points to, or null.
  virtual Row hop(Row row, const Node& hop) const = 0;
  /// Appends the rows that the to-many relation `node.member` of `row` has.
  virtual void related(Row row, const Node& node, std::vector<Row>& out) const = 0;
};

/// The principal's answers.
class FactValues {
 public:
  virtual ~FactValues() = default;
  virtual bool holds(FactId fact) const = 0;
  virtual Cell value(FactId fact) const = 0;  ///< null where it does not hold
};

/// How enums are ordered.
class EnumRanks {
 public:
  virtual ~EnumRanks() = default;
  /// Position in declaration order; negative for an unknown value, which has no order (UNKNOWN).
  virtual int rank(std::uint16_t enumeration, std::string_view value) const = 0;
};

class JsonTexts;

/// What an expression is evaluated over. Only what it reads need be there.
struct Inputs {
  const Rows* rows = nullptr;
  Row row = nullptr;      ///< scope 0
  Row old_row = nullptr;  ///< its image before the write
  std::span<const Cell> slots;
  std::span<const Cell> aggregates;  ///< of the group of rows at hand
  const FactValues* facts = nullptr;
  const EnumRanks* enums = nullptr;
  std::int64_t now = 0;  ///< µs since 1970
  JsonTexts* json_texts = nullptr;
  Interrupt* interrupt = nullptr;  ///< told of loops over lists
};

Cell evaluate(const Node& node, const Inputs& inputs, Arena& arena);

/// TRUE alone: neither FALSE nor UNKNOWN.
bool is_satisfied(const Node& condition, const Inputs& inputs, Arena& arena);

}  // namespace bedplate::expr
