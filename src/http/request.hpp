#pragma once
// Request: one parsed HTTP request. Every view points into its connection's buffer or its body buffer and stays
// valid until the reply is finished (ReplyWriter::finish); copy into arena() or a string what must live longer
// than that. Belongs to one event loop. Header values are as sent, without surrounding blanks, free of control
// characters but HTAB; bytes above 0x7f may occur.
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/arena.hpp"
#include "base/cancel.hpp"
#include "http/header_name.hpp"
#include "http/method.hpp"
#include "net/address.hpp"

namespace bedplate::http {

struct Header {
  std::string_view name;  ///< as sent
  std::string_view value;
  HeaderName known = HeaderName::kOther;
};

class Request {
 public:
  static constexpr std::size_t kMaxHeaders = 100;

  Method method() const { return method_; }
  std::string_view method_text() const { return method_text_; }
  /// The request target as sent (`/api/orders?limit=1`); of an absolute-form target, what follows the authority.
  std::string_view target() const { return target_; }
  /// Up to the `?`, not decoded; always begins with `/` (or is `*` of OPTIONS).
  std::string_view path() const { return target_.substr(0, path_size_); }
  /// What follows the `?`, not decoded; empty without one.
  std::string_view query() const { return target_.substr(std::min(path_size_ + 1, target_.size())); }
  /// The authority the client asked for: of the absolute form if sent, else the Host field. Forgeable (threat 86).
  std::string_view authority() const { return authority_; }
  /// The first field of that name, or empty; `has` tells absent from empty.
  std::string_view header(HeaderName name) const {
    const auto at = first_[static_cast<std::size_t>(name)];
    return at == 0 ? std::string_view{} : fields_[at - 1].value;
  }
  bool has(HeaderName name) const { return first_[static_cast<std::size_t>(name)] != 0; }
  /// The same by any name, case-insensitive; a walk over the fields.
  std::string_view header(std::string_view name) const;
  /// All fields in the order sent: for those that may be repeated.
  std::span<const Header> headers() const { return {fields_.data(), count_}; }
  /// The whole body, chunks joined; empty without one.
  std::string_view body() const { return body_; }
  /// As the kernel saw it; trusted proxies are the middleware's business.
  const net::Address& peer() const { return peer_; }
  bool http10() const { return http10_; }
  /// By which log, reply and client name this request; empty where nobody gave it one.
  std::string_view id() const { return id_; }
  /// For whoever takes the request first; it must live as long as the request.
  void set_id(std::string_view id) { id_ = id; }
  /// For whoever reads the body off the wire; it must live as long as the request.
  void set_body(std::string_view body) { body_ = body; }
  void set_peer(const net::Address& peer) { peer_ = peer; }
  /// Requested when the client goes away, or sends no more: what takes long may be given up. Hooks only tell others,
  /// they resume nobody on that stack.
  CancelToken left() const { return left_; }
  /// Memory that is forgotten when the reply is finished.
  Arena& arena() { return arena_; }

 private:
  friend class RequestParser;
  friend class RequestHead;
  friend class Exchange;

  Method method_ = Method::kOther;
  bool http10_ = false;
  std::string_view method_text_;
  std::string_view target_;
  std::size_t path_size_ = 0;
  std::string_view authority_;
  std::string_view body_;
  std::array<std::uint8_t, kHeaderNames> first_{};
  std::size_t count_ = 0;
  std::array<Header, kMaxHeaders> fields_;
  net::Address peer_;
  std::string_view id_;
  CancelToken left_;
  Arena arena_;
};

}  // namespace bedplate::http
