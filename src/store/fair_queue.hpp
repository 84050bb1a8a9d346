#pragma once
// FairQueue: what waits for a thread of the store. Callers take turns, each in its own order; one may have as many
// waiting as there are places left, so that one fills half, two a third each; and who would have to wait too long, by
// its own queue or by all of them, is refused at once. Not thread-safe: under its owner's mutex.
// T has `std::shared_ptr<T> next`, `std::uint64_t caller` (0: nobody in particular) and `std::int64_t queued_at` in µs.
#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include "base/sojourn.hpp"

namespace bedplate::store {

struct FairLimits {
  std::size_t places = 0;
  Sojourn::Limits own;       ///< of a caller's waits
  std::int64_t longest = 0;  ///< µs that anybody's may be
};

template <class T>
class FairQueue {
 public:
  explicit FairQueue(const FairLimits& limits) : limits_(limits) {}
  FairQueue(const FairQueue&) = delete;
  FairQueue& operator=(const FairQueue&) = delete;
  ~FairQueue() {
    while (size_ > 0) pop(0);  // one by one: a chain of them must not end recursively
  }

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  /// Why one more of this caller's is refused; empty: it isn't.
  std::string_view refusal(std::uint64_t caller, std::int64_t now) const {
    if (size_ >= limits_.places) return "the queue is full";
    const Sojourn::Limits all{.target = limits_.longest, .interval = 0, .few = limits_.own.few};
    if (size_ > 0 && all_.refuses(size_, now - first_->first->queued_at, all)) return "all wait too long";
    const Flow& flow = flow_of(caller);
    if (flow.size == 0) return {};
    if (caller != 0 && flow.size >= limits_.places - size_) return "the caller has its share of the places";
    if (flow.sojourn.refuses(flow.size, now - flow.first->queued_at, limits_.own)) return "the caller's wait too long";
    return {};
  }
  void push(std::shared_ptr<T> one) {
    Flow& flow = flow_of(one->caller);
    T* const last = one.get();
    (flow.size > 0 ? flow.last->next : flow.first) = std::move(one);
    flow.last = last;
    ++flow.size;
    ++size_;
    if (flow.size > 1) return;
    (last_ ? last_->following : first_) = &flow;
    last_ = &flow;
    flow.following = nullptr;
  }
  /// The next one's turn; only while there is one.
  std::shared_ptr<T> pop(std::int64_t now) {
    Flow& flow = *first_;
    auto one = std::move(flow.first);
    flow.first = std::move(one->next);
    --flow.size;
    --size_;
    first_ = flow.following;
    if (!first_) last_ = nullptr;
    if (flow.size > 0) {
      flow.following = nullptr;
      (last_ ? last_->following : first_) = &flow;
      last_ = &flow;
    }
    const std::int64_t waited = now - one->queued_at;
    flow.sojourn.taken(waited, now, flow.size == 0, limits_.own);
    all_.taken(waited, now, size_ == 0, {.target = limits_.longest, .interval = 0});
    return one;
  }
  /// False: it doesn't wait here.
  bool remove(const T& one) {
    Flow& flow = flow_of(one.caller);
    T* before = nullptr;
    for (auto* at = &flow.first; *at; before = at->get(), at = &before->next) {
      if (at->get() != &one) continue;
      *at = std::exchange((*at)->next, nullptr);
      if (flow.last == &one) flow.last = before;
      --size_;
      if (--flow.size == 0) retire(flow);
      return true;
    }
    return false;
  }

 private:
  /// Callers that meet in one share it.
  static constexpr std::size_t kFlows = 256;
  struct Flow {
    std::shared_ptr<T> first;
    T* last = nullptr;
    std::size_t size = 0;
    Flow* following = nullptr;  // whose turn is next
    Sojourn sojourn;
  };

  Flow& flow_of(std::uint64_t caller) { return flows_[caller % kFlows]; }
  const Flow& flow_of(std::uint64_t caller) const { return flows_[caller % kFlows]; }
  void retire(Flow& flow) {
    Flow* before = nullptr;
    for (Flow* at = first_; at != &flow; at = at->following) before = at;
    (before ? before->following : first_) = flow.following;
    if (last_ == &flow) last_ = before;
  }

  const FairLimits limits_;
  std::array<Flow, kFlows> flows_;
  Flow* first_ = nullptr;  // of those with something waiting
  Flow* last_ = nullptr;
  Sojourn all_;
  std::size_t size_ = 0;
};

}  // namespace bedplate::store
