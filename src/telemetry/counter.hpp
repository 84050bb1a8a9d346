#pragma once
// Counter, Histogram: numbers with one writer at a time (a loop, a thread, whoever holds a mutex), read by anyone.
// Adding is a load and a store, no locked instruction; a reader may see a histogram's parts a moment apart.
#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>

namespace bedplate::telemetry {

class Counter {
 public:
  void add(std::uint64_t by = 1) { value_.store(value() + by, std::memory_order_relaxed); }
  void subtract(std::uint64_t by = 1) { value_.store(value() - by, std::memory_order_relaxed); }
  void set(std::uint64_t to) { value_.store(to, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_ = 0;
};

/// µs. From what a read by key takes to beyond every statement's budget.
inline constexpr std::array<std::uint64_t, 16> kDurations{100,       250,       500,       1'000,     2'500,   5'000,
                                                          10'000,    25'000,    50'000,    100'000,   250'000, 500'000,
                                                          1'000'000, 2'500'000, 5'000'000, 10'000'000};
inline constexpr std::array<std::uint64_t, 9> kGroupSizes{1, 2, 4, 8, 16, 32, 64, 128, 256};

/// How many values were at most each of `kBounds`, and one more for those above.
template <const auto& kBounds>
class Histogram {
 public:
  static constexpr std::size_t kBuckets = kBounds.size() + 1;
  void observe(std::uint64_t value) {
    counts_[static_cast<std::size_t>(std::lower_bound(kBounds.begin(), kBounds.end(), value) - kBounds.begin())].add();
    sum_.add(value);
  }
  std::uint64_t count(std::size_t bucket) const { return counts_[bucket].value(); }
  std::uint64_t sum() const { return sum_.value(); }

 private:
  std::array<Counter, kBuckets> counts_;
  Counter sum_;
};
using Durations = Histogram<kDurations>;
using GroupSizes = Histogram<kGroupSizes>;

/// Several histograms as one, for whoever shows them.
template <const auto& kBounds>
struct HistogramSum {
  std::array<std::uint64_t, kBounds.size() + 1> counts{};
  std::uint64_t sum = 0;
  void add(const Histogram<kBounds>& one) {
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += one.count(i);
    sum += one.sum();
  }
};

}  // namespace bedplate::telemetry
