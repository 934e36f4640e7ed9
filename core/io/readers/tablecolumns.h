// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace onrecord::io {

enum class TableOf : quint8 { Nothing, Articles, Quotations, People };

/// How the columns of a table are understood.
struct TableColumns {
    TableOf rows = TableOf::Nothing; ///< what a row is
    QStringList fields;              ///< by column what it is taken in as, empty when it is not; each field once, the first column wins
    [[nodiscard]] qsizetype columnOf(const QString &field) const { return fields.indexOf(field); }
};

/// What one column says of such rows ("Employer" of people: "organisation"); empty when that is not known.
[[nodiscard]] QString fieldOf(TableOf rows, const QString &column);

/// By the header alone, in English, German and some French. A row is
/// - a quotation, with a column "words" and one that says who spoke or where it was printed: words, speaker, title, outlet, author, date, url,
///   language, note;
/// - somebody, with a column "name" (or "first name" and "last name") and one that only people or organisations have: name, first name,
///   last name, forms, role, organisation, type, note;
/// - an article, with a column "title" or "text" and one more: text, title, outlet, author, date, url, language, note.
[[nodiscard]] TableColumns columnsOf(const QStringList &header);

} // namespace onrecord::io
