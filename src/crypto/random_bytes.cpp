#include "crypto/random_bytes.hpp"

#include <span>

namespace bedplate::crypto {

std::string random_bytes(Random& random, std::size_t count) {
  std::string bytes(count, '\0');
  random.fill(std::as_writable_bytes(std::span(bytes)));
  return bytes;
}

SecretBytes random_secret(Random& random, std::size_t count) { return SecretBytes::take(random_bytes(random, count)); }

}  // namespace bedplate::crypto
