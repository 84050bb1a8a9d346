#pragma once
// FileWatch: waits until somebody saves one of a folder's files, by inotify, however an editor does it: in place, or as
// another file that takes its name. One thread waits; another may end the waiting.
#include <chrono>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "net/descriptor.hpp"

namespace bedplate::app {

class FileWatch {
 public:
  /// `paths`: of files that are there or not; where one is a link, what it leads to is watched too. Errors:
  /// kUnavailable.
  static Result<FileWatch> open(const std::vector<std::string>& paths);

  /// Returns once something was saved and nothing more came for a moment; false: end() was called.
  bool wait();
  /// From any thread.
  void end();

 private:
  struct Folder {
    int number;  // inotify's
    std::vector<std::string> names;
  };
  FileWatch(net::Descriptor events, net::Descriptor stop) : events_(std::move(events)), stop_(std::move(stop)) {}
  Result<void> add(const std::string& path);
  bool take_events();

  net::Descriptor events_, stop_;
  std::vector<Folder> folders_;
};

}  // namespace bedplate::app
