#pragma once
// The table of the prelude's directives: what is served and what a use of one that isn't holds back. The reference
// (docs/reference/directives.md) and the compiler's warnings are both checked against it.
#include <span>
#include <string_view>

#include "model/model.hpp"

namespace bedplate::model {

enum class Status : std::uint8_t {
  kServed,
  kNotYet,  ///< accepted and checked; `blocks` says what answers 501
};

struct DirectiveInfo {
  std::string_view name;  ///< without @
  Status status = Status::kServed;
  Verbs blocks;  ///< of an entity; on a field any of them means the field
};

std::span<const DirectiveInfo> directive_table();
/// Null for a directive that the prelude doesn't define.
const DirectiveInfo* directive_info(std::string_view name);

}  // namespace bedplate::model
