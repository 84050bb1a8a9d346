#pragma once
// Exposition: metrics as Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).
// Names, label names and help are literals of ours. Lives as long as the page it writes.
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "telemetry/counter.hpp"

namespace bedplate::telemetry {

class Exposition {
 public:
  using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  static constexpr std::string_view kContentType = "text/plain; version=0.0.4; charset=utf-8";

  explicit Exposition(std::string& out) : out_(out) {}

  /// Begins a metric: all its samples follow. `type` is counter, gauge or histogram.
  void family(std::string_view name, std::string_view type, std::string_view help);
  void sample(std::uint64_t value, Labels labels = {});
  void seconds(double value, Labels labels = {});
  /// Each bucket, sum and count. `unit` divides the values: 1e6 shows µs as seconds.
  template <const auto& kBounds>
  void histogram(const HistogramSum<kBounds>& sum, double unit, Labels labels = {}) {
    histogram(kBounds, sum.counts, sum.sum, unit, labels);
  }
  /// A metric of one sample.
  void counter(std::string_view name, std::string_view help, std::uint64_t value);
  void gauge(std::string_view name, std::string_view help, std::uint64_t value);

 private:
  void histogram(std::span<const std::uint64_t> bounds, std::span<const std::uint64_t> counts, std::uint64_t sum,
                 double unit, Labels labels);
  void begin(std::string_view suffix, Labels labels, std::string_view bound);

  std::string& out_;
  std::string name_;
};

}  // namespace bedplate::telemetry
