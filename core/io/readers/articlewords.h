// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Lines around the body of an article that their own words give away, whatever format they stand in.
namespace onrecord::io {

/// The words of a box: subscribe, share, "also read", cookie text, advertisement. Whole lines, never one with quoted
/// words in it.
[[nodiscard]] bool isBoxLine(const QString &line);

/// A correction, clarification, editor's note or update notice.
[[nodiscard]] bool isCorrectionLine(const QString &line);

/// How many units at the beginning of a paragraph are its dateline, "BERLIN, Jan. 30 (Agency) — "; without the blank
/// behind it. 0: none.
[[nodiscard]] qsizetype datelineLength(const QString &paragraph);

} // namespace onrecord::io
