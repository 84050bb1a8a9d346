#include "identity/api_key.hpp"

#include <algorithm>
#include <charconv>

#include "base/json_text.hpp"
#include "json/document.hpp"
#include "sql/system.hpp"

namespace bedplate::identity {
namespace {

std::string table(const store::Store& store) { return sql::system_table("bp_api_keys", store.dialect()); }
/// The place of bind `n`, counted from 1.
std::string place(const store::Store& store, int n) {
  return (store.dialect() == sql::Dialect::kPostgres ? "$" : "?") + std::to_string(n);
}

bool is_word(const std::string& text) {
  return !text.empty() && text.size() <= 200 && std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7f;
  });
}

Result<> check(const ApiKeyRequest& request, std::int64_t now) {
  for (const auto* list : {&request.roles, &request.scopes})
    if (!std::all_of(list->begin(), list->end(), is_word))
      return failure(Error(Reason::kInvalidValue, "A role or scope is empty, too long or holds blanks.")
                         .with_hint("Give each as one word."));
  if (request.expires_at && *request.expires_at <= now)
    return failure(Error(Reason::kInvalidValue, "The key would expire before it exists.")
                       .with_hint("Give a time in the future, or none."));
  return {};
}

std::string json_list(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ',';
    append_json_string(out, item);
  }
  return out + "]";
}

std::vector<std::string> list_of(std::string_view text) {
  std::vector<std::string> items;
  const auto document = json::Document::parse(text);
  if (document)
    for (const json::Node& child : document->root().children)
      if (child.is_string()) items.emplace_back(child.text);
  return items;
}

std::optional<std::int64_t> time_of(std::string_view text) {
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), micros);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(micros) : std::nullopt;
}

/// What isn't exactly 64 hexadecimal digits becomes no key's hash.
std::optional<crypto::Sha256> hash_of(std::string_view hex) {
  crypto::Sha256 hash{};
  if (hex.size() != 2 * hash.size()) return std::nullopt;
  for (std::size_t i = 0; i < hash.size(); ++i) {
    const char* at = hex.data() + 2 * i;
    if (std::from_chars(at, at + 2, hash[i], 16).ptr != at + 2) return std::nullopt;
  }
  return hash;
}

Cell text_or_null(const std::string& text) { return text.empty() ? Cell::null() : Cell::text(text); }

}  // namespace

Result<crypto::NewApiKey> create_api_key(store::Store& store, const ApiKeyRequest& request, Random& random,
                                         std::int64_t now) {
  BP_TRY_VOID(check(request, now));
  auto key = crypto::make_api_key(random);
  const std::string hash = crypto::to_hex(crypto::as_bytes(key.hash));
  const std::string roles = json_list(request.roles);
  const std::string scopes = json_list(request.scopes);
  const Cell binds[] = {Cell::text(key.id),
                        Cell::text(hash),
                        Cell::text(roles),
                        text_or_null(request.tenant),
                        text_or_null(request.principal_id),
                        Cell::text(scopes),
                        Cell::integer(now),
                        request.expires_at ? Cell::integer(*request.expires_at) : Cell::null()};
  std::string places;
  for (int n = 1; n <= 8; ++n) places += (n == 1 ? "" : ", ") + place(store, n);
  BP_TRY_VOID(store.query_system(
      "INSERT INTO " + table(store) +
          " (id, hash, roles, tenant, principal_id, scopes, created_at, expires_at) VALUES (" + places + ")",
      binds));
  return key;
}

Result<std::vector<ApiKey>> list_api_keys(store::Store& store) {
  BP_TRY(const auto rows,
         store.query_system("SELECT id, hash, roles, coalesce(tenant, ''), coalesce(principal_id, ''), scopes, "
                            "created_at, expires_at, revoked_at FROM " +
                                table(store) + " ORDER BY created_at, id",
                            {}));
  std::vector<ApiKey> keys;
  for (const auto& row : rows) {
    const auto hash = hash_of(row[1]);
    const auto created = time_of(row[6]);
    if (!hash || !created || (!row[7].empty() && !time_of(row[7])))
      return failure(Error(Reason::kDatabaseMismatch, "A row of bp_api_keys is damaged.")
                         .with_detail("Its id is \"" + row[0] + "\".")
                         .with_hint("Delete the row and create a new key."));
    keys.push_back({.id = row[0],
                    .hash = *hash,
                    .principal_id = row[4],
                    .tenant = row[3],
                    .roles = list_of(row[2]),
                    .scopes = list_of(row[5]),
                    .created_at = *created,
                    .expires_at = time_of(row[7]),
                    .revoked_at = row[8].empty() ? std::nullopt : std::optional(time_of(row[8]).value_or(0))});
  }
  return keys;
}

Result<bool> revoke_api_key(store::Store& store, std::string_view id, std::int64_t now) {
  const Cell binds[] = {Cell::integer(now), Cell::text(id)};
  BP_TRY(const auto rows,
         store.query_system("UPDATE " + table(store) + " SET revoked_at = " + place(store, 1) +
                                " WHERE id = " + place(store, 2) + " AND revoked_at IS NULL RETURNING id",
                            binds));
  return !rows.empty();
}

}  // namespace bedplate::identity
