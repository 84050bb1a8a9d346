#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace bedplate {

void assertion_failed(const char* expression, const char* file, int line) noexcept {
  std::fprintf(stderr, "bedplate: a bug: %s does not hold (%s:%d)\n", expression, file, line);
  std::abort();
}

}  // namespace bedplate
