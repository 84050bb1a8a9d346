#pragma once
// "Did you mean …?" as graphql-js says it: options near the input by Damerau-Levenshtein distance, at most five, the
// nearest first, equals by natural order. Pure.
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bedplate::sdl {

/// The options near enough to `input`, nearest first, each once. Long inputs have none.
std::vector<std::string_view> suggestions(std::string_view input, std::span<const std::string_view> options);

/// ` Did you mean "a", "b", or "c"?` with a leading space, or nothing.
std::string did_you_mean(std::string_view input, std::span<const std::string_view> options);

}  // namespace bedplate::sdl
