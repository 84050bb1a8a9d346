#pragma once
// Front: the first handler of a loop: health for whoever watches the process, what browsers
// ask before they send, the pages of /docs and /console, everything else to REST. One per loop.
#include <atomic>
#include <functional>

#include "app/watch.hpp"
#include "console/console.hpp"
#include "http/handler.hpp"
#include "middleware/cors.hpp"

namespace bedplate::app {

class Front final : public http::Handler {
 public:
  /// A number for who asks, before it is authenticated.
  using CallerOf = std::move_only_function<std::uint64_t(const http::Request&)>;

  /// `ready` is the node's: false while it drains. `metrics` may be null: the page is elsewhere, or nowhere.
  Front(http::Handler& rest, const std::atomic<bool>& ready, const middleware::Cors& cors, Watch& watch,
        http::Handler* metrics, console::Console& console, CallerOf caller_of)
      : rest_(rest),
        ready_(ready),
        cors_(cors),
        watch_(watch),
        metrics_(metrics),
        console_(console),
        caller_of_(std::move(caller_of)) {}

  void handle(http::Request& request, http::ReplyWriter& writer) override;
  bool takes_parts(const http::Request& request) const override { return rest_.takes_parts(request); }
  http::Claim claim(const http::Request& request) override;
  void refuse(http::Request& request, http::ReplyWriter& writer) override;

 private:
  void observe(http::Request& request, http::ReplyWriter& writer,
               void (Front::*answer)(http::Request&, http::ReplyWriter&));
  void route(http::Request& request, http::ReplyWriter& writer);
  void turn_away(http::Request& request, http::ReplyWriter& writer);

  http::Handler& rest_;
  const std::atomic<bool>& ready_;
  const middleware::Cors& cors_;
  Watch& watch_;
  http::Handler* const metrics_;
  console::Console& console_;
  CallerOf caller_of_;
};

/// A short text for whoever watches, to GET and HEAD alone.
void answer_text(const http::Request& request, http::ReplyWriter& writer, int status, std::string_view text);
/// /healthz (the process lives and its loop turns) and /readyz (it welcomes requests); false for any other path.
bool answer_health(const http::Request& request, http::ReplyWriter& writer, const std::atomic<bool>& ready);

}  // namespace bedplate::app
