#include "app/commands/new.hpp"

#include "app/commands/templates.hpp"
#include "app/project/files.hpp"
#include "model/prelude.hpp"

namespace bedplate::app {
namespace {

constexpr std::string_view kCommon = "common";

/// What the folder gets, in the order in which it is told.
std::vector<TemplateFile> files_of(std::string_view name) {
  std::vector<TemplateFile> files;
  for (const auto& each : template_files())
    if (each.name == name) files.push_back(each);
  for (const auto& each : template_files())
    if (each.name == kCommon) files.push_back(each);
  files.push_back({name, "bedplate.graphql", model::prelude()});
  return files;
}

Result<void> refuse_to_overwrite(const std::string& directory, std::span<const TemplateFile> files) {
  std::string there;
  for (const auto& each : files)
    if (file_exists(directory + "/" + std::string(each.path)))
      there += (there.empty() ? "" : ", ") + std::string(each.path);
  if (there.empty()) return {};
  return failure(Error(Reason::kInvalidConfiguration, directory + " has these files already: " + there)
                     .with_hint("Nothing was written. Name another folder, or move them away."));
}

Result<void> write_files(const std::string& directory, std::span<const TemplateFile> files) {
  BP_TRY_VOID(refuse_to_overwrite(directory, files));
  BP_TRY_VOID(create_directory(directory));
  for (const auto& each : files) BP_TRY_VOID(create_file(directory + "/" + std::string(each.path), each.text));
  return {};
}

std::string told(const std::string& directory, std::span<const TemplateFile> files, const std::string& program) {
  std::string text = "Made " + directory + ":\n";
  for (const auto& each : files) text.append("  ").append(each.path).append("\n");
  const std::string command = program + " ";
  return text + "\nNext:\n  " + command + "check " + directory +
         "    # what is wrong with schema.graphql: nothing yet\n  " + command + "dev " + directory +
         "      # serves it on loopback and prints requests to try\n\n" + directory + "/README.md has more of them.\n";
}

}  // namespace

std::vector<std::string> template_names() {
  std::vector<std::string> names;
  for (const auto& each : template_files())
    if (each.name != kCommon && (names.empty() || names.back() != each.name)) names.emplace_back(each.name);
  return names;
}

int run_new(const NewOptions& options, const World& world) {
  const auto files = files_of(options.from);
  if (auto written = write_files(options.directory, files); !written)
    return print_error(world, written.error()), kFailed;
  print(world.out, told(options.directory, files, world.program));
  return kFine;
}

}  // namespace bedplate::app
