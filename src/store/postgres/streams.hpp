#pragma once
// Streams: the row streams of one session. Each has a connection to itself and a cursor on it in a transaction of its
// own, so that no more than one batch of rows is here; connections are kept for the next. How many there may be is
// store/stream_place.hpp. The session's loop.
#include <memory>
#include <vector>

#include "store/postgres/connection.hpp"
#include "store/store.hpp"
#include "store/stream_place.hpp"

namespace bedplate::store::postgres {

class Streams {
 public:
  Streams(const PostgresOptions& options, net::Loop& loop) : options_(options), loop_(loop) {}

  Result<std::unique_ptr<RowStream>> open(const Execution& execution);

 private:
  friend class PostgresStream;
  static constexpr std::size_t kBegin = 4, kLast = 6;  // at a time
  static constexpr std::size_t kKept = 1;              // connections without a stream

  const PostgresOptions& options_;
  net::Loop& loop_;
  StreamPlaces places_{kBegin, kLast};
  std::vector<std::unique_ptr<Connection>> spare_;
};

}  // namespace bedplate::store::postgres
