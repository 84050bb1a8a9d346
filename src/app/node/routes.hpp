#pragma once
// Routes: the templates of the paths that a node serves, numbered, for metrics: `/api/items/{key}`. A path that is none
// of them is one of a few others, so a client makes no more of them. Immutable, shared by the loops.
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"

namespace bedplate::app {

class Routes {
 public:
  explicit Routes(const model::Model& model);

  /// The template of a path as sent; a name written with escapes counts as unknown.
  std::size_t of(std::string_view path) const;
  std::size_t size() const { return names_.size(); }
  const std::string& name(std::size_t route) const { return names_[route]; }

  /// Those of whoever watches the process come first.
  static constexpr std::size_t kOther = 0, kHealth = 1, kReady = 2, kMetrics = 3, kAccess = 4, kBatch = 5, kUnknown = 6;
  static bool is_watching(std::size_t route) { return route >= kHealth && route <= kMetrics; }

 private:
  const model::Model& model_;
  std::vector<std::string> names_;
};

}  // namespace bedplate::app
