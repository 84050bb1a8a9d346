#pragma once
// PostgreSQL's binary forms byte by byte: big-endian numbers, and its type numbers (catalog/pg_type.dat). Pure.
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace bedplate::store::postgres {

enum TypeOid : std::uint32_t {
  kBoolOid = 16,
  kByteaOid = 17,
  kInt8Oid = 20,
  kInt2Oid = 21,
  kInt4Oid = 23,
  kTextOid = 25,
  kOidOid = 26,
  kFloat4Oid = 700,
  kFloat8Oid = 701,
  kDateOid = 1082,
  kTimeOid = 1083,
  kTimestampOid = 1114,
  kTimestampTzOid = 1184,
  kIntervalOid = 1186,
  kNumericOid = 1700,
  kUuidOid = 2950,
  kJsonbOid = 3802,
};

/// µs from 1970 to 2000, PostgreSQL's epoch, and days.
inline constexpr std::int64_t kEpochMicros = 946'684'800'000'000;
inline constexpr std::int64_t kEpochDays = 10'957;

template <class Integer>
Integer get_big(const char* at) {
  std::make_unsigned_t<Integer> value = 0;
  for (std::size_t i = 0; i < sizeof value; ++i)
    value = static_cast<std::make_unsigned_t<Integer>>((std::uint64_t{value} << 8) | static_cast<unsigned char>(at[i]));
  return static_cast<Integer>(value);
}

template <class Integer>
void set_big(char* at, Integer value) {
  for (std::size_t i = sizeof value; i-- > 0; value = static_cast<Integer>(value >> 8))
    at[i] = static_cast<char>(value);
}

template <class Integer>
void put_big(std::string& out, Integer value) {
  for (int shift = static_cast<int>(sizeof value) * 8 - 8; shift >= 0; shift -= 8)
    out += static_cast<char>(static_cast<std::make_unsigned_t<Integer>>(value) >> shift);
}

/// Reads what PostgreSQL sent; running past the end is false, never a crash.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  template <class Integer>
  bool read(Integer& into) {
    if (rest_.size() < sizeof(Integer)) return false;
    into = get_big<Integer>(rest_.data());
    rest_.remove_prefix(sizeof(Integer));
    return true;
  }
  /// A value with its length before it; `null` when that is -1.
  bool read_value(std::string_view& into, bool& null) {
    std::int32_t size = 0;
    if (!read(size)) return false;
    null = size < 0;
    if (null) {
      into = {};
      return true;
    }
    if (static_cast<std::size_t>(size) > rest_.size()) return false;
    into = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(static_cast<std::size_t>(size));
    return true;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace bedplate::store::postgres
