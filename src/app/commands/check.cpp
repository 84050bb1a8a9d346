#include "app/commands/check.hpp"

#include "app/project/files.hpp"
#include "app/project/project.hpp"
#include "app/project/schema_file.hpp"
#include "model/compile.hpp"
#include "model/diff.hpp"
#include "model/prelude.hpp"
#include "sdl/render_json.hpp"
#include "sdl/render_sarif.hpp"

namespace bedplate::app {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string summary(const model::Compiled& compiled, std::string_view path) {
  std::size_t errors = 0;
  for (const auto& each : compiled.diagnostics) errors += each.severity == sdl::Severity::kError;
  const std::size_t others = compiled.diagnostics.size() - errors;
  std::string text(path);
  text += ": ";
  if (compiled.model) {
    std::size_t rules = 0;
    for (const auto& entity : compiled.model->entities) rules += entity.rules.size();
    text += counted(compiled.model->entities.size(), "entity, ", "entities, ") + counted(rules, "rule, ", "rules, ");
  }
  if (errors > 0) text += counted(errors, "error", "errors") + (others > 0 ? ", " : "");
  if (errors == 0 || others > 0) text += counted(others, "finding", "findings");
  return text + "\n";
}

/// Findings about a released schema, where that itself still compiles.
Result<void> compare(const CheckOptions& options, const std::string& path, model::Compiled& compiled) {
  BP_TRY(const Released released, read_released(options.against, path));
  const auto before = model::compile(released.text, released.name);
  if (!before.model)
    return failure(Error(Reason::kInvalidModel, released.name + " has errors, so nothing can be compared with it")
                       .with_hint("bedplate check it first, or choose another revision."));
  if (!compiled.model) return {};
  for (auto& each : model::breaking_changes(*before.model, *compiled.model, path))
    compiled.diagnostics.push_back(std::move(each));
  sdl::sort_diagnostics(compiled.diagnostics);
  return {};
}

sdl::Diagnostic diagnostic(const config::Finding& from, const std::string& file) {
  const bool elsewhere = from.source != file;
  return {.severity = sdl::Severity::kError,
          .code = "configuration",
          .file = file,
          .position = from.position,
          .length = 0,
          .message = (elsewhere ? from.source + ": " : "") + from.message,
          .hint = from.hint,
          .related = {}};
}

}  // namespace

int run_check(const CheckOptions& options, const World& world) {
  if (options.print_prelude) {
    print(world.out, model::prelude());
    return kFine;
  }
  const std::string path = schema_path(options.place);
  auto source = read_schema(path);
  if (!source) return print_error(world, source.error()), kFailed;
  auto compiled = model::compile(*source, path);
  if (!options.against.empty())
    if (auto compared = compare(options, path, compiled); !compared)
      return print_error(world, compared.error()), kFailed;

  ConfigFindings configuration;
  if (is_directory(options.place)) {
    auto found = find_config_faults(options.place, world);
    if (!found) return print_error(world, found.error()), kFailed;
    configuration = *std::move(found);
    for (const auto& each : configuration.findings)
      compiled.diagnostics.push_back(diagnostic(each, configuration.file));
  }

  if (options.format == "json") {
    print(world.out, sdl::render_json(compiled.diagnostics));
  } else if (options.format == "sarif") {
    print(world.out, sdl::render_sarif(compiled.diagnostics, "bedplate", BEDPLATE_VERSION));
  } else {
    const sdl::SourceText texts[] = {{path, *source}, {configuration.file, configuration.text}};
    print(world.out,
          sdl::render_human(compiled.diagnostics, texts, world.color_out ? sdl::Color::kOn : sdl::Color::kOff));
    print(world.out, summary(compiled, path));
  }
  const bool failed =
      !compiled.model || !configuration.findings.empty() || (options.strict && !compiled.diagnostics.empty());
  return failed ? kFailed : kFine;
}

}  // namespace bedplate::app
