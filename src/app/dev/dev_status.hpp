#pragma once
// DevStatus: how the model that a developer saved last is doing, for the terminal's twin in the browser. Any thread.
#include <cstdint>
#include <mutex>
#include <string>

namespace bedplate::app {

class DevStatus {
 public:
  struct State {
    std::string schema;      ///< the path of the file
    std::string faults;      ///< why it isn't served, as in the terminal; empty: it is
    std::uint64_t save = 0;  ///< counts what was tried since the start
  };

  explicit DevStatus(std::string schema) { state_.schema = std::move(schema); }
  void tried(std::string faults) {
    const std::lock_guard lock(mutex_);
    state_.faults = std::move(faults);
    ++state_.save;
  }
  State state() const {
    const std::lock_guard lock(mutex_);
    return state_;
  }

 private:
  mutable std::mutex mutex_;
  State state_;
};

}  // namespace bedplate::app
