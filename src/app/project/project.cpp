#include "app/project/project.hpp"

#include "app/project/certificates.hpp"
#include "app/project/files.hpp"
#include "app/project/schema_file.hpp"
#include "config/load.hpp"
#include "model/compile.hpp"

namespace bedplate::app {
namespace {

std::optional<config::Config> read_config(const std::string& directory, const Flags& flags,
                                          const Environment& environment, TlsFiles tls, ProjectFaults& faults) {
  config::Sources sources{.directory = directory,
                          .environment = environment,
                          .flags = flags,
                          .read_file = [](const std::string& path) { return read_file(path, kSmallFile); },
                          .try_tls = {}};
  if (tls == TlsFiles::kTried) sources.try_tls = try_tls;
  const std::string path = directory + "/bedplate.yaml";
  if (file_exists(path)) {
    auto text = read_file(path, kSmallFile);
    if (!text) return faults.files.push_back(std::move(text).error()), std::nullopt;
    sources.text = *std::move(text);
    sources.file_name = path;
  }
  auto loaded = config::load(sources);
  faults.findings = std::move(loaded.findings);
  return std::move(loaded.config);
}

}  // namespace

Result<ConfigFindings> find_config_faults(const std::string& directory, const World& world) {
  ConfigFindings found{
      .file = (directory == "." ? "" : directory + (directory.ends_with('/') ? "" : "/")) + "bedplate.yaml",
      .text = {},
      .findings = {}};
  // Without a file there are still the variables.
  if (file_exists(found.file)) {
    BP_TRY(found.text, read_file(found.file, kSmallFile));
  }
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

std::string ProjectFaults::human(sdl::Color color) const {
  std::string out;
  for (const Error& each : files) out += error_text(each, {}, color == sdl::Color::kOn);
  const sdl::SourceText texts[] = {{schema, text}};
  out += sdl::render_human(diagnostics, texts, color);
  for (const auto& each : findings) out += each.text() + "\n";
  return out;
}

namespace {

/// Leaves errors in `faults`.
model::Compiled compile_schema(const std::string& directory, ProjectFaults& faults) {
  faults.schema = schema_path(directory);
  auto source = read_schema(faults.schema);
  if (!source) return faults.files.push_back(std::move(source).error()), model::Compiled{};
  faults.text = *std::move(source);
  auto compiled = model::compile(faults.text, faults.schema);
  if (!compiled.model) {
    faults.diagnostics = std::move(compiled.diagnostics);
    std::erase_if(faults.diagnostics, [](const auto& each) { return each.severity != sdl::Severity::kError; });
  }
  return compiled;
}

std::unique_ptr<Project> project_of(const std::string& directory, config::Config config, model::Compiled compiled) {
  auto schema = schema::make_schema(*compiled.model);
  return std::make_unique<Project>(directory, std::move(config), std::move(compiled.model), std::move(schema),
                                   compiled.diagnostics.size());
}

}  // namespace

std::expected<std::unique_ptr<Project>, ProjectFaults> read_project(const std::string& directory, const Flags& flags,
                                                                    const Environment& environment, TlsFiles tls) {
  ProjectFaults faults;
  auto compiled = compile_schema(directory, faults);
  if (!faults.files.empty()) return std::unexpected(std::move(faults));
  auto config = read_config(directory, flags, environment, tls, faults);
  if (!compiled.model || !config) return std::unexpected(std::move(faults));
  return project_of(directory, *std::move(config), std::move(compiled));
}

std::unique_ptr<Project> load_schema(const std::string& directory, const World& world) {
  ProjectFaults faults;
  auto compiled = compile_schema(directory, faults);
  if (compiled.model) return project_of(directory, {}, std::move(compiled));
  print(world.err, faults.human(world.color_err ? sdl::Color::kOn : sdl::Color::kOff));
  return nullptr;
}

std::unique_ptr<Project> load_project(const std::string& directory, const Flags& flags, const World& world,
                                      TlsFiles tls) {
  auto read = read_project(directory, flags, world.environment, tls);
  if (read) return *std::move(read);
  print(world.err, read.error().human(world.color_err ? sdl::Color::kOn : sdl::Color::kOff));
  return nullptr;
}

}  // namespace bedplate::app
