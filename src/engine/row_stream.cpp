#include "engine/row_stream.hpp"

#include "engine/session.hpp"

namespace bedplate::engine {

RowStream::RowStream(std::shared_ptr<Template> found, std::unique_ptr<store::RowStream> rows, const StreamForm& form,
                     std::size_t max_bytes, std::string& out)
    : template_(std::move(found)),
      writer_(template_->rendering(form.options), {.form = form.lines, .max_bytes = max_bytes}, out),
      rows_(std::move(rows)) {}

Task<Result<bool>> RowStream::next() {
  writer_.begin_slice();
  co_return co_await rows_->advance(writer_);
}

Result<std::unique_ptr<RowStream>> Session::stream(const operation::Operation& operation,
                                                   const operation::Principal& principal, const StreamForm& form,
                                                   std::string& out) {
  BP_TRY(auto found, templates_.find(operation, principal));
  const store::Execution execution{.program = found->reading,
                                   .values = operation.values,
                                   .principal = principal,
                                   .now = clock_.now(),
                                   .cancel = form.cancel,
                                   .caller = form.caller};
  BP_TRY(auto rows, store_->stream(execution));
  return std::unique_ptr<RowStream>(new RowStream(std::move(found), std::move(rows), form, options_.reply_bytes, out));
}

}  // namespace bedplate::engine
