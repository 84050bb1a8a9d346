#include "app/node/watch.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace bedplate::app {
namespace {

constexpr std::size_t kSpares = 64;
constexpr std::size_t kLongestPath = 1024;
constexpr std::size_t kLongestNames = 256;

std::string_view cut(std::string_view text, std::size_t most) { return text.substr(0, std::min(text.size(), most)); }

/// The names of a query's parameters, as sent and in their order. Their values may be anything, a secret too; so may
/// what has no name.
void gather_names(std::string_view query, std::string& out) {
  out.clear();
  while (!query.empty() && out.size() < kLongestNames) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    const std::size_t equals = pair.find('=');
    if (pair.empty()) continue;
    if (!out.empty()) out += ',';
    out += equals == std::string_view::npos ? "?" : cut(pair.substr(0, equals), 64);
  }
}

/// Of /docs and /console, which ask for themselves.
bool is_page(std::string_view path) { return path.starts_with("/console") || path.starts_with("/docs"); }

/// Milliseconds with three digits behind the point.
std::string_view milliseconds(std::int64_t microseconds, std::span<char, 32> buffer) {
  char* at = buffer.data() + buffer.size();
  char* const end = at;
  auto rest = static_cast<std::uint64_t>(std::max<std::int64_t>(0, microseconds));
  for (int digit = 0; digit < 4 || rest > 0; ++digit) {
    if (digit == 3) *--at = '.';
    *--at = static_cast<char>('0' + rest % 10);
    rest /= 10;
  }
  return {at, end};
}

}  // namespace

/// Stands between a handler and the server's writer. The reply is the server's own, lent while the request runs, so its
/// memory is recycled as ever.
class Watch::Observed final : public http::ReplyWriter {
 public:
  explicit Observed(Watch& watch) : watch_(watch) {}

  void begin(http::Request& request, http::ReplyWriter& inner) {
    request_ = &request;
    inner_ = &inner;
    sent = 0;
    std::swap(reply_, inner.reply());
  }
  void lend_back() { std::swap(reply_, inner_->reply()); }
  http::Request& request() { return *request_; }

  net::Loop& loop() override { return inner_->loop(); }
  bool gone() const override { return inner_->gone(); }
  bool crowded() const override { return inner_->crowded(); }
  void finish() override {
    http::ReplyWriter& inner = *inner_;
    watch_.end(*this);
    inner.finish();
  }

  bool begun() const override { return inner_->begun(); }
  void abort() override {
    http::ReplyWriter& inner = *inner_;
    watch_.end(*this);
    inner.abort();
  }
  bool send_part() override {
    if (!inner_->begun()) reply_.add_header("X-Request-Id", request_->id());
    sent += reply_.body.size();
    lend_back();
    const bool taken = inner_->send_part();
    lend_back();  // and borrows it again
    return taken;
  }
  void wait_until_taken(std::coroutine_handle<> waiter) override { inner_->wait_until_taken(waiter); }
  http::Upload take_part(std::string& into) override { return inner_->take_part(into); }
  bool part_came() override { return inner_->part_came(); }
  void wait_for_part(std::coroutine_handle<> waiter) override { inner_->wait_for_part(waiter); }

  std::size_t index = 0;  // among the busy ones
  std::size_t sent = 0;   // bytes of the parts before the last
  std::int64_t began = 0;

 private:
  Watch& watch_;
  http::Request* request_ = nullptr;
  http::ReplyWriter* inner_ = nullptr;
};

Watch::Watch(net::Loop& loop, const Clock& clock, Random& random, const Routes& routes,
             std::span<const net::Network> proxies, config::LogRequests lines, RequestLog* log, Told told)
    : clock_(clock),
      routes_(routes),
      proxies_(proxies),
      wanted_(lines),
      log_(log),
      told_(told),
      ids_(random),
      counters_(routes.size(), kMethods),
      client_text_(client_.host()),
      turn_end_(loop, [this] {
        if (line_count_ > 0) hand_over();
      }) {
  spare_.reserve(kSpares);
}

Watch::~Watch() {
  if (line_count_ > 0) hand_over();
}

http::ReplyWriter& Watch::begin(http::Request& request, http::ReplyWriter& writer) {
  auto observed = spare_.empty() ? std::make_unique<Observed>(*this) : std::move(spare_.back());
  if (!spare_.empty()) spare_.pop_back();
  observed->index = busy_.size();
  busy_.push_back(std::move(observed));
  Observed& begun = *busy_.back();
  const auto given = middleware::given_request_id(request);
  request.set_id(given.empty() ? ids_.next(request.arena()) : given);
  begun.begin(request, writer);
  begun.began = clock_.monotonic();
  counters_.in_flight.add();
  return begun;
}

void Watch::end(Observed& observed) {
  http::Request& request = observed.request();
  http::Reply& reply = observed.reply();
  const std::int64_t took = clock_.monotonic() - observed.began;
  try {
    const std::size_t route = routes_.of(request.path());
    counters_.ended(route, static_cast<std::size_t>(request.method()), reply.status, static_cast<std::uint64_t>(took));
    if (!observed.begun()) reply.add_header("X-Request-Id", request.id());
    // Those who ask every second whether all is well are of no interest while it is.
    const bool failed = reply.status >= 400;
    const std::size_t bytes = observed.sent + reply.body.size();
    if (told_.journal && !Routes::is_watching(route) && !is_page(request.path())) tell(request, reply, bytes, took);
    if (log_ && (failed || (wanted_ == config::LogRequests::kAll && !Routes::is_watching(route))))
      write_line(request, reply, bytes, took);
  } catch (const std::bad_alloc&) {  // the reply is there and matters more
  }
  observed.lend_back();
  give_back(observed);
}

void Watch::forget(http::ReplyWriter& writer) {
  auto& observed = static_cast<Observed&>(writer);
  observed.lend_back();
  give_back(observed);
}

void Watch::give_back(Observed& observed) {
  counters_.in_flight.subtract();
  const std::size_t index = observed.index;
  auto ended = std::move(busy_[index]);
  if (index + 1 != busy_.size()) {
    busy_[index] = std::move(busy_.back());
    busy_[index]->index = index;
  }
  busy_.pop_back();
  if (spare_.size() < kSpares) spare_.push_back(std::move(ended));
}

void Watch::know_client(const http::Request& request) {
  const net::Address client = middleware::client_of(request, proxies_);
  if (client.ip == client_.ip) return;
  client_ = client;
  client_text_ = client.host();
}

void Watch::tell(const http::Request& request, const http::Reply& reply, std::size_t bytes, std::int64_t took) {
  know_client(request);
  if (!told_.values) gather_names(request.query(), names_);
  told_.journal->note({.at = clock_.now() - took,
                       .took = took,
                       .status = reply.status,
                       .bytes = bytes,
                       .id = request.id(),
                       .method = request.method_text(),
                       .path = request.path(),
                       .client = client_text_,
                       .query = told_.values ? request.query() : std::string_view(names_)});
}

void Watch::write_line(const http::Request& request, const http::Reply& reply, std::size_t bytes, std::int64_t took) {
  know_client(request);
  char buffer[32];
  telemetry::Line line(lines_, log_->log().format(), time_.of(clock_.now()), telemetry::Level::kInfo, "request");
  line.field("id", request.id()).field("method", cut(request.method_text(), 32));
  line.field("path", cut(request.path(), kLongestPath));
  gather_names(request.query(), names_);
  if (!names_.empty()) line.field("params", names_);
  line.field("status", std::int64_t{reply.status}).field("bytes", static_cast<std::int64_t>(bytes));
  line.number("ms", milliseconds(took, buffer)).field("client", client_text_);
  line.end();
  lines_ += '\n';
  ++line_count_;
}

void Watch::hand_over() { log_->take(lines_, std::exchange(line_count_, 0)); }

}  // namespace bedplate::app
