#pragma once
// Binding: where a statement's placeholders get their values in one run. Views the run's execution.
#include <cstdint>
#include <span>

#include "base/assert.hpp"
#include "base/cell.hpp"
#include "operation/principal.hpp"
#include "sql/program.hpp"

namespace bedplate::store {

struct Binding {
  std::span<const Cell> values;
  const operation::Principal& principal;
  std::int64_t now = 0;
};

/// The canonical value of a placeholder; `parent` is the parent statement's current row, empty where there is none.
inline Cell value_of(const sql::Bind& bind, const Binding& binding, std::span<const Cell> parent) {
  switch (bind.kind) {
    case sql::Bind::Kind::kSlot:
      BP_ASSERT(bind.index < binding.values.size());
      return binding.values[bind.index];
    case sql::Bind::Kind::kConstant:
      return bind.constant;
    case sql::Bind::Kind::kFact:
      return binding.principal.value(bind.index);
    case sql::Bind::Kind::kNow:
      return Cell::integer(binding.now);
    case sql::Bind::Kind::kParent:
      BP_ASSERT(bind.index < parent.size());
      return parent[bind.index];
  }
  return {};
}

}  // namespace bedplate::store
