#include "app/node/supervisor.hpp"

#include <cstddef>
#include <cstring>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace bedplate::app {
namespace {

/// A service manager's socket, of a name that the kernel keeps.
class Manager {
 public:
  Manager() : name_("@bedplate-supervisor-test-" + std::to_string(::getpid())) {
    socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_un own{};
    own.sun_family = AF_UNIX;
    std::memcpy(own.sun_path + 1, name_.data() + 1, name_.size() - 1);
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name_.size());
    bound_ = ::bind(socket_, reinterpret_cast<const sockaddr*>(&own), length) == 0;
  }
  ~Manager() { ::close(socket_); }
  Manager(const Manager&) = delete;
  Manager& operator=(const Manager&) = delete;

  bool bound() const { return bound_; }
  const std::string& name() const { return name_; }
  /// Empty: nothing came.
  std::string received() const {
    char buffer[64];
    const auto count = ::recv(socket_, buffer, sizeof buffer, 0);
    return count < 0 ? std::string() : std::string(buffer, static_cast<std::size_t>(count));
  }

 private:
  std::string name_;
  int socket_ = -1;
  bool bound_ = false;
};

TEST(Supervisor, IsToldWhereItAsked) {
  const Manager manager;
  ASSERT_TRUE(manager.bound());
  tell_supervisor({{"NOTIFY_SOCKET", manager.name()}}, "READY=1");
  EXPECT_EQ(manager.received(), "READY=1");
}

TEST(Supervisor, WithoutOneNothingHappens) {
  const Manager manager;
  tell_supervisor({}, "READY=1");
  tell_supervisor({{"NOTIFY_SOCKET", ""}}, "READY=1");
  tell_supervisor({{"NOTIFY_SOCKET", "vsock:2:1"}}, "READY=1");
  tell_supervisor({{"NOTIFY_SOCKET", "/" + std::string(200, 'x')}}, "READY=1");
  tell_supervisor({{"NOTIFY_SOCKET", "@bedplate-nobody-listens"}}, "READY=1");
  EXPECT_EQ(manager.received(), "");
}

}  // namespace
}  // namespace bedplate::app
