#pragma once
// RowStream: the rows of a read as lines, written a slice at a time into a buffer that its caller empties between two,
// so that memory stays flat however many there are. One session's loop; ends before the session, the operation, the
// principal and the buffer it was made with.
#include <memory>
#include <string>

#include "base/cancel.hpp"
#include "engine/templates.hpp"
#include "render/lines.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

struct StreamForm {
  render::Options options;
  render::LineForm lines = render::LineForm::kNdjson;
  CancelToken cancel;                         ///< the caller went away
  const operation::Caller* caller = nullptr;  ///< as ReplyForm's
};

class RowStream {
 public:
  /// Appends the next slice. False: that was the last. After a failure the stream is only to be destroyed.
  Task<Result<bool>> next();
  /// Rows written so far.
  std::int64_t rows() const { return writer_.rows(); }
  /// With a count asked for, after the first slice; else -1.
  std::int64_t total() const { return rows_->total(); }

 private:
  friend class Session;
  RowStream(std::shared_ptr<Template> found, std::unique_ptr<store::RowStream> rows, const StreamForm& form,
            std::size_t max_bytes, std::string& out);

  std::shared_ptr<Template> template_;
  render::LineWriter writer_;
  std::unique_ptr<store::RowStream> rows_;
};

}  // namespace bedplate::engine
