#include "store/postgres/received_rows.hpp"

#include <cstring>

#include "store/postgres/binary.hpp"

namespace bedplate::store::postgres {
namespace {

constexpr std::size_t kLength = sizeof(std::int32_t);

std::size_t size_of_row(const PGresult* result, int row) {
  const int fields = PQnfields(result);
  std::size_t size = static_cast<std::size_t>(fields) * kLength;
  for (int i = 0; i < fields; ++i) size += static_cast<std::size_t>(PQgetlength(result, row, i));
  return size;
}

}  // namespace

bool ReceivedRows::add(const PGresult* result) {
  for (int row = 0; row < PQntuples(result) && !dropped_; ++row) {
    const std::size_t size = size_of_row(result, row);
    bytes_ += size + sizeof(std::string_view);
    if (bytes_ > max_bytes_) return false;
    rows_.push_back(copy(result, row, size));
  }
  return true;
}

std::string_view ReceivedRows::copy(const PGresult* result, int row, std::size_t size) {
  char* const begin = static_cast<char*>(arena_.allocate(size, 1));
  char* at = begin;
  for (int i = 0; i < PQnfields(result); ++i) {
    const int length = PQgetisnull(result, row, i) ? -1 : PQgetlength(result, row, i);
    set_big(at, static_cast<std::int32_t>(length));
    at += kLength;
    if (length <= 0) continue;
    std::memcpy(at, PQgetvalue(result, row, i), static_cast<std::size_t>(length));
    at += length;
  }
  return {begin, size};
}

void ReceivedRows::drop() {
  dropped_ = true;
  rows_ = {};
  arena_.reset();
}

}  // namespace bedplate::store::postgres
