#include "store/store.hpp"

namespace bedplate::store {

Result<void> CapturedRows::add(std::span<const Cell> row) {
  BP_ASSERT(rows_ == 0 || row.size() == width_);
  width_ = row.size();
  std::size_t size = row.size() * sizeof(Cell);
  for (Cell cell : row) {
    if (cell.kind() == CellKind::kText || cell.kind() == CellKind::kBlob) {
      size += cell.as_bytes().size();
      if (size > left_) break;
      const auto bytes = arena_.copy(cell.as_bytes());
      cell = cell.kind() == CellKind::kText ? Cell::text(bytes) : Cell::blob(bytes);
    }
    cells_.push_back(cell);
  }
  if (size > left_)
    return failure(Error(Reason::kLimitExceeded, "The write touches too many rows at once.")
                       .with_hint("Narrow its filter, or write in several requests."));
  left_ -= size;
  ++rows_;
  return {};
}

rows::Recording recording_of(const sql::Program& program) {
  std::vector<rows::Shape> shapes;
  for (const auto& statement : program.statements)
    shapes.push_back({static_cast<std::uint16_t>(statement.columns.size()), statement.children});
  std::vector<std::uint16_t> others;
  if (program.count) others.push_back(*program.count);
  return rows::Recording(std::move(shapes), others);
}

}  // namespace bedplate::store
