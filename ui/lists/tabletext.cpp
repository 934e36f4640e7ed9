// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/tabletext.h"

namespace onrecord::ui {

namespace {

QString field(QString words, TableFormat format)
{
    if (format != TableFormat::Csv) {
        // Cells are one line; a tab inside one would start another column.
        return words.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    }
    if (!words.contains(u'"') && !words.contains(u',') && !words.contains(u'\n') && !words.contains(u'\r'))
        return words;
    return u'"' + words.replace(u'"', QLatin1String("\"\"")) + u'"';
}

} // namespace

QString tableText(const present::TableProxy &table, const QList<int> &rows, const QList<int> &columns, TableFormat format)
{
    const QString separator = format == TableFormat::Csv ? QStringLiteral(",") : QStringLiteral("\t");
    const QString lineEnd = format == TableFormat::Csv ? QStringLiteral("\r\n") : QStringLiteral("\n");
    const auto line = [&](auto cell) {
        QStringList cells;
        for (const int column : columns)
            cells.append(field(cell(column), format));
        return cells.join(separator) + lineEnd;
    };
    QString out;
    if (format != TableFormat::Text)
        out += line([&](int column) { return table.headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows)
        out += line([&](int column) { return table.index(row, column).data().toString(); });
    return out;
}

} // namespace onrecord::ui
