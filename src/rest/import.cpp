#include "rest/import.hpp"

#include <algorithm>

#include "api/reasons.hpp"
#include "json/writer.hpp"
#include "net/pause.hpp"
#include "rest/csv.hpp"
#include "rest/etag.hpp"
#include "rest/prepared.hpp"
#include "rest/problem.hpp"
#include "rest/route.hpp"
#include "rest/upsert.hpp"

namespace bedplate::rest {
namespace {

constexpr std::size_t kBatchRows = 500;
constexpr std::size_t kBatchBytes = 256 * 1024;
constexpr std::size_t kBatchCells =
    32 * 1024;  // of a CSV: a row's fields may be empty, and a batch is bound in one turn
constexpr std::size_t kImportRoom = 32 * 1024;
constexpr auto kAtOnce = std::chrono::milliseconds(1);
constexpr std::size_t kMostHeader = 32 * 1024;  // of a CSV: it stands before each row that is read alone
// Rows of text shrink to a tenth, seldom a hundredth; what shrinks more holds up its loop for the sake of few bytes.
constexpr std::uint64_t kMostRatio = 200, kFreeBytes = 1024 * 1024;

Error import_too_large(std::uint64_t most) {
  return Error(Reason::kPayloadTooLarge, "the body is larger than limits.import, " + std::to_string(most) + " bytes")
      .with_hint("send the rest in another request");
}

Result<RecordReader::Form> form_of(const http::Request& request) {
  const auto type = request.header(http::HeaderName::kContentType);
  auto bare = type.substr(0, type.find(';'));
  while (bare.ends_with(' ')) bare.remove_suffix(1);
  if (bare == "text/csv") return RecordReader::Form::kCsv;
  if (bare == "application/x-ndjson" || bare == "application/jsonl") return RecordReader::Form::kNdjson;
  return failure(Error(Reason::kUnsupportedMediaType, "imports of '" + std::string(bare) + "' are not read here")
                     .with_hint("send text/csv or application/x-ndjson, a row a line"));
}

}  // namespace

Api::Import::Import(Api& api, Call& call, model::EntityId entity, RecordReader::Form form, const QuerySyntax& syntax,
                    const WriteRequest& write)
    : api_(api),
      call_(call),
      entity_(entity),
      form_(form),
      syntax_(syntax),
      write_(write),
      until_(call.writer.loop().now() + api.options_.stream_deadline),
      records_(form) {
  call_.arena = &attempt_;
}

Task<Result<void>> Api::Import::run() {
  BP_CO_TRY_VOID(co_await take(call_.request.body()));  // of a request that has come whole
  BP_CO_TRY(const auto coding, middleware::coding_named(call_.request.header(http::HeaderName::kContentEncoding)));
  decoder_ = call_.request.body().empty() ? middleware::make_decoder(coding) : nullptr;
  std::string part;
  for (auto state = http::Upload::kMore; state == http::Upload::kMore;) {
    co_await call_.writer.receive();
    state = call_.writer.take_part(part);
    if (state == http::Upload::kLost) co_return failure(Reason::kCancelled, "the client left");
    if (state == http::Upload::kBroken)
      co_return failure(Error(Reason::kMalformedRequest, "the body goes on with what is no chunk")
                            .with_hint("send chunks as RFC 9112 section 7.1 has them, or a Content-Length"));
    if (decoder_) {
      BP_CO_TRY_VOID(co_await take_encoded(part));
    } else {
      BP_CO_TRY_VOID(co_await take(part));
    }
  }
  if (decoder_ && !decoded_ && arrived_ > 0)
    co_return failure(Reason::kMalformedRequest, "the body is not what its Content-Encoding says, or not whole");
  records_.end();
  BP_CO_TRY_VOID(co_await take_records());
  co_return co_await write_batch();
}

Task<Result<void>> Api::Import::take_encoded(std::string_view bytes) {
  room_.resize(kImportRoom);
  auto& loop = call_.writer.loop();
  auto began = loop.read_clock();
  arrived_ += bytes.size();
  while (!bytes.empty() || !decoded_) {
    if (decoded_) co_return failure(Reason::kMalformedRequest, "the body goes on behind its Content-Encoding's end");
    const auto step = decoder_->step(bytes, room_);
    if (step.wrong) co_return failure(Reason::kMalformedRequest, "the body is not what its Content-Encoding says");
    decoded_ = step.end;
    if (taken_ + step.written > kFreeBytes + arrived_ * kMostRatio)
      co_return failure(Error(Reason::kPayloadTooLarge,
                              "the body unpacks to more than " + std::to_string(kMostRatio) + " times its size")
                            .with_hint("send it with another Content-Encoding, or none"));
    BP_CO_TRY_VOID(co_await take({room_.data(), step.written}));
    if (loop.read_clock() - began > kAtOnce) {  // few bytes may unpack to many
      co_await net::NextTurn(loop);
      began = loop.read_clock();
    }
    if (!decoded_ && bytes.empty() && step.written < room_.size()) break;
  }
  co_return Result<void>{};
}

Result<void> Api::Import::may_go_on() const {
  if (call_.writer.gone()) return failure(Reason::kCancelled, "the client left");
  if (call_.writer.loop().now() <= until_) return {};
  return failure(Error(Reason::kDeadlineExceeded, "the import took longer than limits.stream")
                     .with_hint("send the rest in another request"));
}

Task<Result<void>> Api::Import::take(std::string_view bytes) {
  BP_CO_TRY_VOID(may_go_on());
  taken_ += bytes.size();
  if (taken_ > api_.options_.import_body) co_return failure(import_too_large(api_.options_.import_body));
  records_.add(bytes);
  co_return co_await take_records();
}

Task<Result<void>> Api::Import::take_records() {
  while (const auto record = records_.next()) {
    if (form_ == RecordReader::Form::kCsv && header_.empty()) {
      BP_CO_TRY_VOID(take_header(record->text));
      continue;
    }
    if (lines_.size() == kBatchRows || (lines_.size() + 1) * columns_ > kBatchCells ||
        (!lines_.empty() && text_.size() + record->text.size() > kBatchBytes))
      BP_CO_TRY_VOID(co_await write_batch());
    lines_.push_back({record->line, text_.size(), record->text.size()});
    text_ += record->text;
    text_ += '\n';
  }
  if (records_.pending() > api_.options_.body)
    co_return failure(Error(Reason::kPayloadTooLarge, "line " + std::to_string(records_.line()) +
                                                          " is longer than limits.body, " +
                                                          std::to_string(api_.options_.body) + " bytes")
                          .with_hint("is a quote not closed?"));
  co_return Result<void>{};
}

// A column that is none would have every row refused: it is told at once.
Result<void> Api::Import::take_header(std::string_view text) {
  header_ = text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text;
  if (header_.size() > kMostHeader)
    return failure(Reason::kPayloadTooLarge,
                   "the CSV's field names are longer than " + std::to_string(kMostHeader) + " bytes");
  batch_.reset();
  const std::string twice = header_ + "\n" + header_;
  BP_TRY(const auto names, parse_csv(twice, batch_));
  if (names.empty()) return failure(Reason::kMalformedRequest, "the CSV begins without a line of field names");
  columns_ = names[0].children.size();
  std::vector<std::string_view> columns;
  for (const auto& each : names[0].children) columns.push_back(each.key);
  Binding binding = api_.binding(call_);
  std::span<const model::FieldId> locators;
  if (write_.preferences.resolution != Preferences::Resolution::kNone) {
    BP_TRY(locators, bind_conflict(syntax_.on_conflict, entity_, binding));
  }
  const Body none{.array = true, .text = true, .objects = {}};
  const auto fields = syntax_.has_columns ? syntax_.columns : std::span<const std::string_view>(columns);
  BP_TRY_VOID(parse_rows(none, entity_, {.columns = fields, .has_columns = true, .locators = locators}, binding));
  return {};
}

void Api::Import::report_refused() {
  std::ranges::sort(wrong_, {}, &Refused::line);
  for (const auto& [line, error] : wrong_) {
    json::Writer writer(call_.reply.body);
    writer.begin_object();
    writer.key("line");
    writer.integer(static_cast<std::int64_t>(line));
    writer.member("reason", reason_word(error.reason()));
    writer.member("message", error.message());
    write_field_errors(error, writer);
    writer.end_object();
    call_.reply.body += '\n';
  }
  refused_ += static_cast<std::int64_t>(wrong_.size());
  wrong_.clear();
}

Task<Result<void>> Api::Import::flush() {
  if (!encoded_) encoded_ = api_.compression_.begin(call_.coding, call_.reply);
  if (!encoded_->encode(call_.reply, false)) co_return failure(Reason::kUnavailable, "memory ran out");
  co_await call_.writer.flush();
  if (call_.writer.gone()) co_return failure(Reason::kCancelled, "the client left");
  co_return Result<void>{};
}

Result<void> Api::Import::conclude(const Result<void>& done) {
  report_refused();
  json::Writer writer(call_.reply.body);
  writer.begin_object();
  writer.key("inserted");
  writer.integer(inserted_);
  if (write_.preferences.resolution != Preferences::Resolution::kNone) {
    writer.key("updated");
    writer.integer(updated_);
  }
  writer.key("refused");
  writer.integer(refused_);
  if (!done) {
    // Lines from here on were not looked at, or not written.
    writer.key("line");
    writer.integer(static_cast<std::int64_t>(lines_.empty() ? records_.line() : lines_.front().number));
    writer.member("reason", reason_word(done.error().reason()));
    writer.member("message", done.error().message());
    if (!call_.writer.begun()) call_.reply.status = api::reason_entry(done.error().reason()).http;
  }
  writer.end_object();
  call_.reply.body += '\n';
  if (encoded_ && !encoded_->encode(call_.reply, true)) return failure(Reason::kUnavailable, "memory ran out");
  if (encoded_) api_.compression_.give_back(*std::move(encoded_));
  return {};
}

Task<Result<void>> Api::import_rows(Call& call, const Route& route) {
  BP_CO_TRY(const auto form, form_of(call.request));
  WriteRequest write;
  BP_CO_TRY(write.preferences, parse_preferences(call.request));
  if (write.representation())
    co_return failure(Error(Reason::kInvalidPreference, "an import is answered with its report, not with its rows")
                          .with_hint("leave return=representation out"));
  if (write.preferences.rollback)
    co_return failure(Error(Reason::kInvalidPreference, "an import is many transactions, and tx=rollback is of one")
                          .with_hint("try a part of it out without import=partial"));
  if (write.preferences.strict && write.preferences.max_affected >= 0)
    co_return failure(Error(Reason::kInvalidPreference, "an import is many transactions, and max-affected is of one")
                          .with_hint("leave max-affected out"));
  if (call.request.has(http::HeaderName::kIdempotencyKey))
    co_return failure(Error(Reason::kInvalidPreference, "an import is many transactions, an Idempotency-Key is of one")
                          .with_hint("give the rows keys, and send resolution=ignore-duplicates"));
  BP_CO_TRY(const QuerySyntax syntax, parse_query(call.request.query(), call.request.arena(), options_.query));
  BP_CO_TRY_VOID(access::require(call.view, route.entity, model::Verb::kCreate, binding(call).refusal));
  BP_CO_TRY_VOID(parse_precondition(call.request, false));
  // What is wrong with the request is told at once, not of each row.
  BP_CO_TRY_VOID(prepare_insert(call, route.entity, {.array = true, .objects = {}}, syntax, write));
  Import import(*this, call, route.entity, form, syntax, write);
  call.reply.content_type = "application/x-ndjson";
  call.reply.add_header("Preference-Applied", write.preferences.applied);
  const auto done = co_await import.run();
  if (!done && (import.untouched() || done.error().reason() == Reason::kCancelled)) co_return done;
  if (!done && api::reason_entry(done.error().reason()).http >= 500 && options_.report)
    options_.report(done.error(), call.request);
  co_return import.conclude(done);
}

}  // namespace bedplate::rest
