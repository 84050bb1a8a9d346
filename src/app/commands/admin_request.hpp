#pragma once
// What `bedplate admin` and `access explain --row` ask for, as one line of JSON: of the process that owns the database,
// or of this one where nobody does. Blocks on the store.
#include <string>
#include <string_view>

#include "app/project/world.hpp"
#include "base/result.hpp"
#include "model/model.hpp"
#include "store/store.hpp"

namespace bedplate::app {

/// `{"command": "key.create" | "key.list" | "key.revoke", …}` → `{"key": …}`, `{"keys": […]}`, `{"revoked": true}`;
/// `access.explain`: see access.hpp.
Result<std::string> answer_admin(std::string_view line, store::Store& store, const model::Model& model,
                                 const World& world);

/// An error as the other end of the socket reads it: `{"error": {"reason", "message", "detail", "hint"}}`.
std::string error_line(const Error& error);
/// The reply's text, or the error that it holds.
Result<std::string> checked_reply(std::string line);

}  // namespace bedplate::app
