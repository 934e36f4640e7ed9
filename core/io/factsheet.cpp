// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/factsheet.h"

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

/// What Excel, LibreOffice and Google Sheets read as the beginning of a formula, also behind spaces.
bool looksLikeFormula(QStringView cell)
{
    const QStringView bare = cell.trimmed();
    return (!bare.isEmpty() && QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(bare.front()))
        || cell.startsWith(u'\t') || cell.startsWith(u'\r') || cell.startsWith(u'\n');
}

QString csvCell(QString cell)
{
    if (looksLikeFormula(cell))
        cell.prepend(u'\'');
    cell.replace(u'"', u"\"\""_s);
    return u'"' + cell + u'"';
}

QString csvLine(const QStringList &cells)
{
    QStringList out;
    for (const QString &cell : cells)
        out << csvCell(cell);
    return out.join(u',') + u"\r\n"_s;
}

/// What neither HTML nor XML may hold stands as U+FFFD, and no control character reaches a browser.
QString escaped(const QString &words)
{
    QString out = words.toHtmlEscaped();
    for (qsizetype i = 0; i < out.size(); ++i) {
        const QChar c = out[i];
        const bool isPaired = c.isHighSurrogate() ? i + 1 < out.size() && out[i + 1].isLowSurrogate() : !c.isLowSurrogate() || (i > 0 && out[i - 1].isHighSurrogate());
        const bool isControl = (c < u' ' && c != u'\n' && c != u'\t') || (c >= u'\u007F' && c <= u'\u009F') || c >= u'\uFFFE' || (c >= u'\uFDD0' && c <= u'\uFDEF');
        if (isControl || !isPaired)
            out[i] = QChar::ReplacementCharacter;
    }
    return out;
}

QString htmlRow(const QStringList &cells, const QString &element)
{
    QString out = u"<tr>"_s;
    for (const QString &cell : cells)
        out += u"<%1>%2</%1>"_s.arg(element, escaped(cell));
    return out + u"</tr>\n"_s;
}

} // namespace

QByteArray factSheetCsv(const FactSheet &sheet)
{
    QString out = csvLine(sheet.headings);
    for (const QStringList &row : sheet.rows)
        out += csvLine(row);
    return "\xEF\xBB\xBF" + out.toUtf8();
}

QByteArray factSheetHtml(const FactSheet &sheet)
{
    const QString title = escaped(sheet.title);
    QString out = u"<!DOCTYPE html>\n<html"_s
        + (sheet.language.isEmpty() ? QString() : u" lang=\""_s + escaped(sheet.language) + u'"')
        + u">\n<head>\n<meta charset=\"utf-8\"/>\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>"_s + title + u"</title>\n<style>\n"_s
        + u":root { color-scheme: light dark; }\nbody { font: 16px/1.5 sans-serif; margin: 2em; }\ntable { "
          u"border-collapse: collapse; }\n"
          "th, td { border-bottom: 1px solid; padding: .4em .8em .4em 0; text-align: left; vertical-align: top; }\n</style>\n</head>\n<body>\n"_s
        + u"<h1>"_s + title + u"</h1>\n<table>\n<thead>\n"_s + htmlRow(sheet.headings, u"th"_s)
        + u"</thead>\n<tbody>\n"_s;
    for (const QStringList &row : sheet.rows)
        out += htmlRow(row, u"td"_s);
    out += u"</tbody>\n</table>\n<p>"_s + escaped(sheet.searched) + u"</p>\n</body>\n</html>\n"_s;
    return out.toUtf8();
}

} // namespace onrecord::io
