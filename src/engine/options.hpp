#pragma once
// What a node decides about its operations, from bedplate.yaml.
#include <cstddef>
#include <cstdint>

namespace bedplate::engine {

struct Options {
  std::int64_t embedded_rows = 10000;                  ///< of one embedded list; more is an error
  std::size_t templates = 4096;                        ///< kept per event loop
  std::size_t template_bytes = std::size_t{64} << 20;  ///< of all templates kept, per event loop
  std::size_t views = 512;                             ///< sets of facts kept per event loop
  std::size_t reply_bytes = std::size_t{64} << 20;     ///< of a read's reply; more is an error
  std::size_t held_bytes = std::size_t{256} << 20;     ///< of rows that a batch keeps; more is an error
  bool explain_denials = false;                        ///< refusals name the missing rule (development)
};

}  // namespace bedplate::engine
