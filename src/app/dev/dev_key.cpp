#include "app/dev/dev_key.hpp"

#include <sys/stat.h>

#include "app/project/files.hpp"
#include "identity/dev_key.hpp"

namespace bedplate::app {
namespace {

Result<void> make_key(const std::string& folder, const std::string& path, Random& random) {
  BP_TRY_VOID(create_directory(folder));
  if (const std::string ignore = folder + "/.gitignore"; !file_exists(ignore))
    BP_TRY_VOID(create_private_file(ignore, "*\n"));
  return create_private_file(path, identity::make_dev_key(random).reveal());
}

Result<void> only_ours(const std::string& path) {
  struct stat found{};
  if (::stat(path.c_str(), &found) != 0 || (found.st_mode & 077) == 0) return {};
  return failure(Error(Reason::kInvalidConfiguration, path + " can be read by others")
                     .with_hint("Whoever reads it can be anybody in your development server: remove the file, a new "
                                "key is made at once."));
}

}  // namespace

Result<config::SecretText> development_key(const std::string& directory, Random& random) {
  const std::string folder = directory + "/.bedplate";
  const std::string path = folder + "/dev.key";
  if (!file_exists(path)) BP_TRY_VOID(make_key(folder, path, random));
  BP_TRY_VOID(only_ours(path));
  BP_TRY(std::string key, read_file(path, kSmallFile));
  return config::SecretText(std::move(key));
}

}  // namespace bedplate::app
