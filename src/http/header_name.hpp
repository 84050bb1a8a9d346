#pragma once
// The header fields that Bedplate itself looks at, recognised once while parsing, so that a look-up is an index.
#include <cstdint>
#include <string_view>

namespace bedplate::http {

/// X(enumerator, name, singleton): a singleton sent twice is refused with 400.
#define BP_HTTP_HEADERS(X)                                                 \
  X(kAccept, "accept", false)                                              \
  X(kAcceptEncoding, "accept-encoding", false)                             \
  X(kAcceptProfile, "accept-profile", true)                                \
  X(kAccessControlRequestHeaders, "access-control-request-headers", false) \
  X(kAccessControlRequestMethod, "access-control-request-method", true)    \
  X(kApikey, "apikey", true)                                               \
  X(kAuthorization, "authorization", true)                                 \
  X(kConnection, "connection", false)                                      \
  X(kContentEncoding, "content-encoding", true)                            \
  X(kContentLength, "content-length", true)                                \
  X(kContentProfile, "content-profile", true)                              \
  X(kContentType, "content-type", true)                                    \
  X(kExpect, "expect", true)                                               \
  X(kHost, "host", true)                                                   \
  X(kIdempotencyKey, "idempotency-key", true)                              \
  X(kIfMatch, "if-match", false)                                           \
  X(kIfModifiedSince, "if-modified-since", true)                           \
  X(kIfNoneMatch, "if-none-match", false)                                  \
  X(kIfUnmodifiedSince, "if-unmodified-since", true)                       \
  X(kOrigin, "origin", true)                                               \
  X(kPrefer, "prefer", false)                                              \
  X(kRange, "range", true)                                                 \
  X(kRangeUnit, "range-unit", true)                                        \
  X(kTraceparent, "traceparent", true)                                     \
  X(kTransferEncoding, "transfer-encoding", true)                          \
  X(kXForwardedFor, "x-forwarded-for", false)                              \
  X(kXRequestId, "x-request-id", false)

enum class HeaderName : std::uint8_t {
#define X(name, text, singleton) name,
  BP_HTTP_HEADERS(X)
#undef X
      kOther
};
constexpr std::size_t kHeaderNames = static_cast<std::size_t>(HeaderName::kOther);

/// The known name, or kOther. Case-insensitive.
HeaderName header_name(std::string_view text);
/// True where a second field of that name makes the request malformed.
bool is_singleton(HeaderName name);
/// ASCII case-insensitive equality, as field names and most tokens compare.
bool equals_ignoring_case(std::string_view a, std::string_view b);

}  // namespace bedplate::http
