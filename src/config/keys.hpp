#pragma once
// Every key of bedplate.yaml as a dotted path, `[]` standing for a list's members. The one table behind unknown keys,
// suggestions, BEDPLATE_* variables and the check that the reference names them all.
#include <span>
#include <string_view>

namespace bedplate::config {

std::span<const std::string_view> served_keys();
/// Keys of features that are not built: writing one is an error that says so.
std::span<const std::string_view> unserved_keys();

}  // namespace bedplate::config
