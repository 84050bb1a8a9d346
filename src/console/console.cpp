#include "console/console.hpp"

#include <algorithm>
#include <charconv>

#include "base/hash.hpp"
#include "console/local_user.hpp"
#include "console/model_json.hpp"
#include "console/pages.hpp"
#include "console/token_request.hpp"
#include "json/writer.hpp"
#include "middleware/authenticate.hpp"
#include "openapi/openapi.hpp"
#include "rest/problem.hpp"

namespace bedplate::console {
namespace {

using http::Method;

constexpr std::string_view kDocs = "/docs", kConsole = "/console", kAsked = "/api/", kDescription = "/openapi.json";

bool is_below(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

Result<void> expect_method(const http::Request& request, http::Reply& reply, Method method, std::string_view word) {
  if (request.method() == method) return {};
  reply.add_standing_header("Allow", word);
  return failure(Error(Reason::kMethodNotAllowed, std::string(request.method_text()) + " is not allowed here"));
}

Error nothing_here() { return {Reason::kUnknownResource, "there is nothing at this path"}; }

}  // namespace

bool Console::serves(std::string_view path) const {
  return (options_.docs && (is_below(path, kDocs) || path == kDescription)) ||
         (options_.console && is_below(path, kConsole));
}

void Console::handle(http::Request& request, http::ReplyWriter& writer) {
  http::Reply& reply = writer.reply();
  add_page_headers(reply);
  if (const auto answered = answer(request, reply); !answered) rest::write_problem(answered.error(), request, reply);
  writer.finish();
}

Result<void> Console::answer(const http::Request& request, http::Reply& reply) {
  const bool of_console = is_below(request.path(), kConsole);
  const auto page = of_console ? kConsole : kDocs;
  const auto below = request.path().substr(page.size());
  if (options_.development) BP_TRY_VOID(check_local_user(request));
  if (request.path() == kDescription) return describe(request, reply);
  if (!below.starts_with(kAsked)) {
    const Asset* asset = find_asset(request.path());
    if (!asset) return failure(nothing_here());
    answer_asset(*asset, request, reply);
    return {};
  }
  reply.add_standing_header("Cache-Control", "no-store");
  BP_TRY_VOID(admit(request, of_console));
  const auto asked = below.substr(kAsked.size());
  if (asked == "token" && options_.development) {
    BP_TRY_VOID(expect_method(request, reply, Method::kPost, "POST"));
    return mint_token(request, reply);
  }
  const bool is_requests = asked == "requests" && of_console && journal_ != nullptr;
  if (asked != "model" && asked != "session" && !is_requests) return failure(nothing_here());
  BP_TRY_VOID(expect_method(request, reply, Method::kGet, "GET"));
  if (is_requests) return write_requests(request, reply);
  if (asked == "model")
    write_model(model_, of_console ? Reader::kAdmin : Reader::kEveryone, reply.body);
  else
    write_session(reply);
  return {};
}

Result<void> Console::describe(const http::Request& request, http::Reply& reply) {
  if (request.method() != Method::kHead) BP_TRY_VOID(expect_method(request, reply, Method::kGet, "GET, HEAD"));
  BP_TRY(const auto coding, compression_.accepted(request));
  if (description_.empty()) {
    description_ = openapi::describe(model_, options_.base_url);
    // Weak: the same of every coding.
    description_tag_ = "W/\"" + std::to_string(hash(HashSeed{}, description_)) + "\"";
  }
  reply.add_header("Cache-Control", "no-cache");
  reply.add_header("ETag", description_tag_);
  const auto known = request.header(http::HeaderName::kIfNoneMatch);
  if (known == "*" || known.find(description_tag_.substr(2)) != std::string_view::npos) {
    reply.status = 304;
    reply.content_type = {};
    return {};
  }
  reply.body = description_;
  compression_.encode(coding, reply);
  return {};
}

Result<void> Console::admit(const http::Request& request, bool of_console) const {
  if (options_.development) return check_same_origin(request);
  if (!of_console) return {};
  BP_TRY(const auto principal, middleware::authenticate(request, authenticator_, clock_.now()));
  const operation::Identity& identity = principal->identity();
  if (!identity.authenticated)
    return failure(Error(Reason::kUnauthenticated, "The console needs an API key.")
                       .with_hint("Make one: bedplate admin key create --scope bedplate:admin"));
  if (!identity.by_api_key || std::ranges::find(identity.scopes, kAdminScope) == identity.scopes.end())
    return failure(Error(Reason::kForbidden, "The console is for API keys with the scope bedplate:admin.")
                       .with_hint("Make one: bedplate admin key create --scope bedplate:admin"));
  return {};
}

void Console::write_session(http::Reply& reply) const {
  json::Writer out(reply.body);
  out.begin_object();
  out.member("version", BEDPLATE_VERSION);
  out.key("development");
  out.boolean(options_.development);
  out.key("console");
  out.boolean(options_.console);
  out.key("docs");
  out.boolean(options_.docs);
  if (options_.development) {  // elsewhere they are nobody's business
    out.key("roles");
    out.begin_array();
    for (const auto& role : model_.roles) out.string(role.name);
    out.end_array();
  }
  out.end_object();
}

Result<void> Console::write_requests(const http::Request& request, http::Reply& reply) const {
  constexpr std::string_view kAfter = "after=";
  std::uint64_t after = 0;
  if (const auto query = request.query(); !query.empty()) {
    const char* const end = query.data() + query.size();
    const auto digits = query.substr(std::min(kAfter.size(), query.size()));
    const auto read = std::from_chars(digits.data(), end, after);
    if (!query.starts_with(kAfter) || read.ec != std::errc{} || read.ptr != end)
      return failure(Error(Reason::kInvalidQuery, "requests are asked for by ?after= and a number"));
  }
  journal_->write(after, reply.body);
  return {};
}

Result<void> Console::mint_token(const http::Request& request, http::Reply& reply) const {
  BP_TRY(const auto wanted, parse_token_request(request, model_));
  BP_TRY(const auto token, identity::mint_dev_token(options_.development_key, wanted, clock_.now()));
  json::Writer out(reply.body);
  out.begin_object();
  out.member("token", token);
  out.end_object();
  return {};
}

}  // namespace bedplate::console
