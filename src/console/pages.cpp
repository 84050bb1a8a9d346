#include "console/pages.hpp"

#include <algorithm>

#include "middleware/coding.hpp"

namespace bedplate::console {
namespace {

using http::HeaderName;
using middleware::Coding;

/// No inline script or style, no other host: what a row or a schema says can never run.
constexpr std::string_view kPolicy =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

/// Whether the client takes a coding; what it prefers among those that cost nothing does not matter.
bool takes(std::string_view accepted, std::string_view coding) {
  while (!accepted.empty()) {
    const auto end = std::min(accepted.find(','), accepted.size());
    auto item = accepted.substr(0, end);
    accepted.remove_prefix(std::min(end + 1, accepted.size()));
    const auto semicolon = std::min(item.find(';'), item.size());
    const auto weight = item.substr(semicolon);
    item = item.substr(0, semicolon);
    while (item.starts_with(' ') || item.starts_with('\t')) item.remove_prefix(1);
    while (item.ends_with(' ') || item.ends_with('\t')) item.remove_suffix(1);
    // `;q=0`, `; q=0.000`
    const bool refused = weight.find_first_of("123456789") == std::string_view::npos && !weight.empty();
    if (http::equals_ignoring_case(item, coding)) return !refused;
  }
  return false;
}

struct Form {
  std::span<const unsigned char> bytes;
  std::string_view coding;
};

Form best_form(const Asset& asset, std::string_view accepted) {
  const Form forms[] = {{asset.brotli, middleware::coding_name(Coding::kBrotli)},
                        {asset.gzip, middleware::coding_name(Coding::kGzip)}};
  for (const Form& form : forms)
    if (form.bytes.size() < asset.plain.size() && takes(accepted, form.coding)) return form;
  return {asset.plain, {}};
}

/// `"1f3a"`, of an encoded form `"1f3a-br"`.
std::string tag_of(const Asset& asset, std::string_view coding) {
  std::string tag(asset.etag);
  if (!coding.empty()) tag.insert(tag.size() - 1, "-" + std::string(coding));
  return tag;
}

bool lists(std::string_view tags, std::string_view tag) {
  return tags == "*" || tags.find(tag) != std::string_view::npos;
}

}  // namespace

const Asset* find_asset(std::string_view path) {
  if (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const auto all = assets();
  const auto found = std::ranges::find(all, path, &Asset::path);
  return found == all.end() ? nullptr : &*found;
}

void add_page_headers(http::Reply& reply) { reply.add_standing_lines(kPolicy); }

void answer_asset(const Asset& asset, const http::Request& request, http::Reply& reply) {
  const bool reads = request.method() == http::Method::kGet || request.method() == http::Method::kHead;
  if (!reads) {
    reply.status = 405;
    reply.content_type = "text/plain; charset=utf-8";
    reply.add_header("Allow", "GET, HEAD");
    reply.body = "use GET\n";
    return;
  }
  const Form form = best_form(asset, request.header(HeaderName::kAcceptEncoding));
  const std::string tag = tag_of(asset, form.coding);
  reply.content_type = asset.content_type;
  reply.add_header("Cache-Control", asset.lasting ? "public, max-age=31536000, immutable" : "no-cache");
  reply.add_header("ETag", tag);
  reply.add_header("Vary", "Accept-Encoding");
  if (lists(request.header(HeaderName::kIfNoneMatch), tag)) {
    reply.status = 304;
    reply.content_type = {};
    return;
  }
  if (!form.coding.empty()) reply.add_header("Content-Encoding", form.coding);
  reply.body.append(reinterpret_cast<const char*>(form.bytes.data()), form.bytes.size());
}

}  // namespace bedplate::console
