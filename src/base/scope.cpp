#include "base/scope.hpp"

namespace bedplate {

Scope::Scope(CancelToken parent) {
  if (parent.requested())
    source_.cancel();
  else
    listen(parent);
}

Scope::~Scope() { BP_ASSERT(running_ == 0); }

std::coroutine_handle<> Scope::left() noexcept {
  if (--running_ == 0 && joiner_) return std::exchange(joiner_, {});
  return std::noop_coroutine();
}

void Scope::caught(std::exception_ptr exception) noexcept {
  if (!exception_) exception_ = std::move(exception);
  source_.cancel();
}

}  // namespace bedplate
