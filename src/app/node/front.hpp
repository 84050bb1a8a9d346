#pragma once
// Front: the first handler of a loop: health for whoever watches the process, what browsers
// ask before they send, the pages of /docs and /console, everything else to REST. One per loop.
#include <atomic>
#include <functional>

#include "app/dev/dev_page.hpp"
#include "app/node/watch.hpp"
#include "console/console.hpp"
#include "http/handler.hpp"
#include "middleware/cors.hpp"

namespace bedplate::app {

class Front final : public http::Handler {
 public:
  /// A number for who asks, before it is authenticated.
  using CallerOf = std::move_only_function<std::uint64_t(const http::Request&)>;

  /// What it gives requests to; all outlive it.
  struct Ways {
    const model::Model& model;
    http::Handler& rest;
    const std::atomic<bool>& ready;  ///< the node's: false while it drains
    const middleware::Cors& cors;
    Watch& watch;
    console::Console& console;
    http::Handler* metrics = nullptr;   ///< null: the page is elsewhere, or nowhere
    const DevPage* dev_page = nullptr;  ///< null: in production
  };
  Front(const Ways& ways, CallerOf caller_of) : ways_(ways), caller_of_(std::move(caller_of)) {}

  void handle(http::Request& request, http::ReplyWriter& writer) override;
  bool takes_parts(const http::Request& request) const override { return ways_.rest.takes_parts(request); }
  http::Claim claim(const http::Request& request) override;
  void refuse(http::Request& request, http::ReplyWriter& writer) override;

 private:
  void observe(http::Request& request, http::ReplyWriter& writer,
               void (Front::*answer)(http::Request&, http::ReplyWriter&));
  void route(http::Request& request, http::ReplyWriter& writer);
  void turn_away(http::Request& request, http::ReplyWriter& writer);

  const Ways ways_;
  CallerOf caller_of_;
};

/// A short text for whoever watches, to GET and HEAD alone.
void answer_text(const http::Request& request, http::ReplyWriter& writer, int status, std::string_view text);
/// /healthz (the process lives and its loop turns) and /readyz (it welcomes requests); false for any other path.
bool answer_health(const http::Request& request, http::ReplyWriter& writer, const std::atomic<bool>& ready);

}  // namespace bedplate::app
