// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace onrecord {

/// Below this a recognised word is uncertain, in percent of the program's own confidence.
inline constexpr int leastCertain = 80;

struct UncertainWord {
    Span span;       ///< of the text
    int percent = 0; ///< how sure the program was of it
    friend bool operator==(const UncertainWord &, const UncertainWord &) = default;
};

/// That a text, or part of it, was recognised in pictures, and how well.
struct Recognition {
    QString program;                      ///< with its version: "Tesseract 5.5.0"
    QStringList languages;                ///< by the program's codes: "eng"
    int words = 0;                        ///< how many were recognised
    double mean = 0;                      ///< how sure it was of them on average, in percent
    std::vector<UncertainWord> uncertain; ///< in order, apart
    friend bool operator==(const Recognition &, const Recognition &) = default;
};

} // namespace onrecord
