# SPDX-License-Identifier: GPL-3.0-or-later
# Layers, checked by the build: a library sees the headers of those that it names under USES, and no others.
#
# Each library gets an include folder of its own in the build tree that holds one link to its source
# folder, so that "change/pipeline.h" is found only where `change` is linked. What is linked is public:
# who may use an upper layer may use those below it.

# freehold_library(NAME SOURCES … [USES …] [LINKS …] [FROM folder])
#   USES   our own libraries, by name      LINKS  others' targets
#   FROM   the source folder, where it is not the current one
function(freehold_library name)
  cmake_parse_arguments(ARG "" "FROM" "SOURCES;USES;LINKS" ${ARGN})
  set(folder ${CMAKE_CURRENT_SOURCE_DIR})
  if(ARG_FROM)
    set(folder ${ARG_FROM})
  endif()
  set(includes ${CMAKE_BINARY_DIR}/layers/${name})
  file(MAKE_DIRECTORY ${includes})
  file(CREATE_LINK ${folder} ${includes}/${name} SYMBOLIC)
  add_library(freehold_${name} STATIC ${ARG_SOURCES})
  target_include_directories(freehold_${name} PUBLIC ${includes})
  list(TRANSFORM ARG_USES PREPEND freehold_)
  target_link_libraries(freehold_${name} PUBLIC ${ARG_USES} ${ARG_LINKS} PRIVATE freehold_compile)
  freehold_precompile(freehold_${name})
endfunction()

# The standard library's and Qt Core's heavy headers, compiled once for all that use the same flags.
function(freehold_precompile target)
  if(TARGET freehold_precompiled)
    target_precompile_headers(${target} REUSE_FROM freehold_precompiled)
  endif()
endfunction()

# freehold_test(NAME SOURCES … [USES …] [LINKS …] [LABELS …]): one QtTest program, one ctest.
function(freehold_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;USES;LINKS;LABELS" ${ARGN})
  if(NOT BUILD_TESTING)
    return()
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND freehold_)
  target_link_libraries(${name} PRIVATE ${ARG_USES} ${ARG_LINKS} Qt6::Test freehold_compile
    freehold_compile_test)
  freehold_precompile(${name})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests/bin)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=600000;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tools/dev/leaks.txt;TSAN_OPTIONS=ignore_noninstrumented_modules=1:suppressions=${CMAKE_SOURCE_DIR}/tools/dev/races.txt:log_path=${CMAKE_BINARY_DIR}/races")
endfunction()

# freehold_fuzz(NAME SOURCES … [USES …] CORPUS folder): a libFuzzer program, and a ctest that replays its corpus
# and then runs for five seconds, or FREEHOLD_FUZZ_SECONDS.
function(freehold_fuzz name)
  cmake_parse_arguments(ARG "" "CORPUS" "SOURCES;USES;LINKS" ${ARGN})
  if(NOT FREEHOLD_FUZZ)
    return()
  endif()
  add_executable(fuzz-${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND freehold_)
  target_link_libraries(fuzz-${name} PRIVATE ${ARG_USES} ${ARG_LINKS} freehold_compile)
  target_link_options(fuzz-${name} PRIVATE -fsanitize=fuzzer)
  set_target_properties(fuzz-${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
  # For `./dev fuzz`: which targets there are, and where their corpus lies.
  file(WRITE ${CMAKE_BINARY_DIR}/fuzz/${name}.corpus ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_CORPUS})
  add_test(NAME fuzz-${name} COMMAND ${CMAKE_SOURCE_DIR}/tools/dev/fuzz_once.sh
    $<TARGET_FILE:fuzz-${name}> ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_CORPUS})
  set_tests_properties(fuzz-${name} PROPERTIES LABELS fuzz TIMEOUT 900)
endfunction()
