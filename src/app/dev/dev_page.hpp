#pragma once
// DevPage: what a browser sees at / while somebody develops: what is served, or why the schema saved last is not. It
// answers who asks on this machine by a name of this machine alone, so that no page from elsewhere reads the schema
// through a name that it lets point here. One a node, on any loop.
#include "app/dev/dev_status.hpp"
#include "http/handler.hpp"
#include "model/model.hpp"

namespace bedplate::app {

class DevPage {
 public:
  /// Outlives it.
  explicit DevPage(const DevStatus& status);
  /// False: the path is another's. `model`: the one that is served.
  bool answer(const http::Request& request, http::ReplyWriter& writer, const model::Model& model) const;

 private:
  const DevStatus& status_;
  std::string policy_;
};

}  // namespace bedplate::app
