#pragma once
// The stable words by which Bedplate's errors are known on every protocol. `api/reasons.hpp` maps each to
// HTTP, PostgREST, GraphQL and gRPC; `docs/reference/errors.md` documents them. Never reuse or rename one.
#include <cstdint>
#include <string_view>

namespace bedplate {

/// X(enumerator, WORD)
#define BP_REASONS(X)                                  \
  X(kInternal, "INTERNAL")                             \
  X(kUnavailable, "UNAVAILABLE")                       \
  X(kOverloaded, "OVERLOADED")                         \
  X(kDeadlineExceeded, "DEADLINE_EXCEEDED")            \
  X(kStorageFull, "STORAGE_FULL")                      \
  X(kNotServedYet, "NOT_SERVED_YET")                   \
  X(kMalformedRequest, "MALFORMED_REQUEST")            \
  X(kMethodNotAllowed, "METHOD_NOT_ALLOWED")           \
  X(kNotAcceptable, "NOT_ACCEPTABLE")                  \
  X(kUnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE")   \
  X(kPayloadTooLarge, "PAYLOAD_TOO_LARGE")             \
  X(kUriTooLong, "URI_TOO_LONG")                       \
  X(kHeadersTooLarge, "HEADERS_TOO_LARGE")             \
  X(kLimitExceeded, "LIMIT_EXCEEDED")                  \
  X(kRangeNotSatisfiable, "RANGE_NOT_SATISFIABLE")     \
  X(kUnknownResource, "UNKNOWN_RESOURCE")              \
  X(kUnknownRelation, "UNKNOWN_RELATION")              \
  X(kAmbiguousRelation, "AMBIGUOUS_RELATION")          \
  X(kUnknownField, "UNKNOWN_FIELD")                    \
  X(kUnknownParameter, "UNKNOWN_PARAMETER")            \
  X(kInvalidQuery, "INVALID_QUERY")                    \
  X(kInvalidValue, "INVALID_VALUE")                    \
  X(kInvalidJson, "INVALID_JSON")                      \
  X(kInvalidPreference, "INVALID_PREFERENCE")          \
  X(kNotFound, "NOT_FOUND")                            \
  X(kNotSingular, "NOT_SINGULAR")                      \
  X(kUnauthenticated, "UNAUTHENTICATED")               \
  X(kInvalidToken, "INVALID_TOKEN")                    \
  X(kForbidden, "FORBIDDEN")                           \
  X(kCheckFailed, "CHECK_FAILED")                      \
  X(kUniqueViolation, "UNIQUE_VIOLATION")              \
  X(kForeignKeyViolation, "FOREIGN_KEY_VIOLATION")     \
  X(kNotNullViolation, "NOT_NULL_VIOLATION")           \
  X(kConstraintViolation, "CONSTRAINT_VIOLATION")      \
  X(kConflict, "CONFLICT")                             \
  X(kInvalidModel, "INVALID_MODEL")                    \
  X(kInvalidExpression, "INVALID_EXPRESSION")          \
  X(kInvalidConfiguration, "INVALID_CONFIGURATION")    \
  X(kDatabaseMismatch, "DATABASE_MISMATCH")            \
  X(kDatabaseOwned, "DATABASE_OWNED")                  \
  X(kUpstreamFailed, "UPSTREAM_FAILED")                \
  X(kEgressRefused, "EGRESS_REFUSED")                  \
  X(kCancelled, "CANCELLED")                           \
  X(kTooManyAffected, "TOO_MANY_AFFECTED")             \
  X(kFilterRequired, "FILTER_REQUIRED")                \
  X(kInvalidIdempotencyKey, "INVALID_IDEMPOTENCY_KEY") \
  X(kIdempotencyKeyReused, "IDEMPOTENCY_KEY_REUSED")   \
  X(kPreconditionFailed, "PRECONDITION_FAILED")        \
  X(kPreconditionRequired, "PRECONDITION_REQUIRED")    \
  X(kOutOfRange, "OUT_OF_RANGE")                       \
  X(kInvalidCursor, "INVALID_CURSOR")

enum class Reason : std::uint8_t {
#define X(name, word) name,
  BP_REASONS(X)
#undef X
};

/// The word as clients see it, for example `UNIQUE_VIOLATION`.
std::string_view reason_word(Reason reason);

}  // namespace bedplate
