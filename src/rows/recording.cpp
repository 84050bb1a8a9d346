#include "rows/recording.hpp"

#include "base/assert.hpp"

namespace bedplate::rows {

// Depth is that of the program's statements, which the plan bounds; an explicit stack keeps it off ours.
class Recording::Recorder {
 public:
  Recorder(Recording& into, Source& source) : into_(into), source_(source) {}

  Result<void> list(std::uint16_t root) {
    Cursor& cursor = into_.cursors_[root];
    BP_TRY_VOID(enter(root, nullptr, kNone));
    stack_.back().last = cursor.tail;
    while (!stack_.empty()) {
      Level& level = stack_.back();
      if (level.child < level.children()) {
        const std::uint16_t ordinal = level.child++;
        BP_TRY_VOID(enter(into_.statements_[level.statement].children[ordinal], &into_.lists_, level.lists + ordinal));
        continue;
      }
      const std::uint16_t statement = level.statement;
      BP_TRY(const Cell* cells, source_.next(statement));
      if (!cells) {
        stack_.pop_back();
        continue;
      }
      BP_TRY(const std::uint32_t row, copy(statement, cells));
      if (level.last != kNone)
        into_.rows_[level.last].next = row;
      else if (level.heads)
        (*level.heads)[level.head] = row;
      else
        cursor.head = row;
      level.last = row;
      if (!level.heads) cursor.tail = row;
      level.lists = into_.rows_[row].lists;
      level.shape = &into_.statements_[statement];
      level.child = 0;
    }
    return {};
  }

 private:
  struct Level {
    std::uint16_t statement;
    std::vector<std::uint32_t>* heads;  // where the list's first row is noted; null: the root's
    std::uint32_t head;
    std::uint32_t last = kNone;
    std::uint32_t lists = 0;
    const Shape* shape = nullptr;  // null until the first row
    std::uint16_t child = 0;
    std::uint16_t children() const { return shape ? static_cast<std::uint16_t>(shape->children.size()) : 0; }
  };

  Result<void> enter(std::uint16_t statement, std::vector<std::uint32_t>* heads, std::uint32_t head) {
    BP_TRY_VOID(source_.open(statement));
    stack_.push_back(Level{statement, heads, head});
    return {};
  }

  Result<std::uint32_t> copy(std::uint16_t statement, const Cell* cells) {
    const Shape& shape = into_.statements_[statement];
    Row row{static_cast<std::uint32_t>(into_.cells_.size()), static_cast<std::uint32_t>(into_.lists_.size())};
    std::size_t size = sizeof(Row) + shape.columns * sizeof(Cell) + shape.children.size() * sizeof(std::uint32_t);
    for (std::uint16_t i = 0; i < shape.columns; ++i) {
      Cell cell = cells[i];
      if (cell.kind() == CellKind::kText || cell.kind() == CellKind::kBlob) {
        size += cell.as_bytes().size();
        if (size > into_.left_) break;
        const auto bytes = into_.bytes_->copy(cell.as_bytes());
        cell = cell.kind() == CellKind::kText ? Cell::text(bytes) : Cell::blob(bytes);
      }
      into_.cells_.push_back(cell);
    }
    if (size > into_.left_)
      return failure(Error(Reason::kLimitExceeded, "The reply to this write is too large.")
                         .with_hint("Select fewer fields, or ask for return=minimal."));
    if (shape.columns == 0) into_.cells_.emplace_back();  // so that a row always has an address
    into_.left_ -= size;
    into_.lists_.insert(into_.lists_.end(), shape.children.size(), kNone);
    into_.rows_.push_back(row);
    return static_cast<std::uint32_t>(into_.rows_.size() - 1);
  }

  Recording& into_;
  Source& source_;
  std::vector<Level> stack_;
};

Recording::Recording(std::vector<Shape> statements, std::span<const std::uint16_t> others, std::size_t max_bytes)
    : statements_(std::move(statements)), roots_{0}, max_bytes_(max_bytes), left_(max_bytes) {
  roots_.insert(roots_.end(), others.begin(), others.end());
  clear();
}

void Recording::clear() {
  cursors_.assign(statements_.size(), {});
  rows_.clear();
  cells_.clear();
  lists_.clear();
  bytes_ = std::make_unique<Arena>(1024);
  left_ = max_bytes_;
  for (std::uint16_t i = 0; i < statements_.size(); ++i) {
    const auto& children = statements_[i].children;
    for (std::uint16_t k = 0; k < children.size(); ++k) {
      cursors_[children[k]].parent = i;
      cursors_[children[k]].ordinal = k;
    }
  }
}

Result<void> Recording::add(Source& source) {
  Recorder recorder(*this, source);
  for (const std::uint16_t root : roots_) BP_TRY_VOID(recorder.list(root));
  return {};
}

Result<void> Recording::open(std::uint16_t statement) {
  BP_ASSERT(statement < cursors_.size());
  Cursor& cursor = cursors_[statement];
  cursor.current = kNone;
  if (cursor.parent == 0xffff) {
    cursor.next = cursor.head;
    return {};
  }
  const std::uint32_t above = cursors_[cursor.parent].current;
  BP_ASSERT(above != kNone);
  cursor.next = lists_[rows_[above].lists + cursor.ordinal];
  return {};
}

Result<const Cell*> Recording::next(std::uint16_t statement) {
  Cursor& cursor = cursors_[statement];
  cursor.current = cursor.next;
  if (cursor.current == kNone) return nullptr;
  cursor.next = rows_[cursor.current].next;
  return cells_.data() + rows_[cursor.current].cells;
}

}  // namespace bedplate::rows
