#pragma once
// Recording: rows copied out of a Source, to be read again later as a Source of their own: what a writer's thread
// read inside its transaction is written into the reply on the loop after the commit. Owns its bytes; one thread at
// a time. A flat tree: no allocation per row beyond its arrays' growth.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/arena.hpp"
#include "rows/source.hpp"

namespace bedplate::rows {

/// What a Recording must know of a program's statement.
struct Shape {
  std::uint16_t columns = 0;
  std::vector<std::uint16_t> children;
};

class Recording final : public Source {
 public:
  /// Of a program's `statements`, whose roots are statement 0 and `others`. More than `max_bytes` of rows is
  /// kLimitExceeded.
  explicit Recording(std::vector<Shape> statements, std::span<const std::uint16_t> others = {},
                     std::size_t max_bytes = 64u << 20);
  /// Copies every row of the roots and of all below them, after those that are here already.
  Result<void> add(Source& source);
  /// Forgets the rows.
  void clear();
  /// Bytes of the rows, about.
  std::size_t held() const { return max_bytes_ - left_; }
  bool empty() const { return rows_.empty(); }

  Result<void> open(std::uint16_t statement) override;
  Result<const Cell*> next(std::uint16_t statement) override;

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  struct Row {
    std::uint32_t cells = 0;     // index of the first
    std::uint32_t lists = 0;     // index of the head of the first child's list
    std::uint32_t next = kNone;  // the next row of the same list
  };
  struct Cursor {
    std::uint16_t parent = 0xffff;
    std::uint16_t ordinal = 0;                 // among the parent's children
    std::uint32_t head = kNone, tail = kNone;  // of a root's list
    std::uint32_t current = kNone, next = kNone;
  };
  class Recorder;

  std::vector<Shape> statements_;
  std::vector<std::uint16_t> roots_;
  std::size_t max_bytes_, left_;
  std::vector<Cursor> cursors_;
  std::vector<Row> rows_;
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> lists_;  // first row of each list, or kNone
  std::unique_ptr<Arena> bytes_;
};

}  // namespace bedplate::rows
