#pragma once
// Reload: puts the schema and configuration that somebody saves into the place of those that a node serves, and tells
// what it did in the terminal and, through the DevStatus, in the browser. What can't be served changes nothing. It
// works on a thread of its own from start to destruction, which comes after Node::run().
#include <memory>
#include <thread>

#include "app/dev/dev_status.hpp"
#include "app/dev/file_watch.hpp"
#include "app/node/node.hpp"
#include "app/project/project.hpp"

namespace bedplate::app {

class Reload {
 public:
  /// `flags` are put over what the files say, as at the start. All outlive it.
  static Result<std::unique_ptr<Reload>> start(std::shared_ptr<const Project> served, Flags flags, Node& node,
                                               DevStatus& status, const World& world);
  ~Reload();
  Reload(const Reload&) = delete;
  Reload& operator=(const Reload&) = delete;

 private:
  Reload(std::shared_ptr<const Project> served, Flags flags, Node& node, DevStatus& status, const World& world,
         FileWatch watch);
  void serve();
  void take_save();
  void refuse(const std::string& plain, const std::string& colored);
  void tell(const Project& next, const migrate::Prepared& prepared, std::int64_t began);

  std::shared_ptr<const Project> served_;
  const Flags flags_;
  Node& node_;
  DevStatus& status_;
  const World& world_;
  FileWatch watch_;
  std::string tried_;  // the files' texts, for saves that change nothing
  std::thread thread_;
};

}  // namespace bedplate::app
