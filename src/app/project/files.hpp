#pragma once
// Files of the program's edge: whole small files in and out. Blocking; for start and commands only.
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace bedplate::app {

inline constexpr std::size_t kSmallFile = 1u << 20;
inline constexpr std::size_t kSchemaFile = 64u << 20;

bool file_exists(const std::string& path);
bool is_directory(const std::string& path);
/// kInvalidConfiguration, naming the file, when it is missing, unreadable or longer than `at_most` bytes.
Result<std::string> read_file(const std::string& path, std::size_t at_most);
/// A new file; kInvalidConfiguration where there is one already.
Result<void> create_file(const std::string& path, std::string_view text);
/// A new file that only the user may read; otherwise the same.
Result<void> create_private_file(const std::string& path, std::string_view text);
/// With all folders above it.
Result<void> create_directory(const std::string& path);
/// The same, and only the user may enter it; one that is there stays as it is.
Result<void> create_private_directory(const std::string& path);
/// Everything before the last '/', or ".".
std::string parent_directory(const std::string& path);

}  // namespace bedplate::app
