#pragma once
// The keys that seal cursors, in the database's own bp_meta, so that all its nodes take each other's: base64url, newest
// first, a blank between two. Made where there are none.
#include <memory>

#include "base/random.hpp"
#include "operation/cursor.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

Result<std::shared_ptr<const operation::CursorKeys>> open_cursor_keys(store::Store& store, Random& random);

}  // namespace bedplate::engine
