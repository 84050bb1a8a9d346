#include "net/wheel.hpp"

#include <algorithm>

namespace bedplate::net {

void Wheel::arm(Timer& timer, TimePoint deadline) {
  timer.deadline_ = deadline;
  const std::int64_t tick = std::max(ceil_tick(deadline), current_ + 1);
  if (timer.slot_tick_ >= 0 && timer.slot_tick_ <= tick) return;
  if (timer.slot_tick_ != -1) unlink(timer);
  link(timer, tick);
}

void Wheel::cancel(Timer& timer) {
  timer.deadline_ = TimePoint::max();
  if (timer.slot_tick_ != -1) unlink(timer);
}

void Wheel::link(Timer& timer, std::int64_t tick) {
  const auto slot = static_cast<std::size_t>(tick % kSlots);
  timer.slot_tick_ = tick;
  timer.previous_ = nullptr;
  timer.next_ = slots_[slot];
  if (timer.next_ != nullptr) timer.next_->previous_ = &timer;
  slots_[slot] = &timer;
  occupied_[slot / 64] |= std::uint64_t{1} << (slot % 64);
}

void Wheel::unlink(Timer& timer) {
  if (timer.next_ != nullptr) timer.next_->previous_ = timer.previous_;
  if (timer.previous_ != nullptr) {
    timer.previous_->next_ = timer.next_;
  } else if (timer.slot_tick_ == kDue) {
    due_ = timer.next_;
  } else {
    const auto slot = static_cast<std::size_t>(timer.slot_tick_ % kSlots);
    slots_[slot] = timer.next_;
    if (timer.next_ == nullptr) occupied_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64));
  }
  timer.previous_ = timer.next_ = nullptr;
  timer.slot_tick_ = -1;
}

void Wheel::visit(std::int64_t tick, TimePoint now) {
  const auto slot = static_cast<std::size_t>(tick % kSlots);
  if (slots_[slot] == nullptr) return;
  // The slot becomes the due list first: callbacks and the putting back link into slots while we walk.
  due_ = std::exchange(slots_[slot], nullptr);
  occupied_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64));
  for (Timer* timer = due_; timer != nullptr; timer = timer->next_) timer->slot_tick_ = kDue;
  while (due_ != nullptr) {
    Timer& timer = *due_;
    unlink(timer);
    if (timer.deadline_ > now) {
      link(timer, std::max(ceil_tick(timer.deadline_), current_ + 1));
      continue;
    }
    timer.deadline_ = TimePoint::max();
    timer.on_expiry_();
  }
}

void Wheel::advance(TimePoint now) {
  const std::int64_t target = floor_tick(now);
  // After a long pause one round meets every slot.
  std::int64_t tick = std::max(current_ + 1, target - kSlots + 1);
  for (; tick <= target; ++tick) {
    current_ = tick;
    visit(tick, now);
  }
}

std::optional<TimePoint> Wheel::next() const {
  const auto start = static_cast<std::size_t>((current_ + 1) % kSlots);
  for (std::size_t step = 0; step <= occupied_.size(); ++step) {
    const std::size_t word = (start / 64 + step) % occupied_.size();
    std::uint64_t bits = occupied_[word];
    if (step == 0) bits &= ~std::uint64_t{0} << (start % 64);
    if (bits == 0) continue;
    const auto slot = static_cast<std::int64_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    const std::int64_t ahead = (slot - static_cast<std::int64_t>(start) + kSlots) % kSlots;
    return TimePoint(std::chrono::nanoseconds((current_ + 1 + ahead) * kTickNs));
  }
  return std::nullopt;
}

}  // namespace bedplate::net
