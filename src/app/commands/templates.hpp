#pragma once
// The files of templates/, which cmake/templates.cmake puts into the program.
#include <span>
#include <string_view>

namespace bedplate::app {

struct TemplateFile {
  std::string_view name;  ///< of the template: its folder; `common` for what each of them has
  std::string_view path;  ///< below the new project's folder
  std::string_view text;
};

/// All of them, templates and their files in the order of their names.
std::span<const TemplateFile> template_files();

}  // namespace bedplate::app
