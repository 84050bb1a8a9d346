#pragma once
// From the text of bedplate.yaml to a Config, or every finding at once. Reads no environment and, but for secrets
// through `read_file`, no files: the program's edge hands them in. Any thread.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "config/config.hpp"
#include "config/finding.hpp"

namespace bedplate::config {

/// Why a certificate and its key cannot be served.
struct TlsFault {
  bool of_key = false;  ///< else of the certificate
  std::string message, hint;
};

/// All that a configuration is made of. Later ones win: file, BEDPLATE_* variables, flags.
struct Sources {
  std::string text;                         ///< of bedplate.yaml; empty if there is none
  std::string file_name = "bedplate.yaml";  ///< for findings
  std::string directory = ".";              ///< relative paths are below it
  /// The whole environment. `${NAME}` looks here, and BEDPLATE_SERVER_LISTEN means server.listen.
  std::map<std::string, std::string, std::less<>> environment;
  /// Of the command line: key in the file's terms (`server.listen`) → value.
  std::map<std::string, std::string, std::less<>> flags;
  /// Reads a small file for `${file:path}`; the path is already below `directory`.
  std::function<Result<std::string>(const std::string& path)> read_file;
  /// Tries a certificate and its key; null: they are taken unseen.
  std::function<std::optional<TlsFault>(const Tls& tls)> try_tls;
};

struct Loaded {
  std::optional<Config> config;   ///< none if there is any finding
  std::vector<Finding> findings;  ///< in order of place
};

Loaded load(const Sources& sources);

}  // namespace bedplate::config
