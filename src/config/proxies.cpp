// server.base_url and server.trusted_proxies.
#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <optional>

#include "config/sections.hpp"

namespace bedplate::config {
namespace {

bool is_host(std::string_view host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == ':' || c == '[' || c == ']';
  });
}
bool is_path(std::string_view path) {
  return std::all_of(path.begin(), path.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~/%").find(c) != std::string_view::npos;
  });
}

/// Without its last slash; none where it is no URL that a path can follow.
std::optional<std::string> base_url(std::string_view text) {
  const std::string_view scheme = text.starts_with("https://") ? "https://" : "http://";
  if (!text.starts_with(scheme)) return std::nullopt;
  const std::string_view rest = text.substr(scheme.size());
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  if (!is_host(rest.substr(0, slash)) || !is_path(rest.substr(slash))) return std::nullopt;
  while (text.ends_with('/')) text.remove_suffix(1);
  return std::string(text);
}

std::optional<Network> network(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string address(text.substr(0, slash));
  Network found;
  int width = 128;
  if (in_addr v4{}; inet_pton(AF_INET, address.c_str(), &v4) == 1) {
    width = 32;
    found.ip[10] = found.ip[11] = 0xff;
    std::copy_n(reinterpret_cast<const std::uint8_t*>(&v4), 4, found.ip.begin() + 12);
  } else if (inet_pton(AF_INET6, address.c_str(), found.ip.data()) != 1) {
    return std::nullopt;
  }
  int bits = width;
  if (slash != std::string_view::npos) {
    const auto digits = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (error != std::errc{} || end != digits.data() + digits.size() || bits < 0 || bits > width) return std::nullopt;
  }
  found.bits = 128 - width + bits;
  return found;
}

/// An address behind the bits that count is mostly a slip: which range was meant?
bool has_more_bits(const Network& network) {
  for (int bit = network.bits; bit < 128; ++bit)
    if (network.ip[static_cast<std::size_t>(bit / 8)] >> (7 - bit % 8) & 1) return true;
  return false;
}

}  // namespace

void read_proxies(Reader& reader, Server& out) {
  std::string url;
  reader.text("base_url", url);
  if (const Yaml* node = reader.member("base_url"); node && !url.empty()) {
    if (auto good = base_url(url))
      out.base_url = *std::move(good);
    else
      reader.refuse(*node, Reader::shown(*node) + " is no server.base_url",
                    "write what clients call this server, for example https://api.example.com");
  }
  std::vector<std::string> words;
  reader.words("trusted_proxies", words);
  const Yaml* node = reader.member("trusted_proxies");
  for (const auto& word : words) {
    const auto found = network(word);
    const std::string shown = node->from_outside ? "a value of server.trusted_proxies" : "'" + word + "'";
    if (!found)
      reader.refuse(*node, shown + " is no address of a proxy", "write addresses or ranges, for example 10.0.0.0/8");
    else if (has_more_bits(*found))
      reader.refuse(*node, shown + " has bits set behind its prefix",
                    "write the range's first address, for example 10.0.0.0/8, or the whole address without a prefix");
    else
      out.trusted_proxies.push_back(*found);
  }
}

}  // namespace bedplate::config
