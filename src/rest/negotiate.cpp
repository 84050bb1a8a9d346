#include "rest/negotiate.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

#include "http/syntax.hpp"

namespace bedplate::rest {

using http::HeaderName;
using http::syntax::next_of;
using http::syntax::trim;

namespace {

constexpr std::string_view kPartialImport = "import=partial";

enum class Served : std::uint8_t { kNo, kLater, kYes };

Served media_type(std::string_view range, bool lists, MediaType& made) {
  const auto type = next_of(range, ';');
  made = {};
  while (!range.empty()) {
    const auto parameter = next_of(range, ';');
    if (parameter == "nulls=stripped") made.strip_nulls = true;
    if (parameter == "q=0" || parameter.starts_with("q=0.000")) return Served::kNo;
  }
  if (type == "*/*" || type == "application/*" || type == "application/json" || type == "application/problem+json") {
    made.strip_nulls = false;
    return Served::kYes;
  }
  if (type == "application/vnd.pgrst.array+json" || type == "application/vnd.pgrst.array") {
    made.content_type = made.strip_nulls ? "application/vnd.pgrst.array+json;nulls=stripped; charset=utf-8"
                                         : "application/vnd.pgrst.array+json; charset=utf-8";
    return Served::kYes;
  }
  if (type == "application/vnd.pgrst.object+json" || type == "application/vnd.pgrst.object") {
    made.singular = true;
    made.content_type = made.strip_nulls ? "application/vnd.pgrst.object+json;nulls=stripped; charset=utf-8"
                                         : "application/vnd.pgrst.object+json; charset=utf-8";
    return Served::kYes;
  }
  if (lists && type == "text/csv") {
    made.lines = render::LineForm::kCsv;
    made.content_type = "text/csv; charset=utf-8";
    return Served::kYes;
  }
  if (lists && (type == "application/x-ndjson" || type == "application/jsonl")) {
    made.lines = render::LineForm::kNdjson;
    made.content_type = type == "application/jsonl" ? "application/jsonl; charset=utf-8" : "application/x-ndjson";
    return Served::kYes;
  }
  if (type.starts_with("application/vnd.pgrst.plan")) return Served::kLater;
  return Served::kNo;
}

bool apply_number(std::string_view digits, std::int64_t& into) {
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
  return wrong == std::errc() && end == digits.data() + digits.size() && into >= 0;
}

bool apply(std::string_view preference, Preferences& made) {
  using Resolution = Preferences::Resolution;
  using Return = Preferences::Return;
  using operation::Count;
  if (preference == "return=minimal") return made.returning = Return::kMinimal, true;
  if (preference == "return=headers-only") return made.returning = Return::kHeadersOnly, true;
  if (preference == "return=representation") return made.returning = Return::kRepresentation, true;
  if (preference == "count=exact") return made.count = Count::kExact, true;
  // What may be planned or estimated may be exact too.
  if (preference == "count=planned" || preference == "count=estimated") return made.count = Count::kExact, true;
  if (preference == "numbers=string") return made.numbers_as_strings = true, true;
  if (preference == "handling=strict") return made.strict = true, true;
  if (preference == "resolution=merge-duplicates") return made.resolution = Resolution::kMergeDuplicates, true;
  if (preference == "resolution=ignore-duplicates") return made.resolution = Resolution::kIgnoreDuplicates, true;
  if (preference == "tx=rollback") return made.rollback = true, true;
  if (preference == "missing=default") return made.missing_default = true, true;
  if (preference.starts_with("max-affected=")) return apply_number(preference.substr(13), made.max_affected);
  return preference == "handling=lenient" || preference == "tx=commit" || preference == "missing=null";
}

}  // namespace

Result<MediaType> negotiate(const http::Request& request, bool lists) {
  auto accept = request.header(HeaderName::kAccept);
  MediaType made;
  if (trim(accept).empty()) return made;
  bool later = false;
  while (!accept.empty()) {
    switch (media_type(next_of(accept, ','), lists, made)) {
      case Served::kYes:
        return made;
      case Served::kLater:
        later = true;
        break;
      case Served::kNo:
        break;
    }
  }
  const std::string asked(request.header(HeaderName::kAccept));
  if (later) return failure(Reason::kNotServedYet, "the media type '" + asked + "' is not served yet");
  return failure(Error(Reason::kNotAcceptable, "none of these media types can be produced: " + asked)
                     .with_hint(lists ? "ask for application/json, text/csv or application/x-ndjson"
                                      : "ask for application/json or application/vnd.pgrst.object+json"));
}

Result<Preferences> parse_preferences(const http::Request& request) {
  Preferences made;
  if (!request.has(HeaderName::kPrefer)) return made;
  std::string unknown;
  std::vector<std::string_view> said;
  for (const auto& header : request.headers()) {
    if (header.known != HeaderName::kPrefer) continue;
    auto value = header.value;
    while (!value.empty()) {
      const auto preference = next_of(value, ',');
      if (preference.empty()) continue;
      // Of one that is said more than once the first counts (RFC 7240, section 2).
      const auto name = preference.substr(0, preference.find('='));
      if (std::ranges::find(said, name) != said.end()) continue;
      said.push_back(name);
      const bool imports = preference == kPartialImport && request.method() == http::Method::kPost;
      made.partial_import = made.partial_import || imports;
      std::string& into = imports || apply(preference, made) ? made.applied : unknown;
      into += (into.empty() ? "" : ", ") + std::string(preference);
    }
  }
  if (made.strict && !unknown.empty())
    return failure(Error(Reason::kInvalidPreference, "Prefer has what is not known here: " + unknown)
                       .with_hint("leave it out, or send handling=lenient"));
  return made;
}

bool prefers_partial_import(const http::Request& request) {
  if (request.method() != http::Method::kPost || !request.has(HeaderName::kPrefer)) return false;
  for (const auto& header : request.headers()) {
    if (header.known != HeaderName::kPrefer) continue;
    for (auto value = header.value; !value.empty();)
      if (next_of(value, ',') == kPartialImport) return true;
  }
  return false;
}

Result<RowRange> parse_range(const http::Request& request) {
  RowRange made;
  auto text = request.header(HeaderName::kRange);
  const auto unit = request.header(HeaderName::kRangeUnit);
  if (text.empty() || (!unit.empty() && unit != "items")) return made;
  if (text.starts_with("items=")) text.remove_prefix(6);
  const std::size_t dash = text.find('-');
  const auto number = [](std::string_view digits, std::int64_t& into) {
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
    return wrong == std::errc() && end == digits.data() + digits.size() && !digits.empty();
  };
  std::int64_t last = -1;
  // A Range in another unit or form is ignored, as RFC 9110 has it.
  if (dash == std::string_view::npos || !number(text.substr(0, dash), made.offset)) return RowRange{};
  const auto rest = text.substr(dash + 1);
  if (rest.empty()) return made;
  if (!number(rest, last)) return RowRange{};
  if (last < made.offset)
    return failure(Error(Reason::kRangeNotSatisfiable, "the Range ends before it begins")
                       .with_detail("the range is " + std::string(text)));
  made.limit = last - made.offset;
  if (made.limit < std::numeric_limits<std::int64_t>::max()) ++made.limit;
  return made;
}

}  // namespace bedplate::rest
