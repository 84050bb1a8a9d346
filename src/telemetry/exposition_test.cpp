#include "telemetry/exposition.hpp"

#include <gtest/gtest.h>

#include "telemetry/request_counters.hpp"

namespace bedplate::telemetry {
namespace {

TEST(Exposition, WritesFamiliesWithEscapedLabels) {
  std::string page;
  Exposition out(page);
  out.counter("a_total", "How many.", 7);
  out.family("b", "gauge", "Now.");
  out.sample(1, {{"path", "a\"b\\c\nd"}, {"x", "y"}});
  EXPECT_EQ(page,
            "# HELP a_total How many.\n# TYPE a_total counter\na_total 7\n"
            "# HELP b Now.\n# TYPE b gauge\nb{path=\"a\\\"b\\\\c\\nd\",x=\"y\"} 1\n");
}

constexpr std::array<std::uint64_t, 2> kBounds{1'000, 2'500'000};

TEST(Exposition, BucketsCountWhatIsAtMostTheirBound) {
  Histogram<kBounds> loops[2];
  loops[0].observe(1'000);
  loops[0].observe(1'001);
  loops[1].observe(9'000'000);
  HistogramSum<kBounds> sum;
  for (const auto& loop : loops) sum.add(loop);
  std::string page;
  Exposition out(page);
  out.family("t_seconds", "histogram", "Took.");
  out.histogram(sum, 1e6, {{"method", "GET"}});
  EXPECT_EQ(page,
            "# HELP t_seconds Took.\n# TYPE t_seconds histogram\n"
            "t_seconds_bucket{method=\"GET\",le=\"0.001\"} 1\n"
            "t_seconds_bucket{method=\"GET\",le=\"2.5\"} 2\n"
            "t_seconds_bucket{method=\"GET\",le=\"+Inf\"} 3\n"
            "t_seconds_sum{method=\"GET\"} 9.002001\n"
            "t_seconds_count{method=\"GET\"} 3\n");
}

TEST(RequestCounters, HaveASeriesOfWhatCame) {
  RequestCounters counters(3, 2);
  EXPECT_EQ(counters.find(2, 1), nullptr);
  counters.ended(2, 1, 404, 300);
  counters.ended(2, 1, 200, 90);
  ASSERT_NE(counters.find(2, 1), nullptr);
  EXPECT_EQ(counters.find(2, 1)->replies[4].value(), 1u);
  EXPECT_EQ(counters.find(2, 1)->replies[2].value(), 1u);
  EXPECT_EQ(counters.find(2, 1)->durations.sum(), 390u);
  EXPECT_EQ(counters.find(2, 0), nullptr);
}

}  // namespace
}  // namespace bedplate::telemetry
