#pragma once
// TempDir: a folder for one test, gone with it.
#include <filesystem>
#include <stdlib.h>
#include <string>

namespace bedplate::testing_support {

class TempDir {
 public:
  TempDir() : TempDir(std::filesystem::path()) {}
  /// Below `place` where that is a folder, else where temporary files belong.
  explicit TempDir(const std::filesystem::path& place) {
    const auto below = std::filesystem::is_directory(place) ? place : std::filesystem::temp_directory_path();
    std::string name = (below / "bedplate-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace bedplate::testing_support
