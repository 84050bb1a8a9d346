#pragma once
// What `bedplate seed` and the process that owns the database say to each other, as one line of JSON each, and what it
// says to people.
#include <optional>
#include <string>
#include <string_view>

#include "app/seed/seeding.hpp"

namespace bedplate::app {

/// `{"command": "seed", "total": 1000, "named": [["orders", 100]], "seed": "42", "now": 1767225600000000, "append": …}`
std::string seed_line(const SeedRequest& request);
/// None: the line asks for something else.
std::optional<SeedRequest> parse_seed_line(std::string_view line);

/// `{"tables": [["orders", 100]], "remarks": ["…"]}`
std::string seed_report_line(const SeedReport& report);
Result<SeedReport> parse_seed_report(std::string_view line);

/// A line a table, then how many rows in all and how fast. `micros`: how long it took.
std::string seed_summary(const SeedReport& report, std::uint64_t seed, std::int64_t micros);

}  // namespace bedplate::app
