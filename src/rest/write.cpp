#include "rest/write.hpp"

#include "rest/etag.hpp"
#include "rest/page.hpp"

namespace bedplate::rest {

engine::ReplyForm WriteRequest::form() const {
  return {.options = {.numbers_as_strings = preferences.numbers_as_strings, .strip_nulls = media.strip_nulls},
          .shape = media.singular || one ? render::JsonVisitor::Shape::kObject : render::JsonVisitor::Shape::kList};
}

Result<WriteRequest> parse_write(const http::Request& request, const operation::Caller& caller, bool rollbacks) {
  WriteRequest made;
  made.caller = &caller;
  BP_TRY(made.media, negotiate(request));
  BP_TRY(made.preferences, parse_preferences(request));
  if (!made.preferences.rollback) return made;
  // To write what was only to be tried out would be worse than to refuse it.
  if (!rollbacks)
    return failure(Error(Reason::kInvalidPreference, "'Prefer: tx=rollback' is not allowed by this server")
                       .with_hint("its configuration allows it by database.tx_end: commit-allow-override"));
  if (request.has(http::HeaderName::kIdempotencyKey))
    return failure(Error(Reason::kInvalidPreference, "what is rolled back leaves no reply for an Idempotency-Key")
                       .with_hint("leave one of the two out"));
  return made;
}

Result<WriteQuery> bind_write(const QuerySyntax& syntax, model::EntityId entity, const WriteRequest& write,
                              Binding& binding) {
  WriteQuery made;
  BP_TRY_VOID(refuse_cursor(syntax));
  made.target.entity = entity;
  made.filtered = std::ranges::any_of(syntax.filters, [](const auto& filter) { return filter.embed_path.empty(); });
  if (binding.view.denied(entity, model::Verb::kRead)) {
    if (syntax.filters.empty() && syntax.orders.empty() && syntax.havings.empty()) return made;
    BP_TRY_VOID(binding.require_readable(entity));
  }
  BP_TRY(auto bound, bind_query(syntax, entity, {}, binding));
  if (bound.query.grouped)
    return failure(Error(Reason::kInvalidQuery, "a write returns its rows, not groups of them")
                       .with_hint("aggregate in a read; aggregates inside embedded lists are fine"));
  made.target.where = bound.query.where;
  made.target.order = bound.query.order;
  made.target.offset_slot = bound.query.offset_slot;
  const bool limited = std::ranges::any_of(syntax.limits, [](const auto& limit) { return limit.embed_path.empty(); });
  if (limited) made.target.limit_slot = bound.query.limit_slot;
  if (limited && bound.max_rows > 0)
    return failure(Error(Reason::kLimitExceeded, "the limit of a write is above " + std::to_string(bound.max_rows))
                       .with_hint("write in several requests, or without a limit"));
  if (!write.representation()) return made;
  made.returning = bound.query;
  made.returning->where = nullptr;
  made.returning->order = {};
  made.returning->limit_slot.reset();
  made.returning->offset_slot.reset();
  return made;
}

Result<std::optional<KeyedReply>> keyed_reply(const http::Request& request, http::Reply& reply,
                                              const operation::Principal& principal, std::string_view resource) {
  if (!request.has(http::HeaderName::kIdempotencyKey)) return std::nullopt;
  return KeyedReply::make(request, reply, principal, std::string(request.method_text()) + " " + std::string(resource));
}

void finish_write(const WriteRequest& write, const KeyedReply::Complete& complete, const engine::WriteOutcome& outcome,
                  Arena& arena) {
  if (write.keyed != nullptr && write.keyed->kept) return write.keyed->put_back(arena);
  if (write.keyed == nullptr || !write.keyed->completed()) complete(outcome);
}

std::string written_range(const WriteRequest& write, std::int64_t rows, bool with_bounds) {
  std::string text = with_bounds && rows > 0 ? "0-" + std::to_string(rows - 1) : "*";
  text += '/';
  return text + (write.preferences.count == operation::Count::kExact ? std::to_string(rows) : "*");
}

void reply_written(const WriteRequest& write, const engine::WriteOutcome& outcome,
                   const operation::Principal& principal, http::Reply& reply) {
  if (!write.preferences.applied.empty()) reply.add_header("Preference-Applied", write.preferences.applied);
  if (write.representation() && outcome.readable) {
    if (!write.one || write.media.singular || write.media.strip_nulls) reply.content_type = write.media.content_type;
  } else {
    reply.body.clear();
    reply.content_type = {};
  }
  if (outcome.version > 0) add_etag({.version = outcome.version}, principal, reply);
}

}  // namespace bedplate::rest
