#include "app/node/routes.hpp"

namespace bedplate::app {
namespace {

constexpr std::size_t kFirstResource = Routes::kUnknown + 1;
constexpr std::size_t kPerResource = 3;

}  // namespace

Routes::Routes(const model::Model& model)
    : model_(model),
      names_{"(other)", "/healthz", "/readyz", "/metrics", "/api/$access", "/api/$batch", "/api/(unknown)"} {
  for (const auto& entity : model.entities) {
    names_.push_back("/api/" + entity.plural);
    names_.push_back("/api/" + entity.plural + "/{key}");
    names_.push_back("/api/" + entity.plural + "/{key}/{relation}");
  }
}

std::size_t Routes::of(std::string_view path) const {
  constexpr std::string_view kBase = "/api/";
  if (!path.starts_with(kBase)) {
    for (std::size_t i = kHealth; i <= kMetrics; ++i)
      if (path == names_[i]) return i;
    return kOther;
  }
  path.remove_prefix(kBase.size());
  if (path.ends_with('/')) path.remove_suffix(1);
  const std::size_t slash = path.find('/');
  const auto resource = model_.entity_by_plural.find(path.substr(0, slash));
  if (resource == model_.entity_by_plural.end())
    return path == "$access" ? kAccess : path == "$batch" ? kBatch : kUnknown;
  const std::size_t depth = slash == std::string_view::npos                       ? 0
                            : path.find('/', slash + 1) == std::string_view::npos ? 1
                                                                                  : 2;
  return kFirstResource + kPerResource * static_cast<std::size_t>(resource->second) + depth;
}

}  // namespace bedplate::app
