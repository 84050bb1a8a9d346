#include "app/project/files.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include "net/descriptor.hpp"

namespace bedplate::app {
namespace {

std::unexpected<Error> failed(const std::string& path, const char* what, int code) {
  return failure(Error(Reason::kInvalidConfiguration, path + " cannot be " + what + ": " + std::strerror(code)));
}

Result<void> create_new(const std::string& path, std::string_view text, mode_t mode) {
  const net::Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
  if (file.get() < 0) return failed(path, "written", errno);
  while (!text.empty()) {
    const ssize_t size = ::write(file.get(), text.data(), text.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return failed(path, "written", errno);
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return {};
}

}  // namespace

bool file_exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

bool is_directory(const std::string& path) {
  struct stat found{};
  return ::stat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode);
}

Result<std::string> read_file(const std::string& path, std::size_t at_most) {
  const net::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return failed(path, "read", errno);
  std::string text;
  char block[16384];
  for (;;) {
    const ssize_t size = ::read(file.get(), block, sizeof block);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return failed(path, "read", errno);
    if (size == 0) return text;
    text.append(block, static_cast<std::size_t>(size));
    if (text.size() > at_most)
      return failure(
          Error(Reason::kInvalidConfiguration, path + " is longer than " + std::to_string(at_most >> 10) + " KiB"));
  }
}

Result<void> create_file(const std::string& path, std::string_view text) { return create_new(path, text, 0666); }

Result<void> create_private_file(const std::string& path, std::string_view text) {
  return create_new(path, text, 0600);
}

Result<void> create_directory(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return failed(path, "made", error.value());
  return {};
}

Result<void> create_private_directory(const std::string& path) {
  if (is_directory(path)) return {};
  BP_TRY_VOID(create_directory(parent_directory(path)));
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return failed(path, "made", errno);
  return {};
}

std::string parent_directory(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace bedplate::app
