#include "app/node/process_usage.hpp"

#include <cstdio>
#include <dirent.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bedplate::app {
namespace {

// Kernels from 6.2 on tell the number as the directory's size; before, each must be passed.
std::uint64_t open_descriptors() {
  struct stat status{};
  if (::stat("/proc/self/fd", &status) == 0 && status.st_size > 0) return static_cast<std::uint64_t>(status.st_size);
  DIR* const directory = ::opendir("/proc/self/fd");
  if (directory == nullptr) return 0;
  std::uint64_t count = 0;
  while (const dirent* entry = ::readdir(directory)) count += entry->d_name[0] != '.';
  ::closedir(directory);
  return count > 0 ? count - 1 : 0;  // one is the directory's own
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

ProcessUsage process_usage() {
  ProcessUsage usage;
  rusage spent{};
  if (::getrusage(RUSAGE_SELF, &spent) == 0) usage.cpu_seconds = seconds(spent.ru_utime) + seconds(spent.ru_stime);
  if (std::FILE* const file = std::fopen("/proc/self/statm", "re")) {
    unsigned long long pages = 0, resident = 0;
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    if (std::fscanf(file, "%llu %llu", &pages, &resident) == 2) {
      usage.virtual_bytes = pages * page;
      usage.resident_bytes = resident * page;
    }
    std::fclose(file);
  }
  usage.open_descriptors = open_descriptors();
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) usage.most_descriptors = limit.rlim_cur;
  return usage;
}

}  // namespace bedplate::app
