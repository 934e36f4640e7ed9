# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# onrecord_target(<target>): what every target of the project is compiled with — C++23 without extensions, the
# warnings, Qt without the conversions and calls the house does not use — and, in the presets that ask for them,
# sanitizers. Faster tools (ccache, mold) are taken when they are there.

option(ONRECORD_WARNINGS_FATAL "A warning ends the build" OFF)
set(ONRECORD_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")

find_program(ONRECORD_CCACHE ccache)
mark_as_advanced(ONRECORD_CCACHE)
if(ONRECORD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${ONRECORD_CCACHE}")
endif()

find_program(ONRECORD_MOLD mold)
mark_as_advanced(ONRECORD_MOLD)
if(ONRECORD_MOLD AND NOT DEFINED CMAKE_LINKER_TYPE)
    set(CMAKE_LINKER_TYPE MOLD)
endif()

function(onrecord_target target)
    target_compile_features(${target} PRIVATE cxx_std_23)
    set_target_properties(${target} PROPERTIES
        CXX_EXTENSIONS OFF
        CXX_STANDARD_REQUIRED ON
        CXX_SCAN_FOR_MODULES OFF
        POSITION_INDEPENDENT_CODE ON)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic
        -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wcast-qual
        -Wformat=2 -Wimplicit-fallthrough -Wextra-semi -Wundef -Wunused
        -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wsuggest-override
        -Wdeprecated-copy-dtor -Wdouble-promotion -Wredundant-decls)
    if(ONRECORD_WARNINGS_FATAL)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII
        QT_NO_CAST_TO_ASCII
        QT_NO_CAST_FROM_BYTEARRAY
        QT_NO_URL_CAST_FROM_STRING
        QT_NO_FOREACH
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
        QT_USE_QSTRINGBUILDER
        QT_DISABLE_DEPRECATED_UP_TO=0x060800
        QT_WARN_DEPRECATED_UP_TO=0x060800
        $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
    if(ONRECORD_SANITIZE)
        target_compile_options(${target} PRIVATE
            -fsanitize=${ONRECORD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=${ONRECORD_SANITIZE})
    endif()
endfunction()
