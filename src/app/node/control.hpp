#pragma once
// Control: the owner's socket beside an SQLite file, by which commands reach the process that owns it: one line of
// JSON in, one line out. Mode 0600, and the kernel must say that the other end is the same user or root. Serves one
// connection at a time on a thread of its own, each bounded in time and bytes.
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "config/config.hpp"
#include "net/descriptor.hpp"

namespace bedplate::app {

/// `<file>.sock`; empty where the database is no file.
std::string control_path(const config::Database& database);

class Control {
 public:
  /// What is said, and descriptors given along with it; `sent` runs once both have left.
  struct Reply {
    std::string line;
    std::vector<net::Descriptor> descriptors;
    std::function<void()> sent;
  };
  /// Called on the socket's thread; lines have no newline.
  using Answer = std::function<Reply(std::string_view line)>;
  /// Only for the database's owner: a socket that is there is taken to be a dead process's.
  static Result<std::unique_ptr<Control>> open(const std::string& path, Answer answer);
  ~Control();
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;

 private:
  Control(std::string path, net::Descriptor listener, net::Descriptor stop, Answer answer);
  void serve();

  std::string path_;
  net::Descriptor listener_, stop_;
  Answer answer_;
  std::thread thread_;
};

/// What the owner answers with its listening sockets: it then drains and ends.
inline constexpr std::string_view kHandOver = R"({"command": "hand_over"})";
/// Its listening sockets; none where nobody owns the database.
Result<std::vector<net::Descriptor>> ask_for_listeners(const std::string& path);
/// How long the owner may take for its reply: ten seconds, or as long as it lives.
enum class Patience { kShort, kEndless };

/// Asks the owner; kUnavailable when there is nobody.
Result<std::string> ask_owner(const std::string& path, std::string_view line, Patience patience = Patience::kShort);

}  // namespace bedplate::app
