#pragma once
// ReceivedRows: the rows of one result, taken from libpq one at a time, so that no more than so many bytes of them are
// here however many the server sends. A row is its values, each with its length before it. On its connection's loop.
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "store/postgres/handles.hpp"

namespace bedplate::store::postgres {

class ReceivedRows {
 public:
  /// Of so many bytes at the most.
  explicit ReceivedRows(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  /// Copies the rows of `result`. False: they do not fit.
  bool add(const PGresult* result);
  /// What is here is not wanted, nor is what still comes.
  void drop();
  bool dropped() const { return dropped_; }

  /// Of all rows, and of their places in the list.
  std::size_t bytes() const { return bytes_; }
  std::size_t size() const { return rows_.size(); }
  std::string_view operator[](std::size_t row) const { return rows_[row]; }

 private:
  std::string_view copy(const PGresult* result, int row, std::size_t size);

  Arena arena_{1024};
  std::vector<std::string_view> rows_;
  const std::size_t max_bytes_;
  std::size_t bytes_ = 0;
  bool dropped_ = false;
};

}  // namespace bedplate::store::postgres
