// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/readdocument.h"

#include <QString>
#include <QStringList>
#include <array>
#include <vector>

namespace onrecord::io {

/// A table as RFC 4180 and its many relatives write it.
struct Table {
    struct Row {
        QStringList fields;
        int line = 1;       ///< where it begins, from 1
        qsizetype from = 0; ///< in the text
        qsizetype to = 0;
        QString fault; ///< why the row cannot be taken; empty when it can
    };
    QChar delimiter = u',';
    QStringList header;
    std::vector<Row> rows; ///< without the header; empty lines are none
};

/// The delimiter is the one a `sep=` line names, or the one that cuts most lines into the same number of fields (comma,
/// semicolon, tab, bar). A row that has not as many fields as the header, or a quote that never ends, has a fault;
/// nothing is padded or dropped.
[[nodiscard]] Table parseTable(const QString &text, bool isTabbed);

inline constexpr std::array<QChar, 4> usualDelimiters{u',', u';', u'\t', u'|'};
/// Whether a `sep=` line opens the text.
[[nodiscard]] bool hasOwnDelimiter(const QString &text);
/// The cells of the first line that is not blank, cut by this delimiter.
[[nodiscard]] QStringList headerOf(const QString &text, QChar delimiter);

/// Whether plain text is a table of articles, quotations or people, whatever it is named: columns that say so.
[[nodiscard]] bool looksLikeKnownTable(const QString &text);

/// A table by what its columns say a row is (columnsOf()). One article becomes a document, several become parts. Quotations from one
/// source become the turns of one document, the sources of a table become parts. All people of a table are one document.
/// Faulty rows are parts that are refused with their reason and line; how columns were understood is remarked. A table of
/// anything else is read as its text, one line a row.
[[nodiscard]] Result<void> readTable(const QString &text, const QString &fileName, ReadDocument &document);

} // namespace onrecord::io
