#include "app/project/git.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <vector>

#include "app/project/files.hpp"
#include "net/descriptor.hpp"

extern char** environ;

namespace bedplate::app {
namespace {

/// Runs git and takes what it prints; its complaints go to nobody.
Result<std::string> run_git(std::vector<std::string> arguments) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    return failure(Reason::kUnavailable, std::string("no pipe: ") + std::strerror(errno));
  const net::Descriptor from(ends[0]);
  net::Descriptor to(ends[1]);
  std::vector<char*> words;
  for (std::string& each : arguments) words.push_back(each.data());
  words.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to.get(), 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int code = ::posix_spawnp(&child, words[0], &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (code != 0) return failure(Reason::kUnavailable, std::string("git cannot be run: ") + std::strerror(code));
  to.reset();

  std::string text;
  char block[16384];
  ssize_t size = 0;
  while ((size = ::read(from.get(), block, sizeof block)) != 0) {
    if (size < 0 && errno != EINTR) break;
    if (size > 0 && text.size() < kSchemaFile) text.append(block, static_cast<std::size_t>(size));
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return text;
  return failure(Reason::kInvalidConfiguration, "git refuses");
}

}  // namespace

Result<std::string> git_show(const std::string& revision, const std::string& path) {
  const auto slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  // A revision that begins with a dash would be an option.
  auto text = revision.starts_with('-')
                  ? failure(Reason::kInvalidConfiguration, "not a revision")
                  : run_git({"git", "-C", parent_directory(path), "show", revision + ":./" + name});
  if (text) return text;
  return failure(
      Error(Reason::kInvalidConfiguration, "'" + revision + "' is neither a file nor a revision that has " + path)
          .with_detail(text.error().message())
          .with_hint("Give an older schema file, a tag, a branch or a commit."));
}

}  // namespace bedplate::app
