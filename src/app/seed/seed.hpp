#pragma once
// `bedplate seed`: fills a project's database with made-up rows, through the process that owns it where one does.
#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/project/project.hpp"
#include "app/project/world.hpp"
#include "store/store.hpp"

namespace bedplate::app {

struct SeedOptions {
  std::string directory = ".";
  std::string database;           ///< empty: the configuration's
  std::vector<std::string> rows;  ///< `1000`, or `orders=1000` each
  std::uint64_t seed = 42;
  std::string now;  ///< RFC 3339; empty: kSeedNow
  bool append = false;
};

/// Of every seed that does not say otherwise, so that it makes the same rows for ever.
inline constexpr std::string_view kSeedNow = "2026-01-01T00:00:00Z";

int run_seed(const SeedOptions& options, const World& world);

/// The owner's answer to such a line; none: it asks for something else. Setting `stop` ends it early.
std::optional<Result<std::string>> answer_seed(std::string_view line, store::Store& store, const model::Model& model,
                                               const std::atomic<bool>* stop);

}  // namespace bedplate::app
