#pragma once
// What a request's headers ask of its reply: Accept, Prefer (RFC 7240) and Range, as PostgREST reads them.
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "http/request.hpp"
#include "operation/operation.hpp"
#include "render/lines.hpp"
#include "rest/bind.hpp"

namespace bedplate::rest {

struct MediaType {
  bool singular = false;     ///< application/vnd.pgrst.object+json
  bool strip_nulls = false;  ///< ;nulls=stripped
  /// A list as lines, however many: text/csv, application/x-ndjson.
  std::optional<render::LineForm> lines;
  std::string_view content_type = "application/json; charset=utf-8";
};

/// NOT_ACCEPTABLE, or NOT_SERVED_YET for types that are still to come. `lists`: what is asked for may be lines.
Result<MediaType> negotiate(const http::Request& request, bool lists = false);

struct Preferences {
  enum class Return : std::uint8_t { kNone, kMinimal, kHeadersOnly, kRepresentation };
  Return returning = Return::kNone;
  operation::Count count = operation::Count::kNone;
  enum class Resolution : std::uint8_t { kNone, kMergeDuplicates, kIgnoreDuplicates };
  Resolution resolution = Resolution::kNone;
  bool rollback = false;           ///< the write is tried out
  bool missing_default = false;    ///< a column that a row lacks has its default instead of null
  std::int64_t max_affected = -1;  ///< of a write; counts with `strict` alone
  bool strict = false;
  bool numbers_as_strings = false;
  bool partial_import = false;  ///< rows of a POST are written as far as they are right
  /// Those that were understood, for Preference-Applied.
  std::string applied;
};

/// Unknown preferences are ignored unless `handling=strict`.
Result<Preferences> parse_preferences(const http::Request& request);

/// `Prefer: import=partial` of a POST.
bool prefers_partial_import(const http::Request& request);

/// `Range: 0-24`. RANGE_NOT_SATISFIABLE when its end lies before its beginning.
Result<RowRange> parse_range(const http::Request& request);

}  // namespace bedplate::rest
