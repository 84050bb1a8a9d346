#include "openapi/problems.hpp"

#include <map>
#include <span>
#include <vector>

#include "api/reasons.hpp"

namespace bedplate::openapi {
namespace {

using enum Reason;

constexpr Reason kAny[]{kInternal,         kUnavailable,   kOverloaded,      kDeadlineExceeded, kNotServedYet,
                        kMalformedRequest, kNotAcceptable, kUriTooLong,      kHeadersTooLarge,  kUnsupportedMediaType,
                        kPayloadTooLarge,  kInvalidToken,  kUnauthenticated, kForbidden};
constexpr Reason kQuery[]{kUnknownField,      kUnknownParameter, kInvalidQuery, kInvalidValue,      kUnknownRelation,
                          kAmbiguousRelation, kLimitExceeded,    kOutOfRange,   kInvalidPreference, kNotSingular};
constexpr Reason kPaged[]{kRangeNotSatisfiable, kInvalidCursor};
constexpr Reason kRow[]{kNotFound, kUnknownResource};
constexpr Reason kWrite[]{
    kInvalidJson,           kStorageFull,         kCheckFailed,         kUniqueViolation,    kConflict,
    kForeignKeyViolation,   kNotNullViolation,    kConstraintViolation, kPreconditionFailed, kNotFound,
    kInvalidIdempotencyKey, kIdempotencyKeyReused};
constexpr Reason kOfRows[]{kTooManyAffected, kFilterRequired, kPreconditionRequired};
constexpr Reason kQuestion[]{kUnknownParameter, kInvalidQuery, kInvalidValue, kNotFound, kUnknownResource};

std::vector<std::span<const Reason>> reasons_of(Kind kind) {
  switch (kind) {
    case Kind::kList:
      return {kAny, kQuery, kPaged, kRow};
    case Kind::kItem:
      return {kAny, kQuery, kRow};
    case Kind::kCreate:
      return {kAny, kQuery, kWrite};
    case Kind::kChange:
    case Kind::kBatch:
      return {kAny, kQuery, kWrite, kOfRows};
    case Kind::kAccess:
      break;
  }
  return {kAny, kQuestion};
}

std::string_view name_of(Kind kind) {
  constexpr std::string_view kNames[]{"list", "item", "create", "change", "batch", "access"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string problem(Components& components) {
  return components.schema("api.Problem", [] {
    return std::string(
        R"({"type":"object","description":"A problem as of RFC 9457, with PostgREST's members.","properties":{)"
        R"("type":{"type":"string","format":"uri"},"title":{"type":"string"},"status":{"type":"integer"},)"
        R"("detail":{"type":"string"},"instance":{"type":"string"},"requestId":{"type":"string"},)"
        R"("reason":{"type":"string","description":"A stable word: what programs go by."},)"
        R"("code":{"type":"string","description":"PostgREST's code, else the reason."},)"
        R"("message":{"type":"string"},"details":{"type":["string","null"]},"hint":{"type":["string","null"]},)"
        R"("errors":{"type":"array","items":{"type":"object","properties":{"path":{"type":"string"},)"
        R"("reason":{"type":"string"},"message":{"type":"string"}},"required":["path","reason","message"]}},)"
        R"("operation":{"type":"integer","description":"Of a batch: the number of the one that failed, from 0."}},)"
        R"("required":["type","title","status","detail","instance","reason","code","message","details","hint"]})");
  });
}

void write_headers(Components& components, int status, bool retryable, json::Writer& out) {
  const auto text = [&](const char* name, const char* meaning) {
    out.key(name);
    out.raw(components.header(name, [&] {
      return json_object([&](json::Writer& header) {
        header.member("description", meaning);
        header.key("schema");
        header.raw(R"({"type":"string"})");
      });
    }));
  };
  if (status != 401 && !retryable) return;
  out.key("headers");
  out.begin_object();
  if (status == 401) text("WWW-Authenticate", "How to say who one is.");
  if (retryable) text("Retry-After", "Seconds after which the same request may succeed.");
  out.end_object();
}

std::string response(Components& components, int status, const std::vector<Reason>& reasons) {
  return json_object([&](json::Writer& out) {
    std::string meanings, words;
    bool retryable = false;
    for (const Reason each : reasons) {
      const api::ReasonEntry& entry = api::reason_entry(each);
      const std::string word(reason_word(each));
      meanings += (meanings.empty() ? "`" : "\n\n`") + word + "`: " + std::string(entry.meaning);
      words += (words.empty() ? "\"" : ",\"") + word + "\"";
      retryable = retryable || entry.retryable;
    }
    out.member("description", meanings);
    write_headers(components, status, retryable, out);
    out.key("content");
    out.raw(R"({"application/problem+json":{"schema":{"allOf":[)" + problem(components) +
            R"(,{"type":"object","properties":{"reason":{"type":"string","enum":[)" + words + "]}}}]}}}");
  });
}

}  // namespace

void write_problems(Components& components, Kind kind, json::Writer& out) {
  std::map<int, std::vector<Reason>> by_status;
  for (const auto& part : reasons_of(kind))
    for (const Reason each : part) by_status[api::reason_entry(each).http].push_back(each);
  for (const auto& [status, reasons] : by_status) {
    const std::string code = std::to_string(status);
    out.key(code);
    out.raw(components.response(std::string(name_of(kind)) + "." + code,
                                [&] { return response(components, status, reasons); }));
  }
}

}  // namespace bedplate::openapi
