#pragma once
// Serves the files of /docs and /console, under a policy that lets a page load nothing but its own files and ask
// nobody but this server. Stateless; any loop.
#include <string_view>

#include "console/asset.hpp"
#include "http/reply.hpp"
#include "http/request.hpp"

namespace bedplate::console {

/// The file at that path (`/docs/` is `/docs`), or null.
const Asset* find_asset(std::string_view path);

/// Answers with the file in the best coding that the client takes, or 304. GET and HEAD; 405 for others.
void answer_asset(const Asset& asset, const http::Request& request, http::Reply& reply);

/// What every reply of these pages says, of the API behind them too: no other page may frame, guess or keep it.
void add_page_headers(http::Reply& reply);

}  // namespace bedplate::console
