#include "middleware/request_id.hpp"

#include <algorithm>
#include <array>

namespace bedplate::middleware {
namespace {

constexpr std::size_t kLongest = 128;
constexpr std::string_view kDigits = "0123456789abcdef";

constexpr auto kAllowed = [] {
  std::array<bool, 256> allowed{};
  for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/+=@"))
    allowed[static_cast<unsigned char>(c)] = true;
  return allowed;
}();

bool is_well_formed(std::string_view id) {
  return !id.empty() && id.size() <= kLongest &&
         std::all_of(id.begin(), id.end(), [](char c) { return kAllowed[static_cast<unsigned char>(c)]; });
}

bool is_lower_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// `00-<32>-<16>-<2>`, later versions with more behind it; no version ff, no trace id of zeros.
std::string_view trace_id(std::string_view parent) {
  if (parent.size() < 55 || parent[2] != '-' || parent[35] != '-' || parent[52] != '-') return {};
  const auto version = parent.substr(0, 2);
  const auto trace = parent.substr(3, 32);
  if (version == "ff" || (version == "00" ? parent.size() != 55 : parent.size() > 55 && parent[55] != '-')) return {};
  if (!is_lower_hex(version) || !is_lower_hex(trace) || !is_lower_hex(parent.substr(36, 16)) ||
      !is_lower_hex(parent.substr(53, 2)))
    return {};
  return trace.find_first_not_of('0') == std::string_view::npos ? std::string_view{} : trace;
}

char* append_hex(char* at, std::uint64_t value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) *at++ = kDigits[(value >> shift) & 15];
  return at;
}

}  // namespace

std::string_view given_request_id(const http::Request& request) {
  const auto given = request.header(http::HeaderName::kXRequestId);
  if (is_well_formed(given)) return given;
  return trace_id(request.header(http::HeaderName::kTraceparent));
}

RequestIds::RequestIds(Random& random) : begin_(random.next()) {}

std::string_view RequestIds::next(Arena& arena) {
  if (++number_ == 0) ++begin_;
  char id[24];
  append_hex(append_hex(id, begin_, 16), number_, 8);
  return arena.copy(std::string_view(id, sizeof id));
}

}  // namespace bedplate::middleware
