#include "app/node/door.hpp"

#include <new>
#include <utility>

namespace bedplate::app {

void Door::let_in() {
  held_ = false;
  for (const auto& each : std::exchange(waiting_, {})) {
    try {
      handler_->handle(*each.request, *each.writer);
    } catch (const std::bad_alloc&) {
      handler_->refuse(*each.request, *each.writer);
    }
  }
}

}  // namespace bedplate::app
