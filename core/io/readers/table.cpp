// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/table.h"

#include "core/io/readers/flow.h"
#include "core/io/readers/writtendate.h"

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
    for (const QChar delimiter : {u',', u';', u'\t', u'|'}) {
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

QString quoted(const QString &field)
{
    return u'"' + QString(field).replace(u'"', u"\"\""_s) + u'"';
}

QString csvLine(const QStringList &fields)
{
    QStringList out;
    for (const QString &field : fields)
        out << quoted(field);
    return out.join(u',') + u'\n';
}

Sourced stated(const QString &value)
{
    const QString one = value.simplified().left(2000);
    return one.isEmpty() ? Sourced{} : Sourced{one, Basis::Metadata};
}

Result<void> readArticleRow(const Table &table, const Table::Row &row, ReadDocument &document)
{
    QHash<QString, QString> fields;
    for (qsizetype i = 0; i < row.fields.size(); ++i) {
        const QString field = fieldOfColumn(table.header[i]);
        if (!field.isEmpty() && fields.value(field).isEmpty())
            fields[field] = row.fields[i].trimmed();
    }
    const QString words = fields.value(u"text"_s);
    document.title = stated(fields.value(u"title"_s));
    if (words.isEmpty() && document.title.value.isEmpty())
        return fail(Fault::Empty, u"line %1: neither title nor text"_s.arg(row.line));
    document.outlet = stated(fields.value(u"outlet"_s));
    static const QRegularExpression between(u"\\s*(?:;|\\||\\band\\b|,(?!\\s*(?:Jr|Sr)\\b))\\s*"_s);
    document.authors = fields.value(u"author"_s).simplified().left(2000).split(between, Qt::SkipEmptyParts);
    document.authorsBasis = document.authors.isEmpty() ? Basis::None : Basis::Metadata;
    const QString date = fields.value(u"date"_s);
    if (const auto when = writtenDate(date))
        document.published = {*when, Basis::Metadata, date.left(500)};
    else if (!date.isEmpty())
        document.remarks << u"its date was not understood: %1"_s.arg(date.left(100));
    if (const QString url = fields.value(u"url"_s); url.startsWith(u"http"_s, Qt::CaseInsensitive))
        document.url = stated(url);
    document.language = fields.value(u"language"_s).left(40);
    document.note = fields.value(u"note"_s).left(5000);
    Flow flow(document);
    flow.paragraph(document.title.value, RegionKind::Headline);
    flow.paragraph(words);
    if (words.isEmpty())
        document.remarks << u"a source record: the article's own words are not in it"_s;
    flow.finish();
    return {};
}

void remarkOnColumns(const Table &table, ReadDocument &document)
{
    QStringList read;
    QStringList left;
    for (const QString &column : table.header) {
        const QString field = fieldOfColumn(column);
        (field.isEmpty() ? left : read) << (field.isEmpty() ? column.left(80)
                                                            : u"%1 → %2"_s.arg(column.left(80), field));
    }
    document.remarks << u"columns: %1"_s.arg(read.first(std::min<qsizetype>(read.size(), 40)).join(u", "_s));
    if (!left.isEmpty())
        document.remarks << u"columns not taken in: %1"_s.arg(
            left.first(std::min<qsizetype>(left.size(), 40)).join(u", "_s));
}

bool isOfArticles(const Table &table)
{
    QStringList fields;
    for (const QString &column : table.header)
        fields << fieldOfColumn(column);
    fields.removeAll(QString());
    fields.removeDuplicates();
    return fields.size() >= 2 && (fields.contains(u"title"_s) || fields.contains(u"text"_s));
}

} // namespace

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

QString fieldOfColumn(const QString &header)
{
    static const QHash<QString, QString> known = [] {
        const std::array<std::pair<QStringView, QStringView>, 8> lists{{
            {u"title", u"title headline heading titel überschrift schlagzeile titre name of article article title"},
            {u"text",
             u"text body content fulltext article_text articletext inhalt artikel volltext texte story article"},
            {u"author", u"author authors byline by writer reporter autor autoren verfasser auteur auteurs"},
            {u"outlet",
             u"outlet source publication publisher newspaper site medium zeitung quelle journal média "
             u"publication_title"},
            {u"date",
             u"date published pubdate publication_date published_at date_published publish_date publicationdate datum "
             u"veröffentlicht erschienen"},
            {u"url", u"url link address uri weblink permalink"},
            {u"language", u"language lang sprache langue"},
            {u"note", u"note notes comment comments notiz bemerkung"},
        }};
        QHash<QString, QString> out;
        for (const auto &[field, words] : lists) {
            for (const QStringView word : words.split(u' '))
                out.insert(word.toString(), field.toString());
        }
        return out;
    }();
    static const QRegularExpression blanks(u"[\\s-]+"_s);
    QString name = header.trimmed().toLower().replace(blanks, u"_"_s);
    if (known.contains(name))
        return known.value(name);
    return known.value(name.remove(u'_'));
}

bool looksLikeArticleTable(const QString &text)
{
    const QString head = text.left(20'000);
    const Table table = parseTable(head, false);
    return table.header.size() >= 2 && !table.rows.empty() && isOfArticles(table)
        && table.rows.front().fields.size() == table.header.size()
        && std::ranges::all_of(table.header, [](const QString &one) { return one.size() <= 60; });
}

Result<void> readTable(const QString &text, const QString &fileName, ReadDocument &document)
{
    const Table table = parseTable(
        text, fileName.endsWith(u".tsv"_s, Qt::CaseInsensitive) || fileName.endsWith(u".tab"_s, Qt::CaseInsensitive));
    if (static_cast<qsizetype>(table.rows.size()) > mostRows)
        return fail(Fault::TooLarge, u"more than %1 rows"_s.arg(mostRows));
    if (!isOfArticles(table)) {
        document.text = text;
        document.remarks << u"no columns of articles (such as title, text, author, outlet, date, url): read as text"_s;
        return {};
    }
    if (table.rows.empty())
        return fail(Fault::Empty, u"a header and no row"_s);
    if (table.rows.size() == 1) {
        if (!table.rows.front().fault.isEmpty())
            return fail(Fault::Malformed, table.rows.front().fault);
        remarkOnColumns(table, document);
        return readArticleRow(table, table.rows.front(), document);
    }
    remarkOnColumns(table, document);
    static const QRegularExpression tabbed(u"\\.(?:tsv|tab)$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString name = QString(fileName).replace(tabbed, u".csv"_s);
    for (const Table::Row &row : table.rows) {
        ReadPart part{u"line %1 of %2"_s.arg(row.line).arg(name), {}, row.fault};
        if (row.fault.isEmpty())
            part.bytes = (csvLine(table.header) + csvLine(row.fields)).toUtf8();
        document.parts.push_back(std::move(part));
    }
    return {};
}

} // namespace onrecord::io
