# Three test programs by what they need: `test_pure` nothing, `test_store` databases, `test_http` the
# program and its clients. `test_<room>` links one room's tests alone, for the inner loop (`test_store_room` and
# `test_http_room` where a program has that name already).
set(BP_PURE_ROOMS base json sdl crypto expr model api schema operation access plan sql rows render)
set(BP_STORE_ROOMS store engine migrate)
set(BP_HTTP_ROOMS telemetry config net http upstream identity middleware rest app)
# Suites that are of no one room: each a program of its own too, for the inner loop.
foreach(suite oracle noninterference)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${suite}/*.cpp)
  if(sources)
    add_library(bp_${suite}_tests OBJECT EXCLUDE_FROM_ALL ${sources})
    target_link_libraries(bp_${suite}_tests PUBLIC bp_flags GTest::gtest)
    target_include_directories(bp_${suite}_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_precompile_headers(bp_${suite}_tests REUSE_FROM bp_pch)
    set(BP_CLOSURE_${suite} rest ${BP_CLOSURE_rest})
    bp_test_program(test_${suite} ${suite})
  endif()
endforeach()
list(APPEND BP_HTTP_ROOMS oracle noninterference)
bp_test_program(test_pure ${BP_PURE_ROOMS})
bp_test_program(test_store ${BP_STORE_ROOMS})
# What goes through more rooms than one may see (the whole way of a request, the oracle, golden cases) is part of
# test_http; test_whole holds it alone.
file(GLOB BP_WHOLE_TESTS CONFIGURE_DEPENDS
  ${CMAKE_CURRENT_LIST_DIR}/whole/*_test.cpp ${CMAKE_CURRENT_LIST_DIR}/oracle/*.cpp
  ${CMAKE_CURRENT_LIST_DIR}/noninterference/*.cpp ${CMAKE_CURRENT_LIST_DIR}/golden/*.cpp
  ${CMAKE_CURRENT_LIST_DIR}/differential/*_test.cpp)
add_library(bp_whole_tests OBJECT EXCLUDE_FROM_ALL ${BP_WHOLE_TESTS})
bp_test_flags(bp_whole_tests)
bp_test_program(test_http ${BP_HTTP_ROOMS} SOURCES $<TARGET_OBJECTS:bp_whole_tests>)
bp_test_program(test_whole rest migrate SOURCES $<TARGET_OBJECTS:bp_whole_tests>)
add_custom_target(tests DEPENDS test_pure test_store test_http)
foreach(room ${BP_ROOMS})
  if(TARGET test_${room} AND TARGET bp_${room}_tests)
    bp_test_program(test_${room}_room ${room})
  elseif(TARGET bp_${room}_tests)
    bp_test_program(test_${room} ${room})
  endif()
endforeach()
