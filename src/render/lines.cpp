#include "render/lines.hpp"

namespace bedplate::render {

// A CSV ends without a line's end, as PostgREST's does; each line of NDJSON has one.
Result<bool> LineWriter::slice(rows::Source& source) {
  const bool csv = request_.form == LineForm::kCsv;
  if (csv && !begun_) writer_.csv_header();
  begun_ = true;
  while (out_.size() - begin_ < request_.slice) {
    BP_TRY(const Cell* cells, source.next(0));
    if (cells == nullptr) return false;
    ++rows_;
    if (csv) {
      out_ += '\n';
      BP_TRY_VOID(writer_.csv(source, cells));
    } else {
      BP_TRY_VOID(writer_.object(source, 0, cells));
      out_ += '\n';
    }
    BP_TRY_VOID(writer_.check_size());
  }
  return true;
}

}  // namespace bedplate::render
