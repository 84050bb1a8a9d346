#pragma once
// What the embedded store counts, one set a store; each part under the mutex or on the thread that has its queue, read
// by anyone.
#include "telemetry/counter.hpp"

namespace bedplate::telemetry {

struct StoreCounters {
  // The writer's.
  Counter writes_waiting;  ///< now
  Counter writes_refused;  ///< the queue was full
  Durations writes;        ///< from the queue to the acknowledgement
  Counter commits;
  Durations commit_times;  ///< of COMMIT with its synchronisation
  GroupSizes groups;       ///< writes that shared a transaction
  Counter log_pages;       ///< of the write-ahead log now
  Counter checkpoints;
  // The lane's for long reads.
  Counter heavy_waiting;  ///< now
  Counter heavy_refused;
  Durations heavy_reads;  ///< on a thread of the lane, without the wait
};

}  // namespace bedplate::telemetry
