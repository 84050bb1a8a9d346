#pragma once
// SliceVisitor: consumes the rows of a stream a slice at a time, where a Visitor takes them all at once. Between two
// slices nothing of it runs; they come one after the other, each possibly on another thread.
#include "rows/source.hpp"

namespace bedplate::rows {

class SliceVisitor {
 public:
  virtual ~SliceVisitor() = default;
  /// Reads on in statement 0, which is open, and in the children of its rows. True: it has enough for now; false: it
  /// came to the source's end. A store may call it several times for one slice, with
  /// the next part of the rows each.
  virtual Result<bool> slice(Source& source) = 0;
};

}  // namespace bedplate::rows
