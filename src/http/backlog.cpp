#include "http/backlog.hpp"

#include <utility>

#include "base/assert.hpp"

namespace bedplate::http {
namespace {

// What a caller's requests may take before the next one's turn: some fifteen reads by key, or one long list.
constexpr net::Duration kTurn = std::chrono::microseconds(250);

std::int64_t microseconds(net::Duration time) {
  return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}
std::int64_t microseconds(net::TimePoint time) { return microseconds(time.time_since_epoch()); }

}  // namespace

bool Backlog::refuses(std::uint64_t caller, net::TimePoint now) const {
  const Flow& flow = flows_[caller % kFlows];
  if (flow.waiting.empty() || draining_) return size_ >= kMost;
  return size_ >= kMost || flow.waiting.size() >= kMost / 2 ||
         flow.sojourn.refuses(flow.waiting.size(), microseconds(now - flow.waiting.first()->since), kLimits);
}

bool Backlog::add(Entry& entry, std::uint64_t caller, net::TimePoint now) {
  if (refuses(caller, now)) return false;
  if (size_ == 0) begin_anew();
  Flow& flow = flows_[caller % kFlows];
  entry.flow = &flow;
  entry.since = now;
  flow.waiting.push(entry);
  ++size_;
  if (flow.state != Flow::State::kNone) return true;
  flow.state = Flow::State::kNew;
  flow.left = kTurn;
  new_.push(flow);
  return true;
}

Backlog::Entry* Backlog::take(net::TimePoint now) {
  while (size_ > 0) {
    Flow& flow = new_.empty() ? *old_.first() : *new_.first();
    const bool over = flow.left <= net::Duration::zero();
    if (!over && !flow.waiting.empty()) {
      Entry* const entry = flow.waiting.pop();
      --size_;
      entry->flow = nullptr;
      flow.sojourn.taken(microseconds(now - entry->since), microseconds(now), flow.waiting.empty(), kLimits);
      charged_ = &flow;
      return entry;
    }
    if (over) flow.left += kTurn;
    // One whose queue has just drained stays behind the others for a round: who comes back at once is not new.
    if (!over && flow.state == Flow::State::kOld) {
      retire(flow);
      continue;
    }
    (flow.state == Flow::State::kNew ? new_ : old_).remove(flow);
    flow.state = Flow::State::kOld;
    old_.push(flow);
  }
  return nullptr;
}

void Backlog::charge(net::Duration took) {
  if (Flow* const flow = std::exchange(charged_, nullptr)) flow->left -= took;
}

void Backlog::remove(Entry& entry) {
  BP_ASSERT(entry.flow != nullptr);
  std::exchange(entry.flow, nullptr)->waiting.remove(entry);
  --size_;
}

void Backlog::begin_anew() {
  for (auto* flows : {&new_, &old_})
    while (Flow* const flow = flows->pop()) flow->state = Flow::State::kNone;
}

void Backlog::retire(Flow& flow) {
  old_.remove(flow);
  flow.state = Flow::State::kNone;
}

}  // namespace bedplate::http
