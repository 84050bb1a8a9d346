#pragma once
// Backlog: requests that have arrived and wait for their loop, which is behind. Each caller has a queue; they take
// turns by the time that their requests take, who had none waiting comes first, and a caller whose own queue stands is
// refused more (fair queueing with CoDel, RFC 8290). What one caller asks too much of makes no other wait. One loop;
// what waits is its owner's, who removes it before its end. Allocates nothing after its begin.
#include <array>
#include <cstdint>

#include "base/sojourn.hpp"
#include "http/chain.hpp"
#include "net/loop.hpp"

namespace bedplate::http {

class Backlog {
  struct Flow;

 public:
  /// One that may wait: a base of it.
  struct Entry : Chain<Entry>::Link {
    Flow* flow = nullptr;  ///< null: it doesn't wait
    net::TimePoint since;
  };

  /// Callers are told apart by these bits of their number; those that meet share a queue.
  static constexpr std::size_t kFlows = 256;
  /// Each holds its request's memory; half of them may be one caller's.
  static constexpr std::size_t kMost = 4096;
  static constexpr Sojourn::Limits kLimits{.target = 50'000, .interval = 100'000, .few = 32, .stuck = 1'000'000};

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  /// From now on only want of a place refuses: no more clients come, and those who are there are to be answered.
  void drain() { draining_ = true; }
  /// Whether one more of this caller would be refused.
  bool refuses(std::uint64_t caller, net::TimePoint now) const;
  /// False: it is refused.
  bool add(Entry& entry, std::uint64_t caller, net::TimePoint now);
  /// Whose turn it is; null: nobody waits. Its time is to be charged before the next is taken.
  Entry* take(net::TimePoint now);
  void charge(net::Duration took);
  void remove(Entry& entry);

 private:
  struct Flow : Chain<Flow>::Link {
    enum class State : std::uint8_t { kNone, kNew, kOld };
    Chain<Entry> waiting;
    net::Duration left{};  ///< of its turn
    Sojourn sojourn;
    State state = State::kNone;
  };

  void retire(Flow& flow);
  void begin_anew();

  std::array<Flow, kFlows> flows_;
  Chain<Flow> new_, old_;
  Flow* charged_ = nullptr;
  std::size_t size_ = 0;
  bool draining_ = false;
};

}  // namespace bedplate::http
