#pragma once
// Door: what the server knows of a loop's handlers: it leads to those of the model that is served now, so that another
// model can take its place between two requests. A request goes on with the handlers that it began with. One a loop,
// on that loop.
#include "http/handler.hpp"

namespace bedplate::app {

class Door final : public http::Handler {
 public:
  /// Before the first request, then whenever the model changes; `handler` outlives the requests that it begins.
  void lead_to(http::Handler& handler) { handler_ = &handler; }

  void handle(http::Request& request, http::ReplyWriter& writer) override { handler_->handle(request, writer); }
  bool takes_parts(const http::Request& request) const override { return handler_->takes_parts(request); }
  http::Claim claim(const http::Request& request) override { return handler_->claim(request); }
  void refuse(http::Request& request, http::ReplyWriter& writer) override { handler_->refuse(request, writer); }

 private:
  http::Handler* handler_ = nullptr;
};

}  // namespace bedplate::app
