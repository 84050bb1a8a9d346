#pragma once
// Journal: the last requests of a service, as the console shows them. A ring that recycles its memory; loops write, the
// console reads, on any thread.
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace bedplate::console {

class Journal {
 public:
  struct Request {
    std::int64_t at = 0;    ///< when it had come, µs since 1970
    std::int64_t took = 0;  ///< µs
    int status = 0;
    std::uint64_t bytes = 0;
    std::string_view id, method, path, client;
    std::string_view query;  ///< as sent, or the names of its parameters where values are nobody's business
  };

  explicit Journal(std::size_t requests = 300) : ring_(requests) {}
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  void note(const Request& request);
  /// Appends `{"last": 17, "requests": […]}`: those after the one numbered `after`, the oldest first, as many as are
  /// still known.
  void write(std::uint64_t after, std::string& out) const;

 private:
  struct Entry {
    std::int64_t at = 0, took = 0;
    int status = 0;
    std::uint64_t bytes = 0;
    std::string id, method, path, query, client;
  };

  mutable std::mutex mutex_;
  std::vector<Entry> ring_;  // guarded by mutex_, as the next
  std::uint64_t last_ = 0;   // the number of the newest; the first is 1
};

}  // namespace bedplate::console
