#include "engine/cursor_keys.hpp"

#include "base/base64.hpp"
#include "crypto/random_bytes.hpp"
#include "sql/system.hpp"

namespace bedplate::engine {

Result<std::shared_ptr<const operation::CursorKeys>> open_cursor_keys(store::Store& store, Random& random) {
  constexpr std::size_t kKeySize = 32;
  const std::string table = sql::system_table("bp_meta", store.dialect());
  const std::string place = store.dialect() == sql::Dialect::kPostgres ? "$1" : "?1";
  const std::string fresh = base64url(crypto::random_bytes(random, kKeySize));
  const Cell binds[] = {Cell::text(fresh)};
  // Of nodes that start at once one makes them.
  BP_TRY_VOID(store.query_system(
      "INSERT INTO " + table + " (key, value) VALUES ('cursor_keys', " + place + ") ON CONFLICT (key) DO NOTHING",
      binds));
  BP_TRY(const auto rows, store.query_system("SELECT value FROM " + table + " WHERE key = 'cursor_keys'", {}));
  std::vector<crypto::SecretBytes> keys;
  std::string_view text = rows.empty() ? std::string_view{} : rows[0][0];
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    auto key = decode_base64url(text.substr(0, end));
    if (!key || key->size() < kKeySize) break;
    keys.push_back(crypto::SecretBytes::take(std::move(*key)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (keys.empty() || !text.empty())
    return failure(
        Error(Reason::kDatabaseMismatch, "The cursor keys in bp_meta are damaged.")
            .with_hint("Delete the row 'cursor_keys' of " + table + ": new ones are made at the next start."));
  return std::make_shared<const operation::CursorKeys>(std::move(keys));
}

}  // namespace bedplate::engine
