// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recognition.h"

#include <QString>

namespace onrecord::present {

/// "German" of a recognition program's code "deu"; the code itself where it is no language's.
[[nodiscard]] QString recognitionLanguage(const QString &code);
/// "German and English"
[[nodiscard]] QString recognitionLanguages(const QStringList &codes);
/// "by Tesseract 5.5.0 (English), 93 % sure on average, 14 of 337 words uncertain"
[[nodiscard]] QString recognitionInWords(const Recognition &recognition);

} // namespace onrecord::present
