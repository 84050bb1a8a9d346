#pragma once
// Console: answers /docs and /console, the pages and what they ask, and /openapi.json, which tells what /docs tells. In
// development both are for the user of this machine; in production they are what bedplate.yaml says, and what the
// console asks is for API keys with the scope bedplate:admin alone. One per loop, on that loop.
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "console/journal.hpp"
#include "http/handler.hpp"
#include "identity/authenticator.hpp"
#include "middleware/compression.hpp"
#include "model/model.hpp"

namespace bedplate::console {

struct Options {
  bool docs = false;     ///< /docs and /openapi.json are served
  bool console = false;  ///< /console is served
  bool development = false;
  std::string_view development_key;  ///< the text of dev.key: tokens for whomever the user wants to be
  std::string_view base_url = {};    ///< where the API is, for /openapi.json; empty: where that was read
};

/// Who may look into everything.
inline constexpr std::string_view kAdminScope = "bedplate:admin";

class Console final : public http::Handler {
 public:
  /// All outlive it; `journal` may be null: no requests are told.
  Console(const model::Model& model, identity::Authenticator& authenticator, const Clock& clock, const Journal* journal,
          const Options& options)
      : model_(model), authenticator_(authenticator), clock_(clock), journal_(journal), options_(options) {}

  /// Whether the path is one of these pages': at and below /docs and /console, and /openapi.json, where they are on.
  bool serves(std::string_view path) const;
  /// Answers at once.
  void handle(http::Request& request, http::ReplyWriter& writer) override;

 private:
  Result<void> answer(const http::Request& request, http::Reply& reply);
  Result<void> describe(const http::Request& request, http::Reply& reply);
  Result<void> admit(const http::Request& request, bool of_console) const;
  void write_session(http::Reply& reply) const;
  Result<void> write_requests(const http::Request& request, http::Reply& reply) const;
  Result<void> mint_token(const http::Request& request, http::Reply& reply) const;

  const model::Model& model_;
  identity::Authenticator& authenticator_;
  const Clock& clock_;
  const Journal* const journal_;
  const Options options_;
  std::string description_, description_tag_;  // made when it is first asked for
  middleware::Compression compression_;
};

}  // namespace bedplate::console
