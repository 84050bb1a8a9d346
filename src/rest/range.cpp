#include "rest/range.hpp"

namespace bedplate::rest {

std::string content_range(std::int64_t offset, std::int64_t rows, std::int64_t total) {
  std::string text = rows == 0 ? "*" : std::to_string(offset) + "-" + std::to_string(offset + rows - 1);
  text += '/';
  text += total < 0 ? "*" : std::to_string(total);
  return text;
}

Result<void> require_rows_from(std::int64_t offset, std::int64_t total) {
  if (total < 0 || offset <= 0 || offset < total) return {};
  return failure(Error(Reason::kRangeNotSatisfiable, "the requested range begins behind the last row")
                     .with_detail("an offset of " + std::to_string(offset) + " was requested, but there are " +
                                  std::to_string(total) + " rows"));
}

}  // namespace bedplate::rest
