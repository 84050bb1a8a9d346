#include "console/journal.hpp"

#include <algorithm>

#include "json/writer.hpp"

namespace bedplate::console {
namespace {

constexpr std::size_t kLongest = 1024;  // of what a client made up

void keep(std::string& kept, std::string_view text) { kept.assign(text.substr(0, kLongest)); }

}  // namespace

void Journal::note(const Request& request) {
  const std::scoped_lock lock(mutex_);
  Entry& entry = ring_[++last_ % ring_.size()];
  entry.at = request.at;
  entry.took = request.took;
  entry.status = request.status;
  entry.bytes = request.bytes;
  keep(entry.id, request.id);
  keep(entry.method, request.method);
  keep(entry.path, request.path);
  keep(entry.query, request.query);
  keep(entry.client, request.client);
}

void Journal::write(std::uint64_t after, std::string& out) const {
  const std::scoped_lock lock(mutex_);
  const std::uint64_t known = std::min<std::uint64_t>(last_, ring_.size());
  // A number from before a restart is above all of ours: then everything is news.
  const std::uint64_t first = after > last_ ? last_ - known + 1 : std::max(after, last_ - known) + 1;
  json::Writer writer(out);
  const auto number = [&writer](std::string_view name, std::uint64_t value) {
    writer.key(name);
    writer.integer(static_cast<std::int64_t>(value));
  };
  writer.begin_object();
  number("last", last_);
  writer.key("requests");
  writer.begin_array();
  for (std::uint64_t at = first; at <= last_; ++at) {
    const Entry& entry = ring_[at % ring_.size()];
    writer.begin_object();
    number("number", at);
    number("at", static_cast<std::uint64_t>(entry.at));
    number("took", static_cast<std::uint64_t>(entry.took));
    number("status", static_cast<std::uint64_t>(entry.status));
    number("bytes", entry.bytes);
    writer.member("id", entry.id);
    writer.member("method", entry.method);
    writer.member("path", entry.path);
    writer.member("query", entry.query);
    writer.member("client", entry.client);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

}  // namespace bedplate::console
