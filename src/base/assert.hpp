#pragma once
// BP_ASSERT: a bug of ours ends the process with the place of it; what a client can cause is a Result instead.

namespace bedplate {
[[noreturn]] void assertion_failed(const char* expression, const char* file, int line) noexcept;
}

#define BP_ASSERT(...) \
  (static_cast<bool>(__VA_ARGS__) ? void(0) : ::bedplate::assertion_failed(#__VA_ARGS__, __FILE__, __LINE__))
