#pragma once
// Front: the first handler of a loop: health for whoever watches the process, everything else to REST. One per loop.
#include <atomic>

#include "http/handler.hpp"

namespace bedplate::app {

class Front final : public http::Handler {
 public:
  /// `ready` is the node's: false while it drains.
  Front(http::Handler& rest, const std::atomic<bool>& ready) : rest_(rest), ready_(ready) {}

  void handle(http::Request& request, http::ReplyWriter& writer) override;

 private:
  http::Handler& rest_;
  const std::atomic<bool>& ready_;
};

}  // namespace bedplate::app
