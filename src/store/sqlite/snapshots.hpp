#pragma once
// Snapshots: which sessions hold a read transaction and how old it is, so that the writer can have old ones left: a
// checkpoint copies the log only up to the oldest of them, and the log starts anew only where none reads from it.
// Shared by threads.
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "base/clock.hpp"
#include "net/loop.hpp"

namespace bedplate::store::sqlite {

class Snapshots {
 public:
  static constexpr std::uint64_t kNone = UINT64_MAX;

  /// A session's entry, from its making to its end. The session tells on its loop what it holds; entering before the
  /// snapshot is taken, leaving after it was given up.
  class Holder {
   public:
    Holder(Snapshots& all, net::Loop& loop);
    ~Holder();
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;

    void entered(std::uint64_t number) { entry_->held.store(number, std::memory_order_release); }
    void left() { entry_->held.store(kNone, std::memory_order_release); }

   private:
    friend class Snapshots;
    struct Entry {
      net::Loop* loop;
      std::atomic<std::uint64_t> held{kNone};
    };
    Snapshots& all_;
    const std::shared_ptr<Entry> entry_;
  };

  /// Waits until all have left what is older than `number`, at most so long; loops that wait for events are woken: they
  /// leave at the end of that turn. For the writer.
  void await_older(std::uint64_t number, std::int64_t at_most_us, const Clock& clock);

 private:
  bool any_older(std::uint64_t number, bool wake);

  std::mutex mutex_;
  std::vector<std::shared_ptr<Holder::Entry>> entries_;
};

}  // namespace bedplate::store::sqlite
