#pragma once
// Listener: accepts connections on one address for one loop; with `shared`, several loops listen on one port and the
// kernel spreads connections over them. Owned by its server; one loop. Out of descriptors it pauses for 100 ms and
// leaves connections in the kernel's queue, it never spins (threat 137).
#include <functional>
#include <memory>

#include "net/loop.hpp"
#include "net/stream.hpp"

namespace bedplate::net {

struct ListenOptions {
  bool shared = false;  ///< SO_REUSEPORT
  int backlog = 4096;
};

class Listener final : public Watcher {
 public:
  using OnAccept = std::move_only_function<void(Stream)>;

  /// Port 0 lets the kernel choose; address() tells what it chose. An address in use is an error with its hint.
  static Result<std::unique_ptr<Listener>> open(Loop& loop, const Address& address, ListenOptions options,
                                                OnAccept on_accept);
  /// A socket that listens already, handed over by another process.
  static Result<std::unique_ptr<Listener>> adopt(Loop& loop, Descriptor descriptor, OnAccept on_accept);
  Listener(Loop& loop, Descriptor descriptor, const Address& address, OnAccept on_accept);
  ~Listener();

  const Address& address() const { return address_; }
  int descriptor() const { return descriptor_.get(); }
  void on_ready(Ready ready) override;
  /// Accepts every connection the kernel has queued, before the socket is given up: to close one with connections in
  /// its queue would reset them, requests and all (threat 125). At most the backlog, so that no flood keeps it here.
  void accept_queued();

 private:
  static constexpr int kAcceptsPerTurn = 64;
  void accept(int at_most);
  void pause();

  Loop& loop_;
  Descriptor descriptor_;
  Address address_;
  OnAccept on_accept_;
  Timer resume_;
};

}  // namespace bedplate::net
