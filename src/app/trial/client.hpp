#pragma once
// TrialClient: asks a server one thing after the other, over one connection. Blocking; every answer within ten
// seconds. One thread.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace bedplate::app {

struct Ask {
  std::string method = "GET";
  std::string path;                  ///< as it is sent, with its query
  std::vector<std::string> headers;  ///< `Prefer: tx=rollback`
  std::string body;                  ///< JSON; empty: none
};

struct Answer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  std::string body;

  /// The first of that name, in lower case; empty: it has none.
  std::string_view header(std::string_view name) const;
};

class TrialClient {
 public:
  /// `http://127.0.0.1:8080`
  explicit TrialClient(std::string origin);
  ~TrialClient();
  TrialClient(const TrialClient&) = delete;
  TrialClient& operator=(const TrialClient&) = delete;

  /// kUnavailable when there is no whole answer.
  Result<Answer> send(const Ask& ask);
  /// The same as a line for a shell.
  std::string curl_line(const Ask& ask) const;

 private:
  struct Handle;
  const std::string origin_;
  const std::unique_ptr<Handle> handle_;
};

}  // namespace bedplate::app
