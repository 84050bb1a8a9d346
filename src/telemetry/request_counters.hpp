#pragma once
// RequestCounters: what came in by route and method, one set a loop; written on its loop, read by anyone. A series is
// made when the first request of its kind ends; routes and methods are tables of ours, so their number has a bound that
// no client moves.
#include <memory>

#include "telemetry/counter.hpp"

namespace bedplate::telemetry {

class RequestCounters {
 public:
  struct Series {
    std::array<Counter, 6> replies;  ///< by status class; [0] unused
    Durations durations;
  };

  RequestCounters(std::size_t routes, std::size_t methods)
      : methods_(methods), size_(routes * methods), series_(std::make_unique<std::atomic<Series*>[]>(size_)) {}
  ~RequestCounters() {
    for (std::size_t i = 0; i < size_; ++i) delete series_[i].load(std::memory_order_relaxed);
  }
  RequestCounters(const RequestCounters&) = delete;
  RequestCounters& operator=(const RequestCounters&) = delete;

  /// On the loop.
  void ended(std::size_t route, std::size_t method, int status, std::uint64_t microseconds) {
    auto& place = series_[route * methods_ + method];
    Series* series = place.load(std::memory_order_relaxed);
    if (!series) place.store(series = std::make_unique<Series>().release(), std::memory_order_release);
    series->replies[std::min<std::size_t>(static_cast<std::size_t>(status) / 100, 5)].add();
    series->durations.observe(microseconds);
  }
  /// Null where nothing came yet. Any thread.
  const Series* find(std::size_t route, std::size_t method) const {
    return series_[route * methods_ + method].load(std::memory_order_acquire);
  }
  Counter in_flight;  ///< now

 private:
  const std::size_t methods_, size_;
  const std::unique_ptr<std::atomic<Series*>[]> series_;
};

}  // namespace bedplate::telemetry
