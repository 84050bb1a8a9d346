#include "store/sqlite/owner_lock.hpp"

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace bedplate::store::sqlite {
namespace {

// Two names of one file must meet at one lock: the file's real path, or its folder's where it does not exist yet.
std::string owner_path(const std::string& database_path) {
  char real[PATH_MAX];
  if (::realpath(database_path.c_str(), real)) return std::string(real) + ".owner";
  const auto slash = database_path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : database_path.substr(0, slash + 1);
  const std::string name = slash == std::string::npos ? database_path : database_path.substr(slash + 1);
  if (::realpath(folder.c_str(), real)) return std::string(real) + "/" + name + ".owner";
  return database_path + ".owner";
}

std::string read_start(const char* path, int descriptor = -1) {
  const int from = descriptor >= 0 ? descriptor : ::open(path, O_RDONLY | O_CLOEXEC);
  if (from < 0) return {};
  char text[64];
  const ssize_t size = ::pread(from, text, sizeof text, 0);
  if (descriptor < 0) ::close(from);
  std::string out(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  return out.substr(0, out.find('\n'));
}

Error owned(const std::string& path, int descriptor) {
  std::string owner = read_start(nullptr, descriptor);
  if (owner.empty() || owner.find_first_not_of("0123456789") != std::string::npos) owner.clear();
  const std::string name = owner.empty() ? "" : read_start(("/proc/" + owner + "/comm").c_str());
  std::string who = owner.empty() ? "another process" : "process " + owner + (name.empty() ? "" : " (" + name + ")");
  return Error(Reason::kDatabaseOwned, "The database is owned by " + who + ".")
      .with_detail("The lock is " + path + ".")
      .with_hint("Stop that process, or give this one a database of its own.");
}

}  // namespace

Result<OwnerLock> OwnerLock::take(const std::string& database_path) {
  const std::string path = owner_path(database_path);
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0)
    return failure(Error(Reason::kUnavailable, "The database's lock file cannot be opened.")
                       .with_detail(path + ": " + std::strerror(errno))
                       .with_hint("The folder must exist and be writable."));
  OwnerLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return failure(owned(path, descriptor));
    return failure(
        Error(Reason::kUnavailable, "The database cannot be locked.").with_detail(path + ": " + std::strerror(errno)));
  }
  const std::string owner = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) != 0 ||
      ::pwrite(descriptor, owner.data(), owner.size(), 0) != static_cast<ssize_t>(owner.size()))
    return failure(Error(Reason::kStorageFull, "The database's lock file cannot be written.")
                       .with_detail(path + ": " + std::strerror(errno)));
  return lock;
}

OwnerLock::~OwnerLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace bedplate::store::sqlite
