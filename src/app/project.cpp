#include "app/project.hpp"

#include "app/certificates.hpp"
#include "app/files.hpp"
#include "app/schema_file.hpp"
#include "config/load.hpp"
#include "model/compile.hpp"

namespace bedplate::app {
namespace {

std::optional<config::Config> read_config(const std::string& directory, const Flags& flags, const World& world,
                                          TlsFiles tls) {
  config::Sources sources{.directory = directory,
                          .environment = world.environment,
                          .flags = flags,
                          .read_file = [](const std::string& path) { return read_file(path, kSmallFile); },
                          .try_tls = {}};
  if (tls == TlsFiles::kTried) sources.try_tls = try_tls;
  const std::string path = directory + "/bedplate.yaml";
  if (file_exists(path)) {
    auto text = read_file(path, kSmallFile);
    if (!text) return print_error(world, text.error()), std::nullopt;
    sources.text = *std::move(text);
    sources.file_name = path;
  }
  auto loaded = config::load(sources);
  for (const auto& finding : loaded.findings) print(world.err, finding.text() + "\n");
  return std::move(loaded.config);
}

}  // namespace

Result<ConfigFindings> find_config_faults(const std::string& directory, const World& world) {
  ConfigFindings found{
      .file = (directory == "." ? "" : directory + (directory.ends_with('/') ? "" : "/")) + "bedplate.yaml",
      .text = {},
      .findings = {}};
  if (!file_exists(found.file)) return found;
  BP_TRY(found.text, read_file(found.file, kSmallFile));
  found.findings = config::load({.text = found.text,
                                 .file_name = found.file,
                                 .directory = directory,
                                 .environment = world.environment,
                                 .flags = {},
                                 .read_file = [](const std::string& path) { return read_file(path, kSmallFile); },
                                 .try_tls = try_tls})
                       .findings;
  return found;
}

std::unique_ptr<Project> load_project(const std::string& directory, const Flags& flags, const World& world,
                                      TlsFiles tls) {
  const std::string path = schema_path(directory);
  const auto source = read_schema(path);
  if (!source) return print_error(world, source.error()), nullptr;
  auto compiled = model::compile(*source, path);
  if (!compiled.model) {
    const sdl::SourceText texts[] = {{path, *source}};
    std::erase_if(compiled.diagnostics, [](const auto& each) { return each.severity != sdl::Severity::kError; });
    print(world.err,
          sdl::render_human(compiled.diagnostics, texts, world.color_err ? sdl::Color::kOn : sdl::Color::kOff));
  }
  auto config = read_config(directory, flags, world, tls);
  if (!compiled.model || !config) return nullptr;
  auto schema = schema::make_schema(*compiled.model);
  return std::make_unique<Project>(directory, *std::move(config), std::move(compiled.model), std::move(schema),
                                   compiled.diagnostics.size());
}

}  // namespace bedplate::app
