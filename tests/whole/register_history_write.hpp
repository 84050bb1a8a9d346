#pragma once
// History: what clients did to one register, with the instants before they asked and after they had the answer. Every
// write has a value of its own, so linearizability is decided exactly in n log n by the zones of Gibbons and Korach
// ("Testing shared memories", SIAM J. Computing 26:4). One thread.
#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bedplate::test {

struct RegisterEvent {
  bool write = false;
  std::int64_t value = 0;
  std::int64_t start = 0, end = 0;  ///< ns
};

class RegisterHistory {
 public:
  /// Its first value, written before anything else.
  explicit RegisterHistory(std::int64_t initial) { add({.write = true, .value = initial, .start = -1, .end = -1}); }

  void add(const RegisterEvent& event) { events_.push_back(event); }

  /// What no order of the events explains, or nothing.
  std::optional<std::string> contradiction() const {
    std::map<std::int64_t, Cluster> clusters;
    for (const auto& event : events_)
      if (event.write) clusters[event.value].written = event.start;
    for (const auto& event : events_) {
      const auto cluster = clusters.find(event.value);
      if (cluster == clusters.end()) return std::to_string(event.value) + " was read and never written";
      if (event.end < cluster->second.written) return std::to_string(event.value) + " was read before it was written";
      cluster->second.first_end = std::min(cluster->second.first_end, event.end);
      cluster->second.last_start = std::max(cluster->second.last_start, event.start);
    }
    return conflict(clusters);
  }

 private:
  /// The write of a value and its reads.
  struct Cluster {
    std::int64_t written = 0;
    std::int64_t first_end = INT64_MAX, last_start = INT64_MIN;
    /// The register held the value from the first end to the last start at least; else at some instant between.
    bool forward() const { return first_end < last_start; }
  };

  // Forward zones may not overlap, and no other zone may lie within one.
  static std::optional<std::string> conflict(const std::map<std::int64_t, Cluster>& clusters) {
    std::vector<std::pair<std::int64_t, Cluster>> forward;
    for (const auto& each : clusters)
      if (each.second.forward()) forward.push_back(each);
    const auto begin = [](const auto& one, const auto& other) { return one.second.first_end < other.second.first_end; };
    std::ranges::sort(forward, begin);
    for (std::size_t i = 1; i < forward.size(); ++i)
      if (forward[i].second.first_end < forward[i - 1].second.last_start)
        return both(forward[i - 1].first, forward[i].first);
    for (const auto& [value, cluster] : clusters) {
      if (cluster.forward()) continue;
      const std::pair<std::int64_t, Cluster> from(value, {.first_end = cluster.last_start});
      auto next = std::ranges::upper_bound(forward, from, begin);
      if (next != forward.begin() && cluster.first_end < std::prev(next)->second.last_start &&
          std::prev(next)->second.first_end < cluster.last_start)
        return both(std::prev(next)->first, value);
    }
    return std::nullopt;
  }
  static std::string both(std::int64_t one, std::int64_t other) {
    return "the register would have held " + std::to_string(one) + " and " + std::to_string(other) + " at once";
  }

  std::vector<RegisterEvent> events_;
};

}  // namespace bedplate::test
