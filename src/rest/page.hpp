#pragma once
// Inside rest alone: pages of a list by keyset cursors (`after`, `before`, Link). A page is bound before the list is
// read and told where its neighbours begin after.
#include "engine/session.hpp"
#include "http/handler.hpp"
#include "operation/cursor.hpp"
#include "rest/bind.hpp"

namespace bedplate::rest {

struct Page {
  std::int64_t rows = 0;   ///< of a full one; 0: it is whole in any case
  bool keyed = false;      ///< its rows tell their places: neighbours are named by cursors, else by offsets
  bool resumed = false;    ///< it begins at a cursor
  bool backwards = false;  ///< read from its end
  std::string context;     ///< what its cursors are bound to
};

/// Gives `bound` a total order, and the rows behind (or before) the cursor of `syntax`. INVALID_CURSOR for one that
/// was not given to this caller for this list.
Result<Page> bind_page(const QuerySyntax& syntax, const http::Request& request, const operation::Principal& principal,
                       const RowRange& range, const operation::CursorKeys* keys, BoundQuery& bound, Binding& binding);

/// The same of a list as lines, which has no pages: from its beginning, or from behind a cursor.
Result<void> bind_lines(const QuerySyntax& syntax, const http::Request& request, const operation::Principal& principal,
                        const RowRange& range, const operation::CursorKeys* keys, BoundQuery& bound, Binding& binding);

/// Adds the Link (RFC 8288) to the neighbours of what was read.
Result<void> add_links(const Page& page, const http::Request& request, std::string_view base_url,
                       const BoundQuery& bound, const engine::ReadOutcome& outcome, const operation::CursorKeys* keys,
                       http::Reply& reply);

/// For what is no list.
Result<void> refuse_cursor(const QuerySyntax& syntax);

}  // namespace bedplate::rest
