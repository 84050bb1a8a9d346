#include "render/json.hpp"

#include "operation/cursor.hpp"

namespace bedplate::render {

Result<void> JsonVisitor::visit(rows::Source& source) {
  out_.resize(begin_);  // a store may have dropped an earlier visit
  rows_ = 0;
  total_ = -1;
  more_ = false;
  first_place_.clear();
  page_place_.clear();
  begins_.clear();
  BP_TRY_VOID(source.open(0));
  const bool brackets = request_.body && request_.shape == Shape::kList;
  if (brackets) out_ += '[';
  while (true) {
    BP_TRY(const Cell* cells, source.next(0));
    if (cells == nullptr) break;
    if (request_.max_rows > 0 && rows_ == request_.max_rows) {
      more_ = true;
      break;
    }
    if (request_.version && rows_ == 0) version_ = cells[*request_.version].as_integer();
    ++rows_;
    note_place(cells);
    if (!request_.body || (request_.shape == Shape::kObject && rows_ > 1)) continue;
    if (rows_ > 1) out_ += ',';
    if (request_.backwards) begins_.push_back(out_.size());
    BP_TRY_VOID(writer_.object(source, 0, cells));
    BP_TRY_VOID(writer_.check_size());
  }
  if (begins_.size() > 1) turn_round();
  if (brackets) out_ += ']';
  if (!request_.count_statement) return {};
  BP_TRY_VOID(source.open(*request_.count_statement));
  BP_TRY(const Cell* counted, source.next(*request_.count_statement));
  BP_ASSERT(counted != nullptr);
  total_ = counted[0].as_integer();
  return {};
}

void JsonVisitor::note_place(const Cell* cells) {
  if (request_.places.empty() || (rows_ != 1 && rows_ != request_.page)) return;
  std::string place;
  for (const auto column : request_.places) operation::append_place(place, cells[column]);
  if (rows_ == 1) first_place_ = place;
  if (rows_ == request_.page) page_place_ = std::move(place);
}

/// The rows' texts, which have a comma between them, the last first.
void JsonVisitor::turn_round() {
  std::string turned;
  turned.reserve(out_.size() - begins_.front());
  std::size_t end = out_.size();
  for (auto begin = begins_.rbegin(); begin != begins_.rend(); ++begin) {
    if (!turned.empty()) turned += ',';
    turned.append(out_, *begin, end - *begin);
    end = *begin - 1;
  }
  out_.replace(begins_.front(), std::string::npos, turned);
}

}  // namespace bedplate::render
