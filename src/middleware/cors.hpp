#pragma once
// Cors: which web pages of other origins may read replies (the Fetch standard's CORS protocol). Origins are compared
// as they are, byte by byte: neither `null` nor a suffix nor another port is granted anything. Immutable; any thread.
#include <span>
#include <string>
#include <vector>

#include "http/message.hpp"

namespace bedplate::middleware {

class Cors {
 public:
  /// `*` alone is every origin, without credentials; empty: none.
  explicit Cors(std::vector<std::string> origins);

  /// Answers the question that a browser asks before it sends what a page could not send otherwise; false: it is none.
  bool preflight(const http::Request& request, http::Reply& reply) const;
  /// Adds to the reply of any other request, however it comes out, what lets the page read it.
  void grant(const http::Request& request, http::Reply& reply) const;

 private:
  bool allows(const http::Request& request) const;
  void add_origin(const http::Request& request, http::Reply& reply) const;

  std::vector<std::string> origins_;
  bool any_ = false;
};

}  // namespace bedplate::middleware
