#pragma once
// What the kernel says that this process uses. Any thread.
#include <cstdint>

namespace bedplate::app {

struct ProcessUsage {
  double cpu_seconds = 0;
  std::uint64_t resident_bytes = 0, virtual_bytes = 0;
  std::uint64_t open_descriptors = 0, most_descriptors = 0;
};

ProcessUsage process_usage();

}  // namespace bedplate::app
