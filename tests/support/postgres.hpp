#pragma once
// A PostgreSQL of the test's own: made by initdb in a temporary folder, on a random port of 127.0.0.1, without
// fsync, stopped and removed at the end. Run as user `postgres` where the tests run as root. The first use in a
// process starts it, the process's end stops it. Where PostgreSQL isn't installed a test fails and says so.
#include <chrono>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <string>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "support/temp_dir.hpp"

namespace bedplate::testing_support {

class PostgresServer {
 public:
  /// The process's server; nullptr, with a failure of the running test, where it cannot be had.
  static PostgresServer* get() {
    static PostgresServer server;
    if (server.problem_.empty()) return &server;
    ADD_FAILURE() << server.problem_;
    return nullptr;
  }
  /// A URL of a new, empty database.
  std::string new_database() {
    const std::string name = "t" + std::to_string(++databases_);
    run({bin_ + "/createdb", "-h", "127.0.0.1", "-p", std::to_string(port_), "-U", "postgres", name});
    return "postgres://postgres@127.0.0.1:" + std::to_string(port_) + "/" + name;
  }

 private:
  PostgresServer() {
    bin_ = find_bin();
    if (bin_.empty()) {
      problem_ = "PostgreSQL is not installed: initdb was not found (apt-get install postgresql)";
      return;
    }
    const std::string data = dir_ / "data";
    if (::geteuid() == 0 && ::chown(dir_.path().c_str(), user_id(), static_cast<gid_t>(-1)) != 0)
      problem_ = "the folder cannot be given to user postgres";
    if (run({bin_ + "/initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"}) !=
        0)
      problem_ = "initdb failed";
    port_ = free_port();
    if (problem_.empty())
      server_ = start({bin_ + "/postgres", "-D", data, "-p", std::to_string(port_), "-c", "listen_addresses=127.0.0.1",
                       "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=50", "-c",
                       "shared_buffers=16MB"});
    for (int attempt = 0; problem_.empty(); ++attempt) {
      if (run({bin_ + "/pg_isready", "-q", "-h", "127.0.0.1", "-p", std::to_string(port_)}) == 0) break;
      if (attempt == 300 || ::waitpid(server_, nullptr, WNOHANG) != 0) problem_ = "postgres does not start";
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  ~PostgresServer() {
    if (server_ <= 0) return;
    ::kill(server_, SIGQUIT);  // at once: nothing in it is worth a checkpoint
    ::waitpid(server_, nullptr, 0);
  }

  static std::string find_bin() {
    std::string best;
    std::error_code none;
    for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", none))
      if (std::filesystem::exists(version.path() / "bin/initdb")) best = (version.path() / "bin").string();
    if (best.empty() && std::filesystem::exists("/usr/local/bin/initdb")) best = "/usr/local/bin";
    return best;
  }
  static uid_t user_id() {
    const passwd* user = ::getpwnam("postgres");
    return user ? user->pw_uid : ::getuid();
  }
  static int free_port() {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(listener);
    return ntohs(address.sin_port);
  }

  // PostgreSQL refuses to run as root.
  static pid_t start(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (const auto& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
    arguments.push_back(nullptr);
    const uid_t user = ::geteuid() == 0 ? user_id() : 0;
    const pid_t child = ::fork();
    if (child != 0) return child;
    if (user != 0 && ::setuid(user) != 0) ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (int descriptor = 0; descriptor < 3; ++descriptor) ::dup2(nowhere, descriptor);
    if (::chdir("/") == 0) ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  static int run(const std::vector<std::string>& command) {
    int status = 1;
    ::waitpid(start(command), &status, 0);
    return status;
  }

  TempDir dir_;
  std::string bin_, problem_;
  int port_ = 0;
  int databases_ = 0;
  pid_t server_ = 0;
};

}  // namespace bedplate::testing_support
