#pragma once
// Precondition: what must be of the one row that a write means, before it is written (RFC 9110 section 13). Plain data.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/error.hpp"

namespace bedplate::engine {

struct Precondition {
  enum class Kind : std::uint8_t {
    kPresent,   ///< there is such a row (`If-Match: *`)
    kVersions,  ///< and it has one of `versions`
    kAbsent,    ///< there is none (`If-None-Match: *`)
    kOther,     ///< it has none of `versions`, or there is no such row (`If-None-Match: "3.…"`)
  };
  Kind kind = Kind::kPresent;
  std::vector<std::int64_t> versions;

  bool holds_of(std::int64_t version) const {
    const bool named = std::ranges::find(versions, version) != versions.end();
    return kind == Kind::kPresent || (kind == Kind::kVersions && named) || (kind == Kind::kOther && !named);
  }
  bool holds_of_none() const { return kind == Kind::kAbsent || kind == Kind::kOther; }
  /// Whether it holds of one state alone, so that no other change is overwritten unseen.
  bool is_exact() const { return kind != Kind::kOther; }
};

inline Error precondition_failed(const Precondition& precondition) {
  if (precondition.kind == Precondition::Kind::kAbsent)
    return Error(Reason::kPreconditionFailed, "there is such a row, and If-None-Match wants none")
        .with_hint("leave If-None-Match out to change it");
  if (precondition.kind == Precondition::Kind::kOther)
    return Error(Reason::kPreconditionFailed, "the row is of a version that If-None-Match names")
        .with_hint("send If-Match to change what was read, If-None-Match to change anything else");
  return Error(Reason::kPreconditionFailed, "the row is not, or no more, of the version that If-Match names")
      .with_hint("read the row again, look at what has changed, and send its ETag with the change");
}

}  // namespace bedplate::engine
