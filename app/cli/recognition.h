// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "core/io/readscan.h"

#include <optional>

namespace onrecord::cli {

inline constexpr Option ocrOption{
    QLatin1StringView("ocr"), QLatin1StringView("LANGUAGES"),
    QLatin1StringView(
        "recognise text in pictures in these languages (eng+deu); none: leave pictures out. Else yours and English")};
inline constexpr Option ocrProgramOption{
    QLatin1StringView("ocr-program"), QLatin1StringView("FILE"),
    QLatin1StringView("the Tesseract program, where it is not at its usual place")};

struct RecognitionArguments {
    io::RecognitionChoice choice;
    QString program;
};

/// Nothing when a language that was asked for is not there, or no program; that is said.
[[nodiscard]] std::optional<RecognitionArguments> recognitionOf(const Arguments &arguments);

} // namespace onrecord::cli
