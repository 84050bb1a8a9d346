#pragma once
// Streams: the row streams of one session. Each has a connection to itself and a cursor on it in a transaction of its
// own, so that no more than one batch of rows is here; connections are kept for the next. The session's loop.
#include <memory>
#include <vector>

#include "store/places.hpp"
#include "store/postgres/connection.hpp"
#include "store/store.hpp"

namespace bedplate::store::postgres {

class Streams {
 public:
  Streams(const PostgresOptions& options, net::Loop& loop) : options_(options), loop_(loop) {}

  Result<std::unique_ptr<RowStream>> open(const Execution& execution);

 private:
  friend class PostgresStream;
  static constexpr std::size_t kMost = 4;  // open at a time; of one caller half of them
  static constexpr std::size_t kKept = 1;  // connections without a stream

  const PostgresOptions& options_;
  net::Loop& loop_;
  Places open_{kMost};
  std::vector<std::unique_ptr<Connection>> spare_;
};

}  // namespace bedplate::store::postgres
