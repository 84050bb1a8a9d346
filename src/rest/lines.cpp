#include "rest/api.hpp"
#include "rest/negotiate.hpp"
#include "rest/range.hpp"

namespace bedplate::rest {
namespace {

/// Headers of a list whose end is not known unless its rows are counted or all there.
void add_headers(const BoundQuery& bound, const engine::RowStream& stream, bool whole, const MediaType& media,
                 const Preferences& preferences, http::Reply& reply) {
  const std::int64_t total = stream.total();
  std::int64_t rows = stream.rows();
  if (!whole && total >= 0) rows = bound.limit < 0 ? total - bound.offset : std::min(bound.limit, total - bound.offset);
  if (whole || total >= 0) reply.add_header("Content-Range", content_range(bound.offset, rows, total));
  reply.status = total >= 0 && rows < total ? 206 : 200;
  reply.content_type = media.content_type;
  if (!preferences.applied.empty()) reply.add_header("Preference-Applied", preferences.applied);
}

}  // namespace

// The first slice is written before anything is sent: a list that it holds whole is a reply like any, and so is an
// error that it meets. What fails later ends the reply without its end.
Task<Result<void>> Api::lines(Call& call, const operation::Operation& operation, const BoundQuery& bound,
                              const MediaType& media, const Preferences& preferences) {
  const auto until = call.writer.loop().now() + options_.stream_deadline;
  const engine::StreamForm form{
      .options = {.numbers_as_strings = preferences.numbers_as_strings, .strip_nulls = media.strip_nulls},
      .lines = *media.lines,
      .cancel = call.request.left(),
      .caller = &call.caller};
  BP_CO_TRY(const auto stream, session_.stream(operation, call.principal, form, call.reply.body));
  BP_CO_TRY(bool more, co_await stream->next());
  BP_CO_TRY_VOID(require_rows_from(bound.offset, stream->total()));
  add_headers(bound, *stream, !more, media, preferences, call.reply);
  if (!more) co_return Result<void>{};
  auto encoded = compression_.begin(call.coding, call.reply);
  while (more) {
    if (!encoded.encode(call.reply, false)) co_return failure(Reason::kUnavailable, "memory ran out");
    co_await call.writer.flush();
    if (call.writer.gone()) co_return failure(Reason::kCancelled, "the client left");
    if (call.writer.loop().now() > until)
      co_return failure(Error(Reason::kDeadlineExceeded, "the stream took longer than limits.stream")
                            .with_hint("ask for fewer rows at a time, or read faster"));
    BP_CO_TRY(more, co_await stream->next());
  }
  if (!encoded.encode(call.reply, true)) co_return failure(Reason::kUnavailable, "memory ran out");
  compression_.give_back(std::move(encoded));
  co_return Result<void>{};
}

}  // namespace bedplate::rest
