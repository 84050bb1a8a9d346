#pragma once
// Streams: the row streams of one session. Each has a connection to itself for as long as it lives, with one read
// transaction on it; connections are kept for the next. How many there may be is store/stream_place.hpp. A slice runs
// on the lane of slices, whichever thread that is; between two nobody touches the connection. The session's loop.
#include <memory>
#include <vector>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/heavy_lane.hpp"
#include "store/store.hpp"
#include "store/stream_place.hpp"

namespace bedplate::store::sqlite {

class Streams {
 public:
  /// `lane` may be null: slices run where they are asked for.
  Streams(const SqliteOptions& options, std::shared_ptr<HeavyLane> lane, net::Loop& loop)
      : options_(options), lane_(std::move(lane)), loop_(loop) {}

  Result<std::unique_ptr<RowStream>> open(const Execution& execution);

 private:
  friend class SqliteStream;
  static constexpr std::size_t kBegin = 16, kLast = 16;  // at a time
  static constexpr std::size_t kKept = 2;                // connections without a stream

  const SqliteOptions& options_;
  std::shared_ptr<HeavyLane> lane_;
  net::Loop& loop_;
  StreamPlaces places_{kBegin, kLast};
  std::vector<std::unique_ptr<Connection>> spare_;
};

}  // namespace bedplate::store::sqlite
