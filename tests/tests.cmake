# Three test programs by what they need: `tests_pure` nothing, `tests_store` databases, `tests_http` sockets and the
# program. `test_<room>` links one room's tests alone, for the inner loop (`test_store_room` and
# `test_http_room` where a program has that name already).
set(BP_PURE_ROOMS base json sdl crypto expr model api schema operation access plan sql rows render)
set(BP_STORE_ROOMS store engine migrate)
set(BP_HTTP_ROOMS telemetry config net http upstream identity middleware rest app)
bp_test_program(tests_pure ${BP_PURE_ROOMS})
bp_test_program(tests_store ${BP_STORE_ROOMS})
bp_test_program(tests_http ${BP_HTTP_ROOMS})
add_custom_target(tests DEPENDS tests_pure tests_store tests_http)
foreach(room ${BP_ROOMS})
  if(TARGET test_${room} AND TARGET bp_${room}_tests)
    bp_test_program(test_${room}_room ${room})
  elseif(TARGET bp_${room}_tests)
    bp_test_program(test_${room} ${room})
  endif()
endforeach()
