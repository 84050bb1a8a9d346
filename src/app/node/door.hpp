#pragma once
// Door: what the server knows of a loop's handlers: it leads to those of the model that is served now, so that another
// model can take its place between two requests. A request goes on with the handlers that it began with; those that
// come while the door is held wait in front of it. One a loop, on that loop.
#include <vector>

#include "http/handler.hpp"

namespace bedplate::app {

class Door final : public http::Handler {
 public:
  /// Before the first request, then whenever the model changes; `handler` outlives the requests that it begins.
  void lead_to(http::Handler& handler) { handler_ = &handler; }
  /// For a moment, until let_in().
  void hold() { held_ = true; }
  void let_in();

  void handle(http::Request& request, http::ReplyWriter& writer) override {
    if (held_) [[unlikely]]
      return waiting_.push_back({&request, &writer});
    handler_->handle(request, writer);
  }
  bool takes_parts(const http::Request& request) const override { return handler_->takes_parts(request); }
  http::Claim claim(const http::Request& request) override { return handler_->claim(request); }
  void refuse(http::Request& request, http::ReplyWriter& writer) override { handler_->refuse(request, writer); }

 private:
  struct Waiting {
    http::Request* request;
    http::ReplyWriter* writer;
  };
  http::Handler* handler_ = nullptr;
  bool held_ = false;
  std::vector<Waiting> waiting_;
};

}  // namespace bedplate::app
