# Every tests/fuzz/<name>_fuzz.cpp is a libFuzzer program `fuzz_<name>` over the pure rooms and http; its seeds
# lie in tests/fuzz/corpus/<name>/. `./dev fuzz <name> [seconds]` builds and runs one.
set(BP_FUZZ_ROOMS base json sdl crypto expr model api schema operation access plan sql rows render config http)
file(GLOB fuzzers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
foreach(source ${fuzzers})
  get_filename_component(name ${source} NAME_WE)
  string(REGEX REPLACE "_fuzz$" "" name ${name})
  add_executable(fuzz_${name} EXCLUDE_FROM_ALL ${source})
  bp_link_rooms(fuzz_${name} ${BP_FUZZ_ROOMS})
  target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endforeach()
