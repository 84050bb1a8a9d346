#pragma once
// Arguments of one use of a directive. A value of the wrong kind reads as absent: sdl's check_types reports it.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sdl/ast.hpp"

namespace bedplate::model {

class Arguments {
 public:
  explicit Arguments(const sdl::Directive* use) : use_(use) {}
  /// The value as written; null when absent or a literal null.
  const sdl::Value* find(std::string_view name) const;
  std::optional<std::string_view> text(std::string_view name) const;  ///< a string
  std::optional<std::string_view> word(std::string_view name) const;  ///< an enum value
  std::optional<std::int64_t> integer(std::string_view name) const;
  bool flag(std::string_view name) const;
  bool has(std::string_view name) const { return find(name) != nullptr; }
  /// The items of a list that are of this kind; a single value counts as a list of one.
  std::vector<const sdl::Value*> list(std::string_view name, sdl::ValueKind kind) const;

 private:
  const sdl::Directive* use_;
};

/// The use as it stands in the source, from `@` to its closing parenthesis.
std::string_view written(const sdl::Directive& use, std::string_view source);

}  // namespace bedplate::model
