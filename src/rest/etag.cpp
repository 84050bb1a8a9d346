#include "rest/etag.hpp"

#include <charconv>

#include "crypto/hash.hpp"
#include "middleware/coding.hpp"

namespace bedplate::rest {
namespace {

std::string hash_of(const operation::Principal& principal, const http::Reply& reply) {
  const auto& who = principal.identity();
  std::string text;
  text.reserve(reply.body.size() + 256);
  for (const std::string_view part :
       {std::string_view(who.tenant), std::string_view(who.id), std::string_view(who.credential),
        principal.facts().bytes(), reply.content_type, std::string_view(reply.body)})
    text.append(std::to_string(part.size())).append(":").append(part);
  constexpr std::size_t kBytes = 16;  // enough that nobody finds two of one hash
  return crypto::to_hex(crypto::as_bytes(crypto::sha256(text)).substr(0, kBytes));
}

std::string tag_of(const Tagged& tagged, const operation::Principal& principal, const http::Reply& reply) {
  std::string tag = tagged.weak ? "W/\"" : "\"";
  if (tagged.version) tag.append(std::to_string(*tagged.version)).append(".");
  tag.append(hash_of(principal, reply));
  if (!tagged.weak && !tagged.coding.empty()) tag.append("-").append(tagged.coding);
  return tag.append("\"");
}

/// `visit(tag)` for each member of the fields of that name: with its quotes and W/, or `*`.
template <class Visit>
void for_each_tag(const http::Request& request, http::HeaderName name, const Visit& visit) {
  for (const auto& field : request.headers()) {
    if (field.known != name) continue;
    std::string_view rest = field.value;
    while (!rest.empty()) {
      const std::size_t begin = rest.find_first_not_of(" \t,");
      if (begin == std::string_view::npos) break;
      rest.remove_prefix(begin);
      // A tag may hold commas between its quotes.
      const std::size_t open = rest.find_first_of("\",");
      std::size_t end = open;
      if (open != std::string_view::npos && rest[open] == '"') {
        end = rest.find('"', open + 1);
        if (end != std::string_view::npos) ++end;
      }
      end = std::min(end, rest.size());
      std::string_view tag = rest.substr(0, end);
      while (tag.ends_with(' ') || tag.ends_with('\t')) tag.remove_suffix(1);
      visit(tag);
      rest.remove_prefix(end);
    }
  }
}

/// What is the same in every coding, and in a weak tag as in a strong one.
std::string_view opaque(std::string_view tag) {
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  if (tag.ends_with('"')) tag.remove_suffix(1);
  for (std::size_t i = 1; i < middleware::kCodings; ++i) {
    const auto name = middleware::coding_name(static_cast<middleware::Coding>(i));
    if (tag.size() > name.size() && tag.ends_with(name) && tag[tag.size() - name.size() - 1] == '-')
      return tag.substr(0, tag.size() - name.size() - 1);
  }
  return tag;
}

/// The version of a strong tag of ours.
std::optional<std::int64_t> version_in(std::string_view tag) {
  if (!tag.starts_with('"')) return std::nullopt;
  std::int64_t version = 0;
  const auto [end, error] = std::from_chars(tag.data() + 1, tag.data() + tag.size(), version);
  if (error != std::errc{} || end == tag.data() + tag.size() || *end != '.') return std::nullopt;
  return version;
}

}  // namespace

void add_etag(const Tagged& tagged, const operation::Principal& principal, http::Reply& reply) {
  reply.add_header("ETag", tag_of(tagged, principal, reply));
}

void answer_tagged(const Tagged& tagged, const operation::Principal& principal, const http::Request& request,
                   http::Reply& reply) {
  const std::string tag = tag_of(tagged, principal, reply);
  reply.add_header("ETag", tag);
  bool known = false;
  for_each_tag(request, http::HeaderName::kIfNoneMatch,
               [&](std::string_view each) { known = known || each == "*" || opaque(each) == opaque(tag); });
  if (!known) return;
  reply.status = 304;
  reply.body.clear();
  reply.content_type = {};
}

Result<std::optional<engine::Precondition>> parse_precondition(const http::Request& request, bool versioned) {
  using enum http::HeaderName;
  using engine::Precondition;
  // If-Unmodified-Since is of what has a date of its own, and must be ignored elsewhere (RFC 9110 section 13.1.4).
  const bool matches = request.has(kIfMatch), none_matches = request.has(kIfNoneMatch);
  if (!matches && !none_matches) return std::nullopt;
  const bool absent = request.header(kIfNoneMatch) == "*";
  if (absent && !matches && request.method() == http::Method::kPut)
    return Precondition{.kind = Precondition::Kind::kAbsent, .versions = {}};
  if (!versioned)
    return failure(Error(Reason::kPreconditionFailed, "what is written here has no version that " +
                                                          std::string(matches ? "If-Match" : "If-None-Match") +
                                                          " could name")
                       .with_hint("a row of a @versioned type has one, by its own path"));
  Precondition made{.kind = matches ? Precondition::Kind::kVersions : Precondition::Kind::kOther, .versions = {}};
  for_each_tag(request, kIfMatch, [&](std::string_view tag) {
    if (tag == "*") made.kind = Precondition::Kind::kPresent;
    if (const auto version = version_in(tag)) made.versions.push_back(*version);
  });
  if (!none_matches) return made;
  if (absent && !matches) return Precondition{.kind = Precondition::Kind::kAbsent, .versions = {}};
  if (matches)  // what they want together no client can mean
    return failure(Error(Reason::kPreconditionFailed, "If-Match and If-None-Match do not hold together")
                       .with_hint("send If-Match with the row's ETag, alone"));
  for_each_tag(request, kIfNoneMatch, [&](std::string_view tag) {
    if (const auto version = version_in(opaque(tag))) made.versions.push_back(*version);
  });
  return made;
}

}  // namespace bedplate::rest
