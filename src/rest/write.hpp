#pragma once
// Inside rest alone: what the writing methods have in common: how the query and Prefer of a write are read, and how its
// outcome becomes a reply with PostgREST's statuses.
#include <functional>

#include "engine/session.hpp"
#include "rest/api.hpp"
#include "rest/keyed_reply.hpp"
#include "rest/negotiate.hpp"
#include "rest/syntax.hpp"

namespace bedplate::rest {

/// The headers of a write.
struct WriteRequest {
  MediaType media;
  Preferences preferences;
  bool one = false;  ///< by the path of one row: its representation is an object
  std::optional<engine::Precondition> precondition;
  KeyedReply* keyed = nullptr;  ///< it has an Idempotency-Key
  const operation::Caller* caller = nullptr;

  bool representation() const { return preferences.returning == Preferences::Return::kRepresentation; }
  engine::ReplyForm form() const;
  void use(KeyedReply& key, const KeyedReply::Complete& complete) {
    key.complete_with(complete);
    keyed = &key;
  }
  engine::WriteLimits limits() const {
    return {.max_affected = preferences.strict ? preferences.max_affected : -1,
            .exactly_one = media.singular,
            .rolls_back = preferences.rollback,
            .precondition = precondition ? &*precondition : nullptr,
            .once = keyed,
            .caller = caller};
  }
};

/// `rollbacks`: whether it may ask for one.
Result<WriteRequest> parse_write(const http::Request& request, const operation::Caller& caller, bool rollbacks);

/// Which rows a write means and what it returns.
struct WriteQuery {
  operation::Query target;                    ///< where, order, limit, offset
  std::optional<operation::Query> returning;  ///< if a representation is asked for
  bool filtered = false;                      ///< a filter of the rows themselves was given
};

/// `?select=…&status=eq.paid`. Without READ of the entity nothing is named: neither filter nor representation.
Result<WriteQuery> bind_write(const QuerySyntax& syntax, model::EntityId entity, const WriteRequest& write,
                              Binding& binding);

/// The Idempotency-Key of a write on `resource`, if it has one.
Result<std::optional<KeyedReply>> keyed_reply(const http::Request& request, http::Reply& reply,
                                              const operation::Principal& principal, std::string_view resource);
/// Makes the reply of a write by `complete`, unless a key has had it made, or kept, already.
void finish_write(const WriteRequest& write, const KeyedReply::Complete& complete, const engine::WriteOutcome& outcome,
                  Arena& arena);

/// Headers that every write's reply has, and its body as far as it has one; with the ETag of the one row that was
/// written.
void reply_written(const WriteRequest& write, const engine::WriteOutcome& outcome,
                   const operation::Principal& principal, http::Reply& reply);

/// `*/*`, `0-4/*`, `0-4/5`: of `rows` written.
std::string written_range(const WriteRequest& write, std::int64_t rows, bool with_bounds);

}  // namespace bedplate::rest
