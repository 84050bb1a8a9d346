#pragma once
// The one table of error reasons: what each is on every protocol, whether trying again helps, and its documentation.
// docs/reference/errors.md is checked against it. Constant, complete by static_assert.
#include <array>
#include <cstdint>
#include <string_view>

#include "base/reason.hpp"

namespace bedplate::api {

/// google.rpc.Code
enum class GrpcCode : std::uint8_t {
  kCancelled = 1,
  kInvalidArgument = 3,
  kDeadlineExceeded = 4,
  kNotFound = 5,
  kAlreadyExists = 6,
  kPermissionDenied = 7,
  kResourceExhausted = 8,
  kFailedPrecondition = 9,
  kAborted = 10,
  kOutOfRange = 11,
  kUnimplemented = 12,
  kInternal = 13,
  kUnavailable = 14,
  kUnauthenticated = 16,
};

struct ReasonEntry {
  Reason reason;
  std::uint16_t http;          ///< status
  std::string_view postgrest;  ///< PostgREST's `code`; empty: the reason's own word
  std::string_view graphql;    ///< `extensions.code`, the words that clients know
  GrpcCode grpc;
  bool retryable;            ///< the same request may succeed later: Retry-After is sent
  std::string_view title;    ///< RFC 9457's `title`
  std::string_view meaning;  ///< a sentence or two for the documentation
};

namespace detail {
using enum Reason;
inline constexpr ReasonEntry kReasons[]{
    {kInternal, 500, "PGRSTX00", "INTERNAL_SERVER_ERROR", GrpcCode::kInternal, false, "Internal error",
     "A fault of Bedplate itself. The log has the cause."},
    {kUnavailable, 503, "PGRST000", "SERVICE_UNAVAILABLE", GrpcCode::kUnavailable, true, "Service unavailable",
     "The database or a part of the service cannot be reached now."},
    {kOverloaded, 503, "", "SERVICE_UNAVAILABLE", GrpcCode::kUnavailable, true, "Overloaded",
     "More work arrived than can be done in time, or clients don't take their replies; the request was refused and did "
     "nothing."},
    {kDeadlineExceeded, 504, "57014", "DEADLINE_EXCEEDED", GrpcCode::kDeadlineExceeded, true, "Deadline exceeded",
     "The operation took longer than it was allowed to and was cancelled; a write was rolled back."},
    {kStorageFull, 507, "53100", "INSUFFICIENT_STORAGE", GrpcCode::kResourceExhausted, true, "Storage full",
     "There is no room left for a write. Reads go on."},
    {kNotServedYet, 501, "", "NOT_IMPLEMENTED", GrpcCode::kUnimplemented, false, "Not served yet",
     "The model or the request uses a feature that this version does not serve."},
    {kMalformedRequest, 400, "", "BAD_REQUEST", GrpcCode::kInvalidArgument, false, "Malformed request",
     "The request breaks the rules of its protocol."},
    {kMethodNotAllowed, 405, "PGRST117", "BAD_REQUEST", GrpcCode::kUnimplemented, false, "Method not allowed",
     "The path exists, but not for this method; Allow lists those it has."},
    {kNotAcceptable, 406, "PGRST107", "BAD_REQUEST", GrpcCode::kInvalidArgument, false, "Not acceptable",
     "None of the media types in Accept can be produced."},
    {kUnsupportedMediaType, 415, "PGRST107", "BAD_REQUEST", GrpcCode::kInvalidArgument, false, "Unsupported media type",
     "The body's Content-Type is not one that this path reads."},
    {kPayloadTooLarge, 413, "", "PAYLOAD_TOO_LARGE", GrpcCode::kResourceExhausted, false, "Payload too large",
     "The body is larger than `limits.body`."},
    {kUriTooLong, 414, "", "BAD_REQUEST", GrpcCode::kInvalidArgument, false, "URI too long",
     "The request's target is longer than the server reads."},
    {kHeadersTooLarge, 431, "", "BAD_REQUEST", GrpcCode::kResourceExhausted, false, "Header fields too large",
     "The request's header section is larger than the server reads."},
    {kLimitExceeded, 400, "", "LIMIT_EXCEEDED", GrpcCode::kResourceExhausted, false, "Limit exceeded",
     "The request asks for more than a limit allows: depth, cost, rows of an embedded list, bytes of the reply."},
    {kRangeNotSatisfiable, 416, "PGRST103", "BAD_USER_INPUT", GrpcCode::kOutOfRange, false, "Range not satisfiable",
     "The requested range begins behind the last row, or its end lies before its beginning."},
    {kUnknownResource, 404, "PGRST205", "NOT_FOUND", GrpcCode::kNotFound, false, "Unknown resource",
     "No resource of the model has this name."},
    {kUnknownRelation, 400, "PGRST200", "GRAPHQL_VALIDATION_FAILED", GrpcCode::kInvalidArgument, false,
     "Unknown relation", "The resource has no relation that fits the name and hint."},
    {kAmbiguousRelation, 300, "PGRST201", "GRAPHQL_VALIDATION_FAILED", GrpcCode::kInvalidArgument, false,
     "Ambiguous relation", "Several relations fit; the hint lists how to say which one is meant."},
    {kUnknownField, 400, "42703", "GRAPHQL_VALIDATION_FAILED", GrpcCode::kInvalidArgument, false, "Unknown field",
     "The resource has no field of this name that the caller may see."},
    {kUnknownParameter, 400, "PGRST100", "BAD_USER_INPUT", GrpcCode::kInvalidArgument, false, "Unknown parameter",
     "The query has a parameter that is neither a field nor one of Bedplate's own."},
    {kInvalidQuery, 400, "PGRST100", "GRAPHQL_PARSE_FAILED", GrpcCode::kInvalidArgument, false, "Invalid query",
     "The query could not be read; the position says where."},
    {kInvalidValue, 400, "22P02", "BAD_USER_INPUT", GrpcCode::kInvalidArgument, false, "Invalid value",
     "A value is not one of its field's type."},
    {kInvalidJson, 400, "PGRST102", "BAD_USER_INPUT", GrpcCode::kInvalidArgument, false, "Invalid JSON",
     "The body is not JSON of the expected shape."},
    {kInvalidPreference, 400, "PGRST122", "BAD_REQUEST", GrpcCode::kInvalidArgument, false, "Invalid preference",
     "With `handling=strict`, Prefer names something unknown."},
    {kNotFound, 404, "", "NOT_FOUND", GrpcCode::kNotFound, false, "Not found",
     "There is no such row, or the caller may not read it."},
    {kNotSingular, 406, "PGRST116", "BAD_USER_INPUT", GrpcCode::kFailedPrecondition, false, "Not singular",
     "One row was asked for and the result has none or several."},
    {kUnauthenticated, 401, "42501", "UNAUTHENTICATED", GrpcCode::kUnauthenticated, false, "Authentication required",
     "Nothing is granted to anonymous callers here."},
    {kInvalidToken, 401, "PGRST301", "UNAUTHENTICATED", GrpcCode::kUnauthenticated, false, "Invalid token",
     "The token or key is unknown, expired, or not meant for this service."},
    {kForbidden, 403, "42501", "FORBIDDEN", GrpcCode::kPermissionDenied, false, "Forbidden",
     "No @allow grants this to the caller, or a @deny takes it away."},
    {kCheckFailed, 403, "42501", "FORBIDDEN", GrpcCode::kPermissionDenied, false, "Check failed",
     "The new row is one that no single @allow covers."},
    {kUniqueViolation, 409, "23505", "CONFLICT", GrpcCode::kAlreadyExists, false, "Unique violation",
     "Another row has the same value in fields that must be unique."},
    {kForeignKeyViolation, 409, "23503", "CONFLICT", GrpcCode::kFailedPrecondition, false, "Foreign key violation",
     "A relation leads to no row, or a row is still referred to."},
    {kNotNullViolation, 400, "23502", "BAD_USER_INPUT", GrpcCode::kInvalidArgument, false, "Missing value",
     "A required field has no value."},
    {kConstraintViolation, 400, "23514", "BAD_USER_INPUT", GrpcCode::kInvalidArgument, false, "Constraint violation",
     "A value breaks a @constraint of its field or type."},
    {kConflict, 409, "", "CONFLICT", GrpcCode::kAborted, false, "Conflict",
     "The request contradicts the present state of the row."},
    {kInvalidModel, 500, "", "INTERNAL_SERVER_ERROR", GrpcCode::kInternal, false, "Invalid model",
     "schema.graphql has errors; `bedplate check` lists them."},
    {kInvalidExpression, 400, "", "BAD_USER_INPUT", GrpcCode::kInvalidArgument, false, "Invalid expression",
     "An expression of the rule language could not be read or typed."},
    {kInvalidConfiguration, 500, "", "INTERNAL_SERVER_ERROR", GrpcCode::kInternal, false, "Invalid configuration",
     "bedplate.yaml, a variable or an option has an error."},
    {kDatabaseMismatch, 503, "", "SERVICE_UNAVAILABLE", GrpcCode::kUnavailable, false, "Database mismatch",
     "The database lacks something that the model maps; the log says what."},
    {kDatabaseOwned, 503, "", "SERVICE_UNAVAILABLE", GrpcCode::kUnavailable, false, "Database owned",
     "Another process owns the SQLite database."},
    {kUpstreamFailed, 502, "", "BAD_GATEWAY", GrpcCode::kUnavailable, true, "Upstream failed",
     "A service that Bedplate called did not answer, or not properly."},
    {kEgressRefused, 502, "", "BAD_GATEWAY", GrpcCode::kFailedPrecondition, false, "Egress refused",
     "An address that Bedplate was told to call is not one that it may."},
    {kCancelled, 499, "", "CANCELLED", GrpcCode::kCancelled, false, "Cancelled",
     "The caller went away before the answer was ready."},
    {kTooManyAffected, 400, "PGRST124", "BAD_USER_INPUT", GrpcCode::kFailedPrecondition, false, "Too many affected",
     "The write affects more rows than `max-affected` allows; nothing was written."},
    {kFilterRequired, 400, "21000", "BAD_USER_INPUT", GrpcCode::kInvalidArgument, false, "Filter required",
     "An update or a delete of a collection says which rows it means; it has no filter."},
    {kInvalidIdempotencyKey, 400, "", "BAD_REQUEST", GrpcCode::kInvalidArgument, false, "Invalid Idempotency-Key",
     "The `Idempotency-Key` cannot be read, is too long, or the caller is nobody whom a key could belong to."},
    {kIdempotencyKeyReused, 422, "", "BAD_USER_INPUT", GrpcCode::kInvalidArgument, false, "Idempotency-Key reused",
     "The `Idempotency-Key` was sent before with another request."},
    {kPreconditionFailed, 412, "", "CONFLICT", GrpcCode::kFailedPrecondition, false, "Precondition failed",
     "The row has changed since the version that `If-Match` names."},
    {kPreconditionRequired, 428, "", "BAD_USER_INPUT", GrpcCode::kFailedPrecondition, false, "Precondition required",
     "Writes of this type say with `If-Match` which version of the row they mean."},
    {kOutOfRange, 400, "22003", "BAD_USER_INPUT", GrpcCode::kOutOfRange, false, "Out of range",
     "A sum or another number that was asked for, or the next number of a key, is beyond the range of its type."},
    {kInvalidCursor, 400, "", "BAD_USER_INPUT", GrpcCode::kInvalidArgument, false, "Invalid cursor",
     "`after` or `before` is not a cursor that this list gave to this caller: it was altered, or the filter or the "
     "order is another."},
};

#define BP_COUNT(name, word) +1
inline constexpr std::size_t kReasonCount = 0 BP_REASONS(BP_COUNT);
#undef BP_COUNT
constexpr bool complete() {
  for (std::size_t i = 0; i < std::size(kReasons); ++i)
    if (static_cast<std::size_t>(kReasons[i].reason) != i) return false;
  return std::size(kReasons) == kReasonCount;
}
static_assert(complete(), "every Reason has its row, in the order of base/reason.hpp");
}  // namespace detail

constexpr const ReasonEntry& reason_entry(Reason reason) { return detail::kReasons[static_cast<std::size_t>(reason)]; }
constexpr const auto& reason_table() { return detail::kReasons; }
/// PostgREST's `code`, or the reason's own word.
inline std::string_view postgrest_code(Reason reason) {
  const auto code = reason_entry(reason).postgrest;
  return code.empty() ? reason_word(reason) : code;
}

}  // namespace bedplate::api
