#pragma once
// RequestLog: the way of request lines to the log without a loop waiting for whoever reads it: loops hand over what a
// turn wrote, a thread writes it a moment later. Where the reader is slower than the requests, lines are dropped and
// counted. One a node; ends after its loops.
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "telemetry/log.hpp"

namespace bedplate::app {

class RequestLog {
 public:
  explicit RequestLog(telemetry::Log& log);
  ~RequestLog();
  RequestLog(const RequestLog&) = delete;
  RequestLog& operator=(const RequestLog&) = delete;

  telemetry::Log& log() { return log_; }
  /// `lines`, each with its line break, and how many they are; empties it, keeping some memory. Any thread.
  void take(std::string& lines, std::size_t count);

 private:
  void serve();

  telemetry::Log& log_;
  std::mutex mutex_;
  std::condition_variable work_;
  std::string waiting_;      // guarded by mutex_, as the rest
  std::size_t dropped_ = 0;  // lines
  bool ending_ = false;
  std::thread thread_;  // last: everything is there when it starts
};

}  // namespace bedplate::app
