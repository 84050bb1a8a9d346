#pragma once
// The statements on bp_idempotency, where replies of writes under an Idempotency-Key are kept. Pure.
#include "sql/program.hpp"

namespace bedplate::sql {

/// The program's statements and the slots of each.
struct IdempotencyProgram {
  /// [scope, request, instant, expired]: makes the scope this write's; one row if it is. A row made at or before
  /// `expired` is as none.
  static constexpr std::uint16_t kClaim = 0;
  /// [scope] → request, status, head, body.
  static constexpr std::uint16_t kFind = 1;
  /// [scope, status, head, body]
  static constexpr std::uint16_t kKeep = 2;
  /// [expired]: forgets some of the rows made until then.
  static constexpr std::uint16_t kSweep = 3;
};

Program compile_idempotency(const model::Model& model, Dialect dialect, std::uint64_t id);

}  // namespace bedplate::sql
