#include "app/dev/file_watch.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>

#include "app/project/files.hpp"

namespace bedplate::app {
namespace {

/// An editor that writes a file twice, or two files, is done by then.
constexpr int kQuietMs = 20;

}  // namespace

Result<FileWatch> FileWatch::open(const std::vector<std::string>& paths) {
  FileWatch made(net::Descriptor(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
                 net::Descriptor(::eventfd(0, EFD_CLOEXEC)));
  if (!made.events_ || !made.stop_)
    return failure(Error(Reason::kUnavailable, "files can't be watched").with_detail(std::strerror(errno)));
  for (const std::string& path : paths) {
    BP_TRY_VOID(made.add(path));
    std::error_code broken;
    const auto leads_to = std::filesystem::canonical(path, broken);
    if (!broken && leads_to != std::filesystem::absolute(path).lexically_normal()) BP_TRY_VOID(made.add(leads_to));
  }
  return made;
}

Result<void> FileWatch::add(const std::string& path) {
  const std::string folder = parent_directory(path);
  const int number = ::inotify_add_watch(events_.get(), folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE);
  if (number < 0)
    return failure(Error(Reason::kUnavailable, "the folder " + folder + " can't be watched")
                       .with_detail(std::strerror(errno))
                       .with_hint("fs.inotify.max_user_watches may be too low."));
  auto at = std::ranges::find(folders_, number, &Folder::number);
  if (at == folders_.end()) at = folders_.insert(folders_.end(), Folder{number, {}});
  at->names.push_back(std::filesystem::path(path).filename());
  return {};
}

/// Whether any of them is about a watched name.
bool FileWatch::take_events() {
  alignas(inotify_event) char buffer[8192];
  bool ours = false;
  for (ssize_t size = 0; (size = ::read(events_.get(), buffer, sizeof buffer)) > 0;) {
    for (const char* at = buffer; at < buffer + size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(at);
      const auto folder = std::ranges::find(folders_, event->wd, &Folder::number);
      ours = ours || (event->mask & IN_Q_OVERFLOW) != 0 ||
             (folder != folders_.end() && event->len > 0 &&
              std::ranges::find(folder->names, event->name) != folder->names.end());
      at += sizeof(inotify_event) + event->len;
    }
  }
  return ours;
}

bool FileWatch::wait() {
  pollfd waits[2] = {{events_.get(), POLLIN, 0}, {stop_.get(), POLLIN, 0}};
  for (bool saved = false;;) {
    const int ready = ::poll(waits, 2, saved ? kQuietMs : -1);
    if (ready < 0 && errno != EINTR) return false;
    if (waits[1].revents != 0) return false;
    if (ready == 0) return true;
    if (ready > 0 && take_events()) saved = true;
  }
}

void FileWatch::end() { ::eventfd_write(stop_.get(), 1); }

}  // namespace bedplate::app
