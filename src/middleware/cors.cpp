#include "middleware/cors.hpp"

#include <algorithm>

namespace bedplate::middleware {

using http::HeaderName;

namespace {

constexpr std::string_view kMethods = "GET, HEAD, POST, PUT, PATCH, DELETE";
constexpr std::string_view kExposed =
    "Content-Range, ETag, Idempotent-Replayed, Link, Location, Preference-Applied, Retry-After, WWW-Authenticate, "
    "X-Request-Id";
constexpr std::string_view kUsualHeaders =
    "Accept, Accept-Profile, Apikey, Authorization, Content-Profile, Content-Type, Idempotency-Key, If-Match, "
    "If-None-Match, Prefer, Range, Range-Unit, X-Client-Info";
constexpr std::string_view kMaxAge = "7200";  // seconds; browsers keep it no longer

}  // namespace

Cors::Cors(std::vector<std::string> origins)
    : origins_(std::move(origins)), any_(std::ranges::find(origins_, "*") != origins_.end()) {}

bool Cors::allows(const http::Request& request) const {
  const auto origin = request.header(HeaderName::kOrigin);
  return !origin.empty() && (any_ || std::ranges::find(origins_, origin) != origins_.end());
}

void Cors::add_origin(const http::Request& request, http::Reply& reply) const {
  reply.add_standing_header("Access-Control-Allow-Origin", any_ ? "*" : request.header(HeaderName::kOrigin));
  if (!any_) reply.add_standing_header("Access-Control-Allow-Credentials", "true");
}

bool Cors::preflight(const http::Request& request, http::Reply& reply) const {
  if (origins_.empty() || request.method() != http::Method::kOptions || !request.has(HeaderName::kOrigin) ||
      !request.has(HeaderName::kAccessControlRequestMethod))
    return false;
  reply.status = 204;
  reply.content_type = {};
  if (!any_) reply.add_standing_header("Vary", "Origin");
  if (!allows(request)) return true;
  add_origin(request, reply);
  reply.add_standing_header("Access-Control-Allow-Methods", kMethods);
  reply.add_standing_header("Access-Control-Allow-Headers", kUsualHeaders);
  reply.add_standing_header("Access-Control-Max-Age", kMaxAge);
  return true;
}

// What differs by origin says so whoever asks: a cache must not give one page's grant to another.
void Cors::grant(const http::Request& request, http::Reply& reply) const {
  if (origins_.empty()) return;
  if (!any_) reply.add_standing_header("Vary", "Origin");
  if (!allows(request)) return;
  add_origin(request, reply);
  reply.add_standing_header("Access-Control-Expose-Headers", kExposed);
}

}  // namespace bedplate::middleware
