#include "app/node/metrics.hpp"

#include "app/node/front.hpp"
#include "app/node/process_usage.hpp"
#include "app/node/watch.hpp"
#include "telemetry/exposition.hpp"

namespace bedplate::app {
namespace {

using telemetry::Durations;
using telemetry::Exposition;
using telemetry::HistogramSum;
using Series = telemetry::RequestCounters::Series;

constexpr double kMicroseconds = 1e6;
constexpr std::array<std::string_view, Watch::kMethods> kMethods{"GET",   "HEAD",   "POST",    "PUT",
                                                                 "PATCH", "DELETE", "OPTIONS", "(other)"};
constexpr std::array<std::string_view, 6> kClasses{"", "1xx", "2xx", "3xx", "4xx", "5xx"};

/// Calls with the loops' series of each route and method that had a request.
template <class Use>
void for_each_kind(const MetricsSources& from, const Use& use) {
  std::vector<const Series*> found;
  for (std::size_t route = 0; route < from.routes.size(); ++route)
    for (std::size_t method = 0; method < kMethods.size(); ++method) {
      found.clear();
      for (const auto* loop : from.requests)
        if (const auto* series = loop->find(route, method)) found.push_back(series);
      if (!found.empty()) use(kMethods[method], std::string_view(from.routes.name(route)), found);
    }
}

void write_requests(const MetricsSources& from, Exposition& out) {
  out.family("bedplate_http_requests_total", "counter", "Requests answered, by method, route and class of status.");
  for_each_kind(from, [&](auto method, auto route, const auto& found) {
    for (std::size_t i = 1; i < kClasses.size(); ++i) {
      std::uint64_t count = 0;
      for (const auto* series : found) count += series->replies[i].value();
      if (count > 0) out.sample(count, {{"method", method}, {"route", route}, {"status", kClasses[i]}});
    }
  });
  out.family("bedplate_http_request_duration_seconds", "histogram",
             "From a request's complete arrival to its reply, without the time in which the client takes it.");
  for_each_kind(from, [&](auto method, auto route, const auto& found) {
    HistogramSum<telemetry::kDurations> sum;
    for (const auto* series : found) sum.add(series->durations);
    out.histogram(sum, kMicroseconds, {{"method", method}, {"route", route}});
  });
  std::uint64_t in_flight = 0;
  for (const auto* loop : from.requests) in_flight += loop->in_flight.value();
  out.gauge("bedplate_http_requests_in_flight", "Requests under way.", in_flight);
}

void write_server(const http::Server& server, Exposition& out) {
  const auto loops = server.counters();
  const auto sum = [&](telemetry::Counter telemetry::HttpCounters::* counter) {
    std::uint64_t all = 0;
    for (const auto* loop : loops) all += (loop->*counter).value();
    return all;
  };
  using Counters = telemetry::HttpCounters;
  out.gauge("bedplate_http_connections", "Connections now.", sum(&Counters::open));
  out.counter("bedplate_http_connections_accepted_total", "Connections accepted.", sum(&Counters::accepted));
  out.counter("bedplate_http_connections_refused_total", "Connections refused: there were too many.",
              sum(&Counters::refused));
  out.gauge("bedplate_http_requests_waiting", "Requests that wait for their loop.", sum(&Counters::waiting));
  out.counter("bedplate_http_requests_waited_total", "Requests that had to wait for their loop.",
              sum(&Counters::waited));
  out.counter("bedplate_http_requests_shed_total", "Requests refused: too many waited for their loop.",
              sum(&Counters::shed));
  out.counter("bedplate_http_malformed_requests_total", "Requests that the parser refused.", sum(&Counters::malformed));
  out.counter("bedplate_http_timeouts_total", "Connections ended by a deadline.", sum(&Counters::timeouts));
  out.counter("bedplate_http_received_bytes_total", "Bytes from clients.", sum(&Counters::bytes_in));
  out.counter("bedplate_http_sent_bytes_total", "Bytes to clients.", sum(&Counters::bytes_out));
  out.gauge("bedplate_http_unsent_bytes", "Bytes of replies that clients have not taken.", server.unsent().held());
  out.gauge("bedplate_loops", "Event loops.", loops.size());
}

void write_durations(std::string_view name, std::string_view help, const Durations& durations, Exposition& out) {
  HistogramSum<telemetry::kDurations> sum;
  sum.add(durations);
  out.family(name, "histogram", help);
  out.histogram(sum, kMicroseconds);
}

void write_store(const telemetry::StoreCounters& store, Exposition& out) {
  out.gauge("bedplate_store_writes_waiting", "Writes that wait for the writer.", store.writes_waiting.value());
  out.counter("bedplate_store_writes_refused_total", "Writes refused: too many waited.", store.writes_refused.value());
  write_durations("bedplate_store_write_duration_seconds", "Of a write, from the queue to its durable commit.",
                  store.writes, out);
  out.counter("bedplate_store_commits_total", "Transactions committed.", store.commits.value());
  write_durations("bedplate_store_commit_duration_seconds", "Of COMMIT with its synchronisation.", store.commit_times,
                  out);
  HistogramSum<telemetry::kGroupSizes> groups;
  groups.add(store.groups);
  out.family("bedplate_store_group_size", "histogram", "Writes that shared a transaction.");
  out.histogram(groups, 1);
  out.gauge("bedplate_store_log_pages", "Pages in the write-ahead log.", store.log_pages.value());
  out.counter("bedplate_store_checkpoints_total", "Checkpoints of the write-ahead log.", store.checkpoints.value());
  out.gauge("bedplate_store_heavy_reads_waiting", "Long reads that wait for a thread.", store.heavy_waiting.value());
  out.counter("bedplate_store_heavy_reads_refused_total", "Long reads refused: too many waited, or too long.",
              store.heavy_refused.value());
  write_durations("bedplate_store_heavy_read_duration_seconds", "Of a long read on its thread.", store.heavy_reads,
                  out);
}

void write_process(const MetricsSources& from, Exposition& out) {
  const ProcessUsage usage = process_usage();
  out.family("process_cpu_seconds_total", "counter", "CPU time, user and system.");
  out.seconds(usage.cpu_seconds);
  out.family("process_start_time_seconds", "gauge", "When the process started, since 1970.");
  out.seconds(static_cast<double>(from.started) / kMicroseconds);
  out.gauge("process_resident_memory_bytes", "Memory held in RAM.", usage.resident_bytes);
  out.gauge("process_virtual_memory_bytes", "Memory addressed.", usage.virtual_bytes);
  out.gauge("process_open_fds", "Open file descriptors.", usage.open_descriptors);
  out.gauge("process_max_fds", "The most file descriptors that may be open.", usage.most_descriptors);
  out.gauge("bedplate_ready", "1 while new requests are welcome.", from.ready.load(std::memory_order_relaxed) ? 1 : 0);
  out.family("bedplate_build_info", "gauge", "Always 1; the label names the version.");
  out.sample(1, {{"version", BEDPLATE_VERSION}});
}

}  // namespace

void Metrics::handle(http::Request& request, http::ReplyWriter& writer) {
  if (request.method() != http::Method::kGet && request.method() != http::Method::kHead)
    return answer_text(request, writer, 405, "");
  http::Reply& reply = writer.reply();
  Exposition out(reply.body);
  write_requests(sources_, out);
  if (sources_.server) write_server(*sources_.server, out);
  if (const auto* store = sources_.store ? sources_.store->counters() : nullptr) write_store(*store, out);
  write_process(sources_, out);
  reply.content_type = Exposition::kContentType;
  reply.add_header("Cache-Control", "no-store");
  writer.finish();
}

void Monitoring::handle(http::Request& request, http::ReplyWriter& writer) {
  const std::string_view path = request.path();
  if (path == "/metrics") return metrics_.handle(request, writer);
  if (!answer_health(request, writer, ready_))
    answer_text(request, writer, 404, "there is /metrics, /healthz, /readyz\n");
}

}  // namespace bedplate::app
