#pragma once
// RequestHead: what every version of HTTP makes of the parts of a head, once it has taken them off the wire: checks
// them and puts them into the Request. All views must outlive it.
#include <optional>
#include <string_view>

#include "http/limits.hpp"
#include "http/refusal.hpp"
#include "http/request.hpp"
#include "http/syntax.hpp"

namespace bedplate::http {

class RequestHead {
 public:
  static void begin(Request& request) {
    request.count_ = 0;
    request.first_.fill(0);
    request.body_ = {};
    request.authority_ = {};
    request.target_ = {};
    request.method_text_ = {};
  }
  static void set_method(std::string_view token, Request& request) {
    request.method_text_ = token;
    request.method_ = method_of(token);
  }
  /// `/path?query`, its characters checked; or `*` of OPTIONS.
  static void set_target(std::string_view target, Request& request) {
    request.target_ = target;
    request.path_size_ = std::min(target.find('?'), target.size());
  }
  static std::optional<Refusal> set_authority(std::string_view authority, Request& request) {
    if (authority.empty() || syntax::span_of(authority, syntax::kHost) != authority.size())
      return malformed("The request target names no valid host");
    request.authority_ = authority;
    return std::nullopt;
  }
  /// `name` is a token; `value` is trimmed.
  static std::optional<Refusal> add_field(std::string_view name, std::string_view value, std::size_t most,
                                          Request& request) {
    if (!syntax::is_field_value(value)) return malformed("A header field holds a control character");
    if (request.count_ == most) return kTooManyFields;
    const HeaderName known = header_name(name);
    request.fields_[request.count_++] = {name, value, known};
    if (known == HeaderName::kOther) return std::nullopt;
    auto& first = request.first_[static_cast<std::size_t>(known)];
    if (first == 0) {
      first = static_cast<std::uint8_t>(request.count_);
    } else if (is_singleton(known)) {
      return malformed("A header field that may be sent once is sent twice");
    }
    return std::nullopt;
  }
  /// After the last field: who is asked is known, and the same wherever it is said.
  static std::optional<Refusal> check_host(Request& request);
};

}  // namespace bedplate::http
