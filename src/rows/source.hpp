#pragma once
// Source: the rows of a program, pulled depth first by whoever writes the reply. The root is statement 0; for each
// row a consumer opens whichever children it wants, in any order, and reads each to its end before the next row of
// the parent. Valid only inside Visitor::visit; cells until the next call for the same statement; one thread.
#include <cstdint>

#include "base/cell.hpp"
#include "base/result.hpp"

namespace bedplate::rows {

class Source {
 public:
  virtual ~Source() = default;
  /// Starts `statement` over, below the current rows of its ancestors.
  virtual Result<void> open(std::uint16_t statement) = 0;
  /// The next row's cells (as many as the statement has columns), in canonical form; null after the last.
  virtual Result<const Cell*> next(std::uint16_t statement) = 0;
};

/// Consumes the rows of one execution. Never suspends. An embedded store runs it inline, or, where the execution turns
/// out to be long, drops that run and calls it again on another thread while its owner waits: each visit starts over.
class Visitor {
 public:
  virtual ~Visitor() = default;
  virtual Result<void> visit(Source& source) = 0;
};

}  // namespace bedplate::rows
