#pragma once
// What a path means: `/api/orders`, `/api/orders/7,3`, `/api/customers/5/orders`, `/api/orders/7/$history`,
// `/api/orders/$trash`, `/api/orders/7/$restore`, `/api/orders/7/$purge`.
#include <span>

#include "api/catalog.hpp"
#include "base/arena.hpp"

namespace bedplate::rest {

class References;

struct Route {
  enum class Kind : std::uint8_t { kCollection, kItem, kSubCollection, kHistory, kTrash, kRestore, kPurge, kBatch };
  Kind kind = Kind::kCollection;
  model::EntityId entity = 0;  ///< whose rows are meant
  std::span<const Cell> key;   ///< kItem and what is done with one: of `entity`; kSubCollection: of `parent`
  model::EntityId parent = 0;  ///< kSubCollection
  model::FieldId relation = model::kNoField;  ///< kSubCollection: a to-many of `parent`
};

/// `path`: as sent, below `/api`. Keys are split at literal commas before they are decoded. A key that is no value
/// of its type is NOT_FOUND: no such row can exist. Below a resource that `names` can't read nothing is looked at: it
/// is a kItem without a key, which the read refuses.
/// `references`: those of a batch, which keys may be; null: none.
Result<Route> parse_route(std::string_view path, const api::Catalog& catalog, const api::Names& names, Arena& arena,
                          References* references = nullptr);

/// Whether it is one row's.
constexpr bool is_of_item(Route::Kind kind) {
  return kind == Route::Kind::kItem || kind == Route::Kind::kRestore || kind == Route::Kind::kPurge;
}

/// What follows `/api` of a path; empty where it is not below it.
std::string_view below_api(std::string_view path);

/// A row's path below `/api`: `/orders/7,3`, percent-encoded.
void append_item_path(std::string& out, const model::Model& model, model::EntityId entity, std::span<const Cell> key);

}  // namespace bedplate::rest
