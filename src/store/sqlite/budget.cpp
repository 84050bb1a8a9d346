#include "store/sqlite/budget.hpp"

namespace bedplate::store::sqlite {

bool Budget::look() {
  if (end_ != End::kNone) return true;
  if (limits_.stop && limits_.stop->load(std::memory_order_relaxed)) {
    end_ = End::kStopped;
    return true;
  }
  if (limits_.time == 0) return false;
  const std::int64_t now = clock_.monotonic();
  if (started_ < 0) {
    started_ = now;
  } else if (now - started_ > limits_.time) {
    end_ = End::kTooLong;
  }
  return end_ != End::kNone;
}

bool Budget::ask() {
  // The last call alone took it below zero.
  const bool too_much = limits_.at_once > 0 && -left_ > limits_.at_once;
  left_ = kWorkAtOnce;
  if (too_much && end_ == End::kNone) end_ = End::kTooMuch;
  return look();
}

}  // namespace bedplate::store::sqlite
