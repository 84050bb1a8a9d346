#pragma once
// Result<T> and the statements that pass an error on. Each macro is a statement: one per line, inside braces.
#include <expected>
#include <utility>

#include "base/error.hpp"

namespace bedplate {

template <class T = void>
using Result = std::expected<T, Error>;

/// The failed half of a Result: `return failure(Reason::kNotFound, "…");`
template <class... Args>
[[nodiscard]] std::unexpected<Error> failure(Args&&... args) {
  return std::unexpected<Error>(std::in_place, std::forward<Args>(args)...);
}
[[nodiscard]] inline std::unexpected<Error> failure(Error&& error) { return std::unexpected<Error>(std::move(error)); }

}  // namespace bedplate

#define BP_CONCAT_(a, b) a##b
#define BP_CONCAT(a, b) BP_CONCAT_(a, b)
#define BP_TRY_(result, leave, declaration, ...)                         \
  auto result = (__VA_ARGS__);                                           \
  if (!result) [[unlikely]]                                              \
    leave std::unexpected<::bedplate::Error>(std::move(result).error()); \
  declaration = *std::move(result)
#define BP_TRY_VOID_(result, leave, ...)                                   \
  do {                                                                     \
    auto result = (__VA_ARGS__);                                           \
    if (!result) [[unlikely]]                                              \
      leave std::unexpected<::bedplate::Error>(std::move(result).error()); \
  } while (false)

/// BP_TRY(const auto x, f());  — x is the value, or the function returns the error.
#define BP_TRY(declaration, ...) BP_TRY_(BP_CONCAT(bp_result_, __LINE__), return, declaration, __VA_ARGS__)
#define BP_TRY_VOID(...) BP_TRY_VOID_(BP_CONCAT(bp_result_, __LINE__), return, __VA_ARGS__)
/// The same in a coroutine.
#define BP_CO_TRY(declaration, ...) BP_TRY_(BP_CONCAT(bp_result_, __LINE__), co_return, declaration, __VA_ARGS__)
#define BP_CO_TRY_VOID(...) BP_TRY_VOID_(BP_CONCAT(bp_result_, __LINE__), co_return, __VA_ARGS__)
