#include "app/node/request_log.hpp"

#include <chrono>
#include <pthread.h>

namespace bedplate::app {
namespace {

// A write for all that comes in so long, and a wake-up of the thread at most as often.
constexpr auto kGather = std::chrono::milliseconds(20);
constexpr std::size_t kMostWaiting = std::size_t{4} << 20;
constexpr std::size_t kKept = 64 * 1024;

}  // namespace

RequestLog::RequestLog(telemetry::Log& log) : log_(log) {
  thread_ = std::thread([this] { serve(); });
  ::pthread_setname_np(thread_.native_handle(), "bp-log");
}

RequestLog::~RequestLog() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  work_.notify_one();
  thread_.join();
}

void RequestLog::take(std::string& lines, std::size_t count) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() + lines.size() > kMostWaiting) {
      dropped_ += count;
    } else {
      first = waiting_.empty();
      waiting_.append(lines);
    }
  }
  if (first) work_.notify_one();
  lines.clear();
  if (lines.capacity() > kKept) lines = {};
}

void RequestLog::serve() {
  std::string lines;
  std::unique_lock lock(mutex_);
  for (;;) {
    work_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
    work_.wait_for(lock, kGather, [&] { return ending_; });
    if (waiting_.empty()) return;
    lines.swap(waiting_);
    const std::size_t dropped = std::exchange(dropped_, 0);
    lock.unlock();
    lines.pop_back();  // the log ends what it writes
    log_.write_lines(lines);
    if (dropped > 0) log_.warning("request lines dropped", {{"lines", static_cast<std::int64_t>(dropped)}});
    lines.clear();
    if (lines.capacity() > kKept) lines = {};
    lock.lock();
  }
}

}  // namespace bedplate::app
