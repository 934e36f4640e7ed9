# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# onrecord_target(<target>): what every target of the project is compiled with — C++23 without extensions, the
# warnings, Qt without the conversions and calls the house does not use — and, in the presets that ask for them,
# sanitizers. Faster tools (ccache, mold) are taken when they are there.

option(ONRECORD_WARNINGS_FATAL "A warning ends the build" OFF)
set(ONRECORD_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")
option(ONRECORD_PCH "Precompile the headers that most files read (preset dev leaves it off: there a missing #include shows)" OFF)

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
    if(ONRECORD_PCH)
        onrecord_precompile(${target})
    endif()
endfunction()

# Two sets are made: one of core's headers, which every target reads but ui, and one with the widgets for ui. All is
# compiled as position-independent code, or the compiler would not take one target's headers for another.
function(onrecord_precompile target)
    target_compile_options(${target} PRIVATE -fPIC -Winvalid-pch -Wno-error=invalid-pch)
    set(headers <algorithm> <array> <compare> <functional> <limits> <memory> <optional> <ranges> <span> <utility> <vector>
        <QByteArray> <QDateTime> <QHash> <QList> <QObject> <QPromise> <QSet> <QString> <QStringList> <QStringView>
        <QTimeZone> <QUuid> <QVariant>)
    if(target STREQUAL "onrecord_headers")
        target_precompile_headers(${target} PRIVATE ${headers})
        return()
    endif()
    if(target STREQUAL "onrecord_ui")
        target_precompile_headers(${target} PRIVATE ${headers} <QAbstractItemModel> <QAction> <QApplication> <QKeyEvent>
            <QLabel> <QLocale> <QPainter> <QToolButton> <QVBoxLayout> <QWidget>)
        return()
    endif()
    if(NOT TARGET onrecord_headers)
        # A target of its own: what core alone defines, for its libraries, would keep the others from its headers.
        file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/onrecord_headers.cpp" CONTENT "// Only its headers count.\n")
        add_library(onrecord_headers OBJECT "${PROJECT_BINARY_DIR}/onrecord_headers.cpp")
        set_target_properties(onrecord_headers PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
        target_link_libraries(onrecord_headers PRIVATE Qt6::Core)
        onrecord_target(onrecord_headers)
    endif()
    target_precompile_headers(${target} REUSE_FROM onrecord_headers)
endfunction()
