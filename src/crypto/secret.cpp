#include "crypto/secret.hpp"

#include <cstring>
#include <openssl/crypto.h>

namespace bedplate::crypto {

void wipe(void* data, std::size_t size) noexcept { OPENSSL_cleanse(data, size); }

SecretBytes::SecretBytes(std::string_view bytes)
    : data_(bytes.empty() ? nullptr : new char[bytes.size()]), size_(bytes.size()) {
  if (size_ != 0) std::memcpy(data_.get(), bytes.data(), size_);
}

SecretBytes SecretBytes::take(std::string&& bytes) {
  SecretBytes secret(bytes);
  wipe(bytes.data(), bytes.size());
  bytes.clear();
  return secret;
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  if (this != &other) {
    if (data_ != nullptr) wipe(data_.get(), size_);
    data_ = std::move(other.data_);
    size_ = std::exchange(other.size_, 0);
  }
  return *this;
}

SecretBytes::~SecretBytes() {
  if (data_ != nullptr) wipe(data_.get(), size_);
}

}  // namespace bedplate::crypto
