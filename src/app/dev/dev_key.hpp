#pragma once
// The development key's file, `<folder>/.bedplate/dev.key`: `bedplate token` mints with it, `bedplate dev` trusts it,
// `serve` never reads it.
#include <string>

#include "base/random.hpp"
#include "base/result.hpp"
#include "config/secret_text.hpp"

namespace bedplate::app {

/// The folder's key, made where there is none yet, with a .gitignore beside it. A file that others may read is
/// refused (kInvalidConfiguration).
Result<config::SecretText> development_key(const std::string& directory, Random& random);

}  // namespace bedplate::app
