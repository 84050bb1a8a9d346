#pragma once
// Entity tags (RFC 9110 section 8.8): `"<row version>.<hash>"` of one row of a @versioned type, `W/"<hash>"` of more.
// One in a content coding has that at its end, `"3.<hash>-gzip"`, and is otherwise as good.
// The hash is of the body and of who sees it, so that a tag is of no use to anybody else. Inside rest alone.
#include <optional>
#include <string>

#include "engine/precondition.hpp"
#include "http/reply.hpp"
#include "http/request.hpp"
#include "operation/principal.hpp"

namespace bedplate::rest {

struct Tagged {
  std::optional<std::int64_t> version;  ///< none: of more than one row
  bool weak = false;
  std::string_view coding = {};  ///< what the body will be encoded in: then it is another representation
};

/// Adds the ETag of the reply's body.
void add_etag(const Tagged& tagged, const operation::Principal& principal, http::Reply& reply);

/// The same of a read; where the request has the tag in If-None-Match, the reply becomes a 304.
void answer_tagged(const Tagged& tagged, const operation::Principal& principal, const http::Request& request,
                   http::Reply& reply);

/// What If-Match and If-None-Match of a write want of its row. `versioned`: it is one row of a @versioned type, else
/// neither holds, but for `If-None-Match: *` of a PUT. Error: PRECONDITION_FAILED.
Result<std::optional<engine::Precondition>> parse_precondition(const http::Request& request, bool versioned);

}  // namespace bedplate::rest
