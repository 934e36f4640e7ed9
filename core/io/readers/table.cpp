// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/table.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = 100'000;
constexpr qsizetype mostColumns = 1'000;

/// Reads one row from `at` on, and moves behind it.
Table::Row readRow(const QString &text, QChar delimiter, qsizetype &at, int &line)
{
    Table::Row row;
    row.line = line;
    row.from = at;
    QString field;
    bool isQuoted = false;
    bool wasQuoted = false;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'\n')
            ++line;
        if (isQuoted) {
            if (c != u'"') {
                field += c;
            } else if (at + 1 < text.size() && text[at + 1] == u'"') {
                field += c;
                ++at;
            } else {
                isQuoted = false;
            }
            continue;
        }
        if (c == u'"' && field.isEmpty() && !wasQuoted) {
            isQuoted = wasQuoted = true;
        } else if (c == delimiter) {
            row.fields << field;
            field.clear();
            wasQuoted = false;
        } else if (c == u'\n') {
            break;
        } else {
            field += c;
        }
    }
    row.fields << field;
    row.to = at;
    at += at < text.size() ? 1 : 0;
    if (isQuoted)
        row.fault = u"line %1: a quotation mark is never closed"_s.arg(row.line);
    else if (row.fields.size() > mostColumns)
        row.fault = u"line %1: more than %2 columns"_s.arg(row.line).arg(mostColumns);
    else if (std::ranges::any_of(row.fields, [](const QString &one) { return one.contains(QChar::Null); }))
        row.fault = u"line %1: a zero character in it"_s.arg(row.line);
    return row;
}

QChar guessDelimiter(const QString &text)
{
    QChar best = u',';
    double bestScore = 0;
    for (const QChar delimiter : usualDelimiters) {
        QHash<qsizetype, int> widths;
        int rows = 0;
        int line = 1;
        for (qsizetype at = 0; at < text.size() && rows < 50; ++rows)
            ++widths[readRow(text, delimiter, at, line).fields.size()];
        for (const auto &[width, count] : widths.asKeyValueRange()) {
            const double score = width > 1
                ? static_cast<double>(count) / rows * (1.0 + 0.02 * static_cast<double>(std::min<qsizetype>(width, 20)))
                : 0;
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
    }
    return best;
}

bool isBlank(const Table::Row &row)
{
    return row.fields.size() == 1 && row.fields.first().trimmed().isEmpty();
}

} // namespace

bool hasOwnDelimiter(const QString &text)
{
    return text.startsWith(u"sep="_s);
}

QStringList headerOf(const QString &text, QChar delimiter)
{
    int line = 1;
    for (qsizetype at = 0; at < text.size();) {
        if (const Table::Row row = readRow(text, delimiter, at, line); !isBlank(row))
            return row.fields;
    }
    return {};
}

Table parseTable(const QString &text, bool isTabbed)
{
    Table table;
    qsizetype at = 0;
    int line = 1;
    static const QRegularExpression separator(u"^sep=(.)\\n"_s);
    if (const auto m = separator.match(text.left(16)); m.hasMatch()) {
        table.delimiter = m.captured(1)[0];
        at = m.capturedEnd();
        line = 2;
    } else {
        table.delimiter = isTabbed ? QChar(u'\t') : guessDelimiter(text.left(200'000));
    }
    while (at < text.size() && table.header.isEmpty()) {
        const Table::Row row = readRow(text, table.delimiter, at, line);
        if (!isBlank(row))
            table.header = row.fields;
    }
    while (at < text.size() && static_cast<qsizetype>(table.rows.size()) <= mostRows) {
        Table::Row row = readRow(text, table.delimiter, at, line);
        if (isBlank(row))
            continue;
        if (row.fault.isEmpty() && row.fields.size() != table.header.size())
            row.fault = u"line %1: %2 fields where the header has %3"_s.arg(row.line)
                            .arg(row.fields.size())
                            .arg(table.header.size());
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace onrecord::io
