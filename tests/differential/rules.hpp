#pragma once
// Rules differential: random expressions of the rule language, evaluated in C++ (expr/evaluate.hpp) over rows in
// memory and by a store over the same rows in its tables, compared cell by cell; conditions also through the two
// shorter printers. One per store and seed; blocking.
#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "store/store.hpp"

namespace bedplate::differential {

struct Report {
  std::uint64_t cells = 0;
  std::uint64_t expressions = 0;
  std::array<std::uint64_t, 64> operators{};  ///< expressions' nodes by expr::Op
  std::uint64_t differences = 0;
  std::string first;  ///< the first few, to read
};

class Rules {
 public:
  /// Makes the tables of the world in the (empty) store. Aborts where the store refuses: a test's own fault.
  explicit Rules(std::unique_ptr<store::Store> store);
  ~Rules();
  /// One batch: 256 expressions over new facts; new rows every few batches.
  void run(unsigned seed, Report& report);
  /// The same of what clients' filters add: LIKE, lists as values, JSON paths, casts.
  void run_filters(unsigned seed, Report& report);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The names of the operators with how often each was met; those the language can say but were met fewer times than
/// `least` are in `rare`.
std::string coverage(const Report& report, std::uint64_t least, std::string& rare);

}  // namespace bedplate::differential
