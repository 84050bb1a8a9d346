#include "app/project/schema_file.hpp"

#include "app/project/files.hpp"
#include "app/project/git.hpp"

namespace bedplate::app {

std::string schema_path(const std::string& place) {
  if (!is_directory(place)) return place;
  return place == "." ? "schema.graphql" : place + (place.ends_with('/') ? "" : "/") + "schema.graphql";
}

Result<std::string> read_schema(const std::string& path) {
  if (file_exists(path)) return read_file(path, kSchemaFile);
  return failure(Error(Reason::kInvalidConfiguration, "there is no " + path)
                     .with_hint("Give the folder that holds your schema.graphql: bedplate <command> <folder>"));
}

Result<Released> read_released(const std::string& against, const std::string& path) {
  if (file_exists(against)) {
    const std::string file = schema_path(against);
    BP_TRY(std::string text, read_schema(file));
    return Released{file, std::move(text)};
  }
  BP_TRY(std::string text, git_show(against, path));
  return Released{against + ":" + path, std::move(text)};
}

}  // namespace bedplate::app
