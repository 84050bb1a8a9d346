# Three test programs by what they need: `test_pure` nothing, `test_store` databases, `test_http` the
# program and its clients. `test_<room>` links one room's tests alone, for the inner loop (`test_store_room` and
# `test_http_room` where a program has that name already).
set(BP_PURE_ROOMS base json sdl crypto expr model api schema operation access plan sql rows render)
set(BP_STORE_ROOMS store engine migrate)
set(BP_HTTP_ROOMS telemetry config net http upstream identity middleware rest app)
bp_test_program(test_pure ${BP_PURE_ROOMS})
bp_test_program(test_store ${BP_STORE_ROOMS})
bp_test_program(test_http ${BP_HTTP_ROOMS})
add_custom_target(tests DEPENDS test_pure test_store test_http)
foreach(room ${BP_ROOMS})
  if(TARGET test_${room} AND TARGET bp_${room}_tests)
    bp_test_program(test_${room}_room ${room})
  elseif(TARGET bp_${room}_tests)
    bp_test_program(test_${room} ${room})
  endif()
endforeach()
