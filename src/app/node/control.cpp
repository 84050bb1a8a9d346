#include "app/node/control.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <span>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "app/project/files.hpp"

namespace bedplate::app {
namespace {

constexpr std::size_t kMaxLine = 64 * 1024;
constexpr std::size_t kMaxReply = 64u << 20;
constexpr std::size_t kMostDescriptors = 128;
constexpr timeval kPatience{.tv_sec = 10, .tv_usec = 0};

std::unexpected<Error> failed(const std::string& path, const char* what) {
  return failure(Error(Reason::kUnavailable, path + " cannot be " + what).with_detail(std::strerror(errno)));
}

/// The address of a socket file. Folders deeper than the kernel's 107 bytes are reached through an open descriptor,
/// which has to live until the call.
struct SocketAddress {
  sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
  net::Descriptor folder;

  explicit SocketAddress(std::string path) {
    if (path.size() >= sizeof address.sun_path) {
      folder = net::Descriptor(::open(parent_directory(path).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
      path = "/proc/self/fd/" + std::to_string(folder.get()) + path.substr(path.rfind('/'));
    }
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
  }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&address); }
};

net::Descriptor new_socket() {
  net::Descriptor made(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  ::setsockopt(made.get(), SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  ::setsockopt(made.get(), SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
  return made;
}

bool same_user(int peer) {
  ucred who{};
  socklen_t size = sizeof who;
  return ::getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && (who.uid == ::geteuid() || who.uid == 0);
}

/// The first bytes of a text with the descriptors beside them; how many went.
ssize_t send_with(int to, std::string_view text, std::span<const int> descriptors) {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * kMostDescriptors)> beside{};
  iovec bytes{.iov_base = const_cast<char*>(text.data()), .iov_len = text.size()};
  msghdr message{};
  message.msg_iov = &bytes;
  message.msg_iovlen = 1;
  message.msg_control = beside.data();
  message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
  cmsghdr* const head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(descriptors.size_bytes());
  std::memcpy(CMSG_DATA(head), descriptors.data(), descriptors.size_bytes());
  return ::sendmsg(to, &message, MSG_NOSIGNAL);
}

/// The reply's first bytes with the descriptors that came beside them.
std::vector<net::Descriptor> receive_with(int from, std::string& text) {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * kMostDescriptors)> beside{};
  text.resize(4096);
  iovec bytes{.iov_base = text.data(), .iov_len = text.size()};
  msghdr message{};
  message.msg_iov = &bytes;
  message.msg_iovlen = 1;
  message.msg_control = beside.data();
  message.msg_controllen = beside.size();
  const ssize_t size = ::recvmsg(from, &message, MSG_CMSG_CLOEXEC);
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  std::vector<net::Descriptor> received;
  for (cmsghdr* head = CMSG_FIRSTHDR(&message); size > 0 && head != nullptr; head = CMSG_NXTHDR(&message, head)) {
    if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int number = -1;
      std::memcpy(&number, CMSG_DATA(head) + i * sizeof(int), sizeof number);
      received.emplace_back(number);
    }
  }
  return received;
}

bool send_line(int to, std::string_view line, std::span<const net::Descriptor> descriptors = {}) {
  std::string text(line);
  text += '\n';
  std::string_view rest = text;
  if (!descriptors.empty()) {
    std::vector<int> numbers;
    for (const auto& each : descriptors.first(std::min(descriptors.size(), kMostDescriptors)))
      numbers.push_back(each.get());
    const ssize_t sent = send_with(to, rest, numbers);
    if (sent <= 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(sent));
  }
  while (!rest.empty()) {
    const ssize_t sent = ::send(to, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

/// Empty when none came in time or it is longer than `at_most`.
std::string receive_line(int from, std::size_t at_most) {
  std::string line;
  char block[4096];
  while (line.size() <= at_most) {
    const ssize_t size = ::recv(from, block, sizeof block, 0);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return {};
    line.append(block, static_cast<std::size_t>(size));
    if (line.ends_with('\n')) return line.substr(0, line.size() - 1);
  }
  return {};
}

}  // namespace

std::string control_path(const config::Database& database) {
  if (database.url.kind != config::DatabaseUrl::Kind::kSqlite || database.url.place.reveal() == ":memory:") return {};
  return std::string(database.url.place.reveal()) + ".sock";
}

Control::Control(std::string path, net::Descriptor listener, net::Descriptor stop, Answer answer)
    : path_(std::move(path)), listener_(std::move(listener)), stop_(std::move(stop)), answer_(std::move(answer)) {
  thread_ = std::thread([this] { serve(); });
}

Result<std::unique_ptr<Control>> Control::open(const std::string& path, Answer answer) {
  net::Descriptor listener = new_socket();
  net::Descriptor stop(::eventfd(0, EFD_CLOEXEC));
  if (!listener || !stop) return failed(path, "made");
  ::unlink(path.c_str());
  const SocketAddress address(path);
  // On Linux a socket file is born with its descriptor's mode, so that it is never open to others.
  if (::fchmod(listener.get(), 0600) != 0 || ::bind(listener.get(), address.get(), sizeof address.address) != 0 ||
      ::listen(listener.get(), 16) != 0 || ::fcntl(listener.get(), F_SETFL, O_NONBLOCK) != 0)
    return failed(path, "made");
  return std::unique_ptr<Control>(new Control(path, std::move(listener), std::move(stop), std::move(answer)));
}

Control::~Control() {
  ::eventfd_write(stop_.get(), 1);
  thread_.join();
  ::unlink(path_.c_str());
}

void Control::serve() {
  pollfd waits[2] = {{listener_.get(), POLLIN, 0}, {stop_.get(), POLLIN, 0}};
  while (::poll(waits, 2, -1) >= 0 || errno == EINTR) {
    if (waits[1].revents != 0) return;
    if (waits[0].revents == 0) continue;
    const net::Descriptor peer(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!peer || !same_user(peer.get())) continue;
    ::setsockopt(peer.get(), SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
    ::setsockopt(peer.get(), SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
    const std::string line = receive_line(peer.get(), kMaxLine);
    if (line.empty()) continue;
    const Reply reply = answer_(line);
    if (send_line(peer.get(), reply.line, reply.descriptors) && reply.sent) reply.sent();
  }
}

Result<std::vector<net::Descriptor>> ask_for_listeners(const std::string& path) {
  const net::Descriptor socket = new_socket();
  const SocketAddress address(path);
  if (!socket) return failed(path, "reached");
  if (::connect(socket.get(), address.get(), sizeof address.address) != 0) {
    if (errno == ENOENT || errno == ECONNREFUSED) return std::vector<net::Descriptor>{};
    return failed(path, "reached");
  }
  if (!send_line(socket.get(), kHandOver)) return failed(path, "asked");
  std::string reply;
  auto received = receive_with(socket.get(), reply);
  if (received.empty())
    return failure(Error(Reason::kUnavailable, "the process that serves the database hands nothing over")
                       .with_detail(reply.substr(0, reply.find('\n')))
                       .with_hint("Stop it and start this one."));
  return received;
}

Result<std::string> ask_owner(const std::string& path, std::string_view line, Patience patience) {
  const net::Descriptor socket = new_socket();
  constexpr timeval kForever{};
  if (patience == Patience::kEndless) ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &kForever, sizeof kForever);
  const SocketAddress address(path);
  if (!socket || ::connect(socket.get(), address.get(), sizeof address.address) != 0) return failed(path, "reached");
  if (!send_line(socket.get(), line)) return failed(path, "asked");
  std::string reply = receive_line(socket.get(), kMaxReply);
  if (reply.empty()) return failure(Reason::kUnavailable, "the database's owner does not answer at " + path);
  return reply;
}

}  // namespace bedplate::app
