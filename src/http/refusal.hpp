#pragma once
// Refusal: why a request cannot be served, found before a handler sees it; answered with a problem of that status. Its
// texts are literals.
#include <string_view>

#include "base/reason.hpp"
#include "http/reply.hpp"

namespace bedplate::http {

struct Refusal {
  int status = 400;
  Reason reason = Reason::kMalformedRequest;
  std::string_view message;
};

constexpr Refusal malformed(std::string_view message) { return {400, Reason::kMalformedRequest, message}; }
inline constexpr Refusal kTargetTooLong{414, Reason::kUriTooLong, "The request's target is too long"};
inline constexpr Refusal kHeadTooLarge{431, Reason::kHeadersTooLarge, "The request's head is too large"};
inline constexpr Refusal kTooManyFields{431, Reason::kHeadersTooLarge, "The request has too many header fields"};
inline constexpr Refusal kBodyTooLarge{413, Reason::kPayloadTooLarge, "The request's body is too large"};
inline constexpr Refusal kTimeout{408, Reason::kDeadlineExceeded, "The request took too long to arrive"};
inline constexpr Refusal kFailed{500, Reason::kInternal, "The request failed"};
inline constexpr Refusal kNoMemory{503, Reason::kOverloaded, "The server is out of memory"};
inline constexpr Refusal kCrowded{503, Reason::kOverloaded, "Too many replies wait to be read"};

inline constexpr Refusal kBusy{503, Reason::kOverloaded, "Too many requests are waiting"};

/// Overwrites the reply with the problem; the connection is to close after it.
void write_refusal(const Refusal& refusal, Reply& reply);

}  // namespace bedplate::http
