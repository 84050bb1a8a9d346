#pragma once
// Once: a write under an Idempotency-Key, whose effect is at most one and whose reply is kept with it, in the same
// transaction, for as long as clients may repeat it. The protocol makes one per request and outlives the write.
#include <optional>
#include <string>
#include <string_view>

#include "crypto/hash.hpp"
#include "operation/principal.hpp"

namespace bedplate::engine {

struct WriteOutcome;

/// A reply as it is kept; `head` is the protocol's own.
struct KeptReply {
  int status = 0;
  std::string head;
  std::string body;
};

class Once {
 public:
  virtual ~Once() = default;
  /// Makes the reply of a write that is done, whose rows are written out already. Inside of the transaction, perhaps on
  /// a store's own thread, and again if that runs again.
  virtual KeptReply reply(const WriteOutcome& outcome) = 0;

  crypto::Sha256 scope{};    ///< whose key it is, and for what
  crypto::Sha256 request{};  ///< all of the request that must be the same
  /// Set when the write was done before: its reply then. Nothing was written.
  std::optional<KeptReply> kept;
};

/// The scope of a key: the same key of another tenant, caller or operation is another one.
crypto::Sha256 once_scope(const operation::Principal& principal, std::string_view operation, std::string_view key);

}  // namespace bedplate::engine
