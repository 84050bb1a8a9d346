# The programs that ./dev bench measures beside the product.
bp_program(bedplate_bench_fixed http SOURCES ${CMAKE_SOURCE_DIR}/bench/fixed.cpp)
bp_program(bedplate_bench_store store SOURCES ${CMAKE_SOURCE_DIR}/bench/store_reads.cpp)
