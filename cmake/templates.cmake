# The files of templates/ become texts in the program: one source file, written when CMake runs, that defines
# app::template_files(). A folder there is a template of `bedplate new`; the files of `common` belong to each.
file(GLOB_RECURSE templates CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/templates ${CMAKE_SOURCE_DIR}/templates/*)
set(text "")
foreach(file ${templates})
  set(source ${CMAKE_SOURCE_DIR}/templates/${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  string(REGEX MATCH "^([^/]+)/(.+)$" _ "${file}")
  set(name "${CMAKE_MATCH_1}")
  set(path "${CMAKE_MATCH_2}")
  file(READ ${source} content)
  string(APPEND text "    {\"${name}\", \"${path}\", R\"template(${content})template\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/templates.cpp @ONLY CONTENT [[
#include "app/commands/templates.hpp"

namespace bedplate::app {

std::span<const TemplateFile> template_files() {
  static constexpr TemplateFile files[] = {
@text@  };
  return files;
}

}  // namespace bedplate::app
]])
target_sources(bp_app PRIVATE ${CMAKE_BINARY_DIR}/templates.cpp)
