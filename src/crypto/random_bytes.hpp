#pragma once
// Unpredictable bytes from the injected Random. Pure but for what Random does.
#include <cstddef>
#include <string>

#include "base/random.hpp"
#include "crypto/secret.hpp"

namespace bedplate::crypto {

std::string random_bytes(Random& random, std::size_t count);
SecretBytes random_secret(Random& random, std::size_t count);

}  // namespace bedplate::crypto
