# The pages of /docs and /console: web/build.mjs bundles them with the npm packages of web/package-lock.json and writes
# the table that the room console serves from.
find_program(BP_NODE node REQUIRED)
set(BP_WEB ${CMAKE_BINARY_DIR}/web)
file(GLOB_RECURSE BP_WEB_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/src/*)
add_custom_command(
  OUTPUT ${BP_WEB}/packages
  COMMAND ${CMAKE_SOURCE_DIR}/tools/setup_npm web
  COMMAND ${CMAKE_COMMAND} -E make_directory ${BP_WEB}
  COMMAND ${CMAKE_COMMAND} -E touch ${BP_WEB}/packages
  DEPENDS ${CMAKE_SOURCE_DIR}/web/package-lock.json
  COMMENT "npm packages of web")
add_custom_command(
  OUTPUT ${BP_WEB}/assets.cpp
  COMMAND ${BP_NODE} ${CMAKE_SOURCE_DIR}/web/build.mjs ${BP_WEB} >${BP_WEB}/build.log
  DEPENDS ${BP_WEB}/packages ${CMAKE_SOURCE_DIR}/web/build.mjs ${BP_WEB_SOURCES}
  COMMENT "pages of web")
target_sources(bp_console PRIVATE ${BP_WEB}/assets.cpp)
set_source_files_properties(${BP_WEB}/assets.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
