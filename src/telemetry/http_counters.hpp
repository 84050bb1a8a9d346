#pragma once
// What the HTTP server counts, one set a loop; written by its loop alone, read by anyone (/metrics sums them).
#include "telemetry/counter.hpp"

namespace bedplate::telemetry {

struct alignas(64) HttpCounters {
  Counter accepted;   ///< connections
  Counter open;       ///< connections now
  Counter refused;    ///< connections answered 503 at the door
  Counter requests;   ///< handed to the handler
  Counter waited;     ///< of them: had to wait for their loop
  Counter waiting;    ///< now
  Counter shed;       ///< refused, for too many waited
  Counter malformed;  ///< requests refused by the parser
  Counter timeouts;   ///< connections ended by a deadline
  Counter bytes_in;
  Counter bytes_out;
  std::array<Counter, 6> replies;  ///< by status class; [0] unused
};

}  // namespace bedplate::telemetry
