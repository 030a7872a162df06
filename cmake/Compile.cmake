# SPDX-License-Identifier: GPL-3.0-or-later
# Language, warnings and sanitizers, for every target.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# The engine's time goes to the disk and the network, and its code lies in memory all day: -O2 makes it twice as
# large and no faster.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-Os -g -DNDEBUG")

add_library(freehold_compile INTERFACE)
target_compile_options(freehold_compile INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Werror)
target_compile_definitions(freehold_compile INTERFACE
  QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
  FREEHOLD_VERSION="${PROJECT_VERSION}")
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
  # Optimising, GCC 14 takes the error of an std::expected that holds a value for one that is read uninitialised.
  target_compile_options(freehold_compile INTERFACE -fstack-protector-strong -D_FORTIFY_SOURCE=3
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized> -ffunction-sections -fdata-sections)
  target_link_options(freehold_compile INTERFACE -Wl,-z,relro,-z,now -Wl,--gc-sections)
else()
  target_compile_definitions(freehold_compile INTERFACE _GLIBCXX_ASSERTIONS)
endif()

# Linked after it by tests: Qt 6.8's QTRY_COMPARE narrows a duration in the test's own line.
add_library(freehold_compile_test INTERFACE)
target_compile_options(freehold_compile_test INTERFACE -Wno-conversion)

if(FREEHOLD_SANITIZE)
  add_compile_options(-fsanitize=${FREEHOLD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${FREEHOLD_SANITIZE})
endif()

# Programs share the libraries' precompiled headers, so they are compiled the same way.
set(CMAKE_CXX_COMPILE_OPTIONS_PIE -fPIC)

# A fuzzer is led by the coverage of the code that it tests, so all of it is instrumented.
if(FREEHOLD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
