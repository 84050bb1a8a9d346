#include "net/listener.hpp"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace bedplate::net {
namespace {

struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;
  sockaddr* raw() { return reinterpret_cast<sockaddr*>(&storage); }
};

SocketAddress to_system(const Address& address) {
  SocketAddress to;
  if (address.v4) {
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(address.port);
    std::memcpy(&v4.sin_addr, address.ip.data() + 12, 4);
    std::memcpy(&to.storage, &v4, to.size = sizeof v4);
  } else {
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(address.port);
    std::memcpy(&v6.sin6_addr, address.ip.data(), 16);
    std::memcpy(&to.storage, &v6, to.size = sizeof v6);
  }
  return to;
}

Address from_system(const sockaddr_storage& storage) {
  Address address;
  if (storage.ss_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &storage, sizeof v4);
    address.ip[10] = address.ip[11] = 0xff;
    std::memcpy(address.ip.data() + 12, &v4.sin_addr, 4);
    address.port = ntohs(v4.sin_port);
  } else {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &storage, sizeof v6);
    std::memcpy(address.ip.data(), &v6.sin6_addr, 16);
    address.port = ntohs(v6.sin6_port);
    address.v4 = false;
  }
  return address;
}

void switch_on(int descriptor, int level, int option) {
  const int one = 1;
  setsockopt(descriptor, level, option, &one, sizeof one);
}

Descriptor bound(const Address& address, bool shared) {
  Descriptor descriptor(::socket(address.v4 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!descriptor) return {};
  switch_on(descriptor.get(), SOL_SOCKET, SO_REUSEADDR);
  if (shared) switch_on(descriptor.get(), SOL_SOCKET, SO_REUSEPORT);
  if (!address.v4) switch_on(descriptor.get(), IPPROTO_IPV6, IPV6_V6ONLY);
  auto name = to_system(address);
  if (::bind(descriptor.get(), name.raw(), name.size) != 0) return {};
  return descriptor;
}

std::unexpected<Error> cannot_listen(const Address& address) {
  const int code = errno;
  auto error = Error(Reason::kUnavailable, "Cannot listen on " + address.text())
                   .with_detail(std::strerror(code))
                   .caused_by(std::string("bind or listen: ") + std::strerror(code));
  if (code == EADDRINUSE)
    return failure(std::move(error).with_hint("another program uses the port; choose one with --listen"));
  if (code == EACCES)
    return failure(std::move(error).with_hint("ports below 1024 need a right of their own; choose a higher one"));
  return failure(std::move(error));
}

}  // namespace

Result<std::unique_ptr<Listener>> Listener::open(Loop& loop, const Address& address, ListenOptions options,
                                                 OnAccept on_accept) {
  auto descriptor = bound(address, options.shared);
  if (!descriptor || ::listen(descriptor.get(), options.backlog) != 0) return cannot_listen(address);
  return adopt(loop, std::move(descriptor), std::move(on_accept));
}

Result<std::unique_ptr<Listener>> Listener::adopt(Loop& loop, Descriptor descriptor, OnAccept on_accept) {
  SocketAddress name;
  name.size = sizeof name.storage;
  getsockname(descriptor.get(), name.raw(), &name.size);
  auto listener =
      std::make_unique<Listener>(loop, std::move(descriptor), from_system(name.storage), std::move(on_accept));
  BP_TRY_VOID(loop.watch(listener->descriptor_.get(), {.read = true}, *listener));
  return listener;
}

Listener::Listener(Loop& loop, Descriptor descriptor, const Address& address, OnAccept on_accept)
    : loop_(loop),
      descriptor_(std::move(descriptor)),
      address_(address),
      on_accept_(std::move(on_accept)),
      resume_(loop, [this] { loop_.change(descriptor_.get(), {.read = true}, *this); }) {}

Listener::~Listener() { loop_.unwatch(descriptor_.get(), *this); }

void Listener::on_ready(Ready) { accept(kAcceptsPerTurn); }

void Listener::accept_queued() { accept(ListenOptions{}.backlog + 1); }  // Linux queues one more than asked

void Listener::accept(int at_most) {
  for (int i = 0; i < at_most; ++i) {
    SocketAddress name;
    name.size = sizeof name.storage;
    Descriptor accepted(::accept4(descriptor_.get(), name.raw(), &name.size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!accepted) {
      if (errno == EAGAIN) return;
      if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) return pause();
      continue;  // the connection died in the queue: the next one
    }
    switch_on(accepted.get(), IPPROTO_TCP, TCP_NODELAY);
    on_accept_(Stream(std::move(accepted), from_system(name.storage)));
  }
}

void Listener::pause() {
  loop_.change(descriptor_.get(), {}, *this);
  resume_.arm(loop_.now() + std::chrono::milliseconds(100));
}

}  // namespace bedplate::net
