#pragma once
// Secrets: values that can't be printed, compared or copied by accident, and whose memory is wiped when they go.
// Owned by one holder (move-only); immutable, so any thread may read. There is no formatter and no operator<<
// on purpose: the only way in is `reveal()`, which is easy to grep for.
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace bedplate::crypto {

/// Overwrites memory in a way the compiler may not remove.
void wipe(void* data, std::size_t size) noexcept;

class SecretBytes {
 public:
  SecretBytes() = default;
  /// Copies; the source is the caller's to wipe.
  explicit SecretBytes(std::string_view bytes);
  /// Takes the bytes and wipes the string they came in.
  static SecretBytes take(std::string&& bytes);
  SecretBytes(SecretBytes&& other) noexcept : data_(std::move(other.data_)), size_(std::exchange(other.size_, 0)) {}
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  ~SecretBytes();

  std::string_view reveal() const { return {data_.get(), size_}; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

 private:
  std::unique_ptr<char[]> data_;
  std::size_t size_ = 0;
};

/// A small secret value, for example a key of fixed size.
template <class T>
class Secret {
  static_assert(std::is_trivially_copyable_v<T>, "use SecretBytes for what owns memory");

 public:
  explicit Secret(const T& value) : value_(value) {}
  Secret(Secret&& other) noexcept : value_(other.value_) { wipe(&other.value_, sizeof(T)); }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      value_ = other.value_;
      wipe(&other.value_, sizeof(T));
    }
    return *this;
  }
  ~Secret() { wipe(&value_, sizeof(T)); }
  const T& reveal() const { return value_; }

 private:
  T value_;
};

}  // namespace bedplate::crypto
