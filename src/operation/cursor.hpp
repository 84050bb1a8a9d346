#pragma once
// Keyset cursors: a row's place in an order, sealed so that only what this service gave out is taken back, and only for
// the same question. The text is base64url of: version (1 byte), the place, the first 16 bytes of HMAC-SHA-256 over the
// context, version and place. Keys are shared by the nodes of a database (engine/cursor_keys.hpp); the newest seals,
// all open, so that a rotation overlaps. Immutable; any thread.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/cell.hpp"
#include "base/type.hpp"
#include "crypto/secret.hpp"

namespace bedplate::operation {

class CursorKeys {
 public:
  /// Newest first; one at least.
  explicit CursorKeys(std::vector<crypto::SecretBytes> keys);

  std::string seal(std::string_view context, std::string_view place) const;
  /// The place; none where the text is not what seal() made for this context.
  std::optional<std::string> open(std::string_view context, std::string_view text) const;

 private:
  std::vector<crypto::SecretBytes> keys_;
};

/// Adds a cell to a place: its kind, then 8 bytes of a number, or length and bytes.
void append_place(std::string& place, Cell cell);
/// The cells of a place, their bytes in `arena`; none unless it holds one for each type, in its canonical form or null.
std::optional<std::span<const Cell>> parse_place(std::string_view place, std::span<const Type> types, Arena& arena);

/// What a cursor is bound to, part by part: no two lists of parts have the same bytes.
void append_context(std::string& context, std::string_view part);

}  // namespace bedplate::operation
