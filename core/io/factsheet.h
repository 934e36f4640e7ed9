// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace onrecord::io {

/// A table of what was checked, ready to be written: all words are the caller's.
struct FactSheet {
    QString title;
    QString language; ///< of the words, BCP 47; may be empty
    QString searched; ///< what was searched; stands under the table
    QStringList headings;
    std::vector<QStringList> rows; ///< as many cells as headings
};

/// RFC 4180 in UTF-8 with a byte order mark, lines end with CR LF. A cell that a spreadsheet would take for a formula
/// begins with an apostrophe.
[[nodiscard]] QByteArray factSheetCsv(const FactSheet &sheet);
/// One self-contained page without scripts, in light and dark.
[[nodiscard]] QByteArray factSheetHtml(const FactSheet &sheet);

} // namespace onrecord::io
