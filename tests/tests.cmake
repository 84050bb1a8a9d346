# Three test programs by what they need: `test_pure` nothing, `test_store` databases, `test_http` the
# program and its clients. `test_<room>` links one room's tests alone, for the inner loop (`test_store_room` and
# `test_http_room` where a program has that name already).
set(BP_PURE_ROOMS base json sdl crypto search expr model api openapi schema operation access plan sql rows render seed)
set(BP_STORE_ROOMS store engine migrate)
set(BP_HTTP_ROOMS telemetry config net http upstream identity middleware rest console app)
foreach(room ${BP_ROOMS})
  if(TARGET bp_${room}_tests AND NOT room IN_LIST BP_PURE_ROOMS AND NOT room IN_LIST BP_STORE_ROOMS
      AND NOT room IN_LIST BP_HTTP_ROOMS)
    message(FATAL_ERROR "No test program runs the tests of src/${room}: give the room a place in tests/tests.cmake.")
  endif()
endforeach()
bp_test_program(test_pure ${BP_PURE_ROOMS})
# Rules in C++ and in SQL, compared cell by cell: part of test_store; test_differential holds it alone.
file(GLOB BP_DIFFERENTIAL CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/differential/*.cpp)
add_library(bp_differential_tests OBJECT EXCLUDE_FROM_ALL ${BP_DIFFERENTIAL})
bp_test_flags(bp_differential_tests)
bp_test_program(test_store ${BP_STORE_ROOMS} SOURCES $<TARGET_OBJECTS:bp_differential_tests>)
bp_test_program(test_differential store SOURCES $<TARGET_OBJECTS:bp_differential_tests>)
add_executable(rules EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/differential/program/main.cpp
  $<TARGET_OBJECTS:bp_differential_tests>)
bp_link_rooms(rules store)
target_link_libraries(rules PRIVATE GTest::gtest)
target_include_directories(rules PRIVATE ${CMAKE_CURRENT_LIST_DIR})
# What goes through more rooms than one may see (the whole way of a request, the oracle, golden cases) is part of
# test_http; test_whole holds it alone.
file(GLOB BP_WHOLE_TESTS CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/whole/*_test.cpp)
add_library(bp_whole_tests OBJECT EXCLUDE_FROM_ALL ${BP_WHOLE_TESTS})
bp_test_flags(bp_whole_tests)
# A node on either store, for golden cases and pairs of nodes.
add_library(bp_store_node OBJECT EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/golden/store_node.cpp)
bp_test_flags(bp_store_node)
# The oracle and the pairs of nodes, which read its generators; test_oracle holds them alone.
file(GLOB BP_ORACLE_TESTS CONFIGURE_DEPENDS
  ${CMAKE_CURRENT_LIST_DIR}/oracle/*.cpp ${CMAKE_CURRENT_LIST_DIR}/noninterference/*.cpp)
add_library(bp_oracle_tests OBJECT EXCLUDE_FROM_ALL ${BP_ORACLE_TESTS})
bp_test_flags(bp_oracle_tests)
bp_test_program(test_oracle rest SOURCES $<TARGET_OBJECTS:bp_oracle_tests> $<TARGET_OBJECTS:bp_store_node>)
# Requests with their statements and replies on both stores: part of test_http; test_golden holds it alone.
file(GLOB BP_GOLDEN CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/golden/*_test.cpp)
add_library(bp_golden_tests OBJECT EXCLUDE_FROM_ALL ${BP_GOLDEN})
bp_test_flags(bp_golden_tests)
bp_test_program(test_golden rest SOURCES $<TARGET_OBJECTS:bp_golden_tests> $<TARGET_OBJECTS:bp_store_node>)
bp_test_program(test_http ${BP_HTTP_ROOMS}
  SOURCES $<TARGET_OBJECTS:bp_whole_tests> $<TARGET_OBJECTS:bp_golden_tests> $<TARGET_OBJECTS:bp_oracle_tests>
    $<TARGET_OBJECTS:bp_store_node>)
bp_test_program(test_whole rest migrate
  SOURCES $<TARGET_OBJECTS:bp_whole_tests> $<TARGET_OBJECTS:bp_oracle_tests> $<TARGET_OBJECTS:bp_store_node>)
add_custom_target(tests DEPENDS test_pure test_store test_http)
foreach(room ${BP_ROOMS})
  if(TARGET test_${room} AND TARGET bp_${room}_tests)
    bp_test_program(test_${room}_room ${room})
  elseif(TARGET bp_${room}_tests)
    bp_test_program(test_${room} ${room})
  endif()
endforeach()
