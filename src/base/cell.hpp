#pragma once
// Cell: one value in transit between a wire and a store, 16 bytes, owning nothing. Its meaning comes from a Type
// beside it (see type.hpp for the canonical form of each). Text and blobs point into the request's arena, a
// template or a database's buffer, and are valid as long as those say; rows hand theirs out for one callback.
#include <cstdint>
#include <string_view>

#include "base/assert.hpp"

namespace bedplate {

enum class CellKind : std::uint32_t { kNull, kInteger, kReal, kText, kBlob };

class Cell {
 public:
  constexpr Cell() = default;
  static constexpr Cell null() { return {}; }
  static constexpr Cell integer(std::int64_t value) {
    Cell cell;
    cell.integer_ = value;
    cell.kind_ = CellKind::kInteger;
    return cell;
  }
  static constexpr Cell boolean(bool value) { return integer(value ? 1 : 0); }
  static constexpr Cell real(double value) {
    Cell cell;
    cell.real_ = value;
    cell.kind_ = CellKind::kReal;
    return cell;
  }
  static constexpr Cell text(std::string_view value) { return bytes(value, CellKind::kText); }
  static constexpr Cell blob(std::string_view value) { return bytes(value, CellKind::kBlob); }

  constexpr CellKind kind() const { return kind_; }
  constexpr bool is_null() const { return kind_ == CellKind::kNull; }
  constexpr std::int64_t as_integer() const { return integer_; }
  constexpr double as_real() const { return real_; }
  /// The bytes of a text or a blob.
  constexpr std::string_view as_bytes() const { return {data_, size_}; }

  /// Same kind and same value, byte by byte (two nulls are equal here: this is identity, not SQL).
  friend constexpr bool operator==(const Cell& a, const Cell& b) {
    if (a.kind_ != b.kind_) return false;
    switch (a.kind_) {
      case CellKind::kNull:
        return true;
      case CellKind::kInteger:
        return a.integer_ == b.integer_;
      case CellKind::kReal:
        return a.real_ == b.real_;
      default:
        return a.as_bytes() == b.as_bytes();
    }
  }

 private:
  static constexpr Cell bytes(std::string_view value, CellKind kind) {
    BP_ASSERT(value.size() <= 0xffffffffu);
    Cell cell;
    cell.data_ = value.data();
    cell.size_ = static_cast<std::uint32_t>(value.size());
    cell.kind_ = kind;
    return cell;
  }

  union {
    std::int64_t integer_ = 0;
    double real_;
    const char* data_;
  };
  std::uint32_t size_ = 0;
  CellKind kind_ = CellKind::kNull;
};
static_assert(sizeof(Cell) == 16);

}  // namespace bedplate
