#pragma once
// Function, Aggregate: what rules need and an embedded store lacks (exact decimals, our case folding, RE2), as pure
// functions over cells in canonical form. Tables of them are static; a store registers them by name when it opens.
// A result may point into an argument or into the call's `scratch`, which keeps its capacity from call to call. Any
// thread, one call at a time per Call.
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "base/cell.hpp"
#include "base/interrupt.hpp"

namespace bedplate::expr {
class JsonTexts;
}

namespace bedplate::sql {

/// What a function finds beside its arguments, whose bytes were told to `interrupt` already.
struct Call {
  std::string scratch;
  expr::JsonTexts* json_texts = nullptr;
  Interrupt* interrupt = nullptr;
};

struct Function {
  const char* name;  ///< `bp_…`
  int arity;         ///< -1: any
  Cell (*call)(std::span<const Cell> arguments, Call& call);
};

/// `state` is zeroed memory of `state_size` bytes, aligned for anything, trivially destructible; null in `finish`
/// when there was no row. No result: it is beyond its type's range, which is the statement's error.
struct Aggregate {
  const char* name;
  int arity;
  std::size_t state_size;
  void (*step)(void* state, std::span<const Cell> arguments);
  std::optional<Cell> (*finish)(const void* state, std::string& scratch);
};

/// Three-way comparison of two texts: <0, 0, >0; a total order.
struct Collation {
  const char* name;
  int (*compare)(std::string_view a, std::string_view b);
};

}  // namespace bedplate::sql
