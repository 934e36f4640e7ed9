// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/flow.h"
#include "core/io/readers/table.h"
#include "core/io/readers/tablecolumns.h"
#include "core/io/readers/writtendate.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostRows = 100'000;

using Rows = std::vector<const Table::Row *>;

/// One row by its fields.
class RowFields
{
public:
    RowFields(const TableColumns &columns, const Table::Row &row) : m_columns(columns), m_row(row) {}

    [[nodiscard]] QString value(const QString &field) const
    {
        const qsizetype column = m_columns.columnOf(field);
        return column < 0 || column >= m_row.fields.size() ? QString() : m_row.fields[column].trimmed();
    }
    [[nodiscard]] QString line(const QString &field, qsizetype most = 2000) const { return value(field).simplified().left(most); }

private:
    const TableColumns &m_columns;
    const Table::Row &m_row;
};

QString csvLine(const QStringList &fields)
{
    QStringList out;
    for (const QString &field : fields)
        out << u'"' + QString(field).replace(u'"', u"\"\""_s) + u'"';
    return out.join(u',') + u'\n';
}

Sourced stated(const QString &value)
{
    return value.isEmpty() ? Sourced{} : Sourced{value, Basis::Metadata};
}

QStringList listOf(const QString &names, const QRegularExpression &between)
{
    return names.simplified().left(2000).split(between, Qt::SkipEmptyParts);
}

/// What a row says about the article it is or comes from.
void readSource(const RowFields &row, ReadDocument &document)
{
    static const QRegularExpression between(u"\\s*(?:;|\\||\\band\\b|,(?!\\s*(?:Jr|Sr)\\b))\\s*"_s);
    document.title = stated(row.line(u"title"_s));
    document.outlet = stated(row.line(u"outlet"_s));
    document.authors = listOf(row.value(u"author"_s), between);
    document.authorsBasis = document.authors.isEmpty() ? Basis::None : Basis::Metadata;
    const QString date = row.value(u"date"_s);
    if (const auto when = writtenDate(date))
        document.published = {*when, Basis::Metadata, date.left(500)};
    else if (!date.isEmpty())
        document.remarks.push_back({RemarkKind::DateNotUnderstood, {date.left(100)}});
    if (const QString url = row.line(u"url"_s); url.startsWith(u"http"_s, Qt::CaseInsensitive))
        document.url = stated(url);
    document.language = row.value(u"language"_s).left(40);
    document.note = row.value(u"note"_s).left(5000);
}

void readArticle(const TableColumns &columns, const Table::Row &row, ReadDocument &document)
{
    const RowFields fields(columns, row);
    readSource(fields, document);
    const QString words = fields.value(u"text"_s);
    Flow flow(document);
    flow.paragraph(document.title.value, RegionKind::Headline);
    flow.paragraph(words);
    if (words.isEmpty())
        document.remarks.push_back({RemarkKind::SourceRecord});
    flow.finish();
}

/// Tables often keep the marks around what was said; a turn has none.
QString withoutMarks(const QString &words)
{
    static const QRegularExpression marked(u"^[\"“”„«»‹›‘'](.*)[\"“”«»‹›’']$"_s);
    const auto m = marked.match(words);
    static const QRegularExpression inner(u"[\"“”„«»]"_s);
    return m.hasMatch() && !m.captured(1).contains(inner) ? m.captured(1).trimmed() : words;
}

/// Quotations of one source: a paragraph each, "Ann Ray: words".
void readQuotations(const TableColumns &columns, const Rows &rows, ReadDocument &document)
{
    const RowFields first(columns, *rows.front());
    readSource(first, document);
    QStringList notes;
    Flow flow(document);
    flow.paragraph(document.title.value, RegionKind::Headline);
    QStringList where{document.outlet.value, first.line(u"date"_s, 500), document.url.value};
    where.removeAll(QString());
    flow.paragraph(where.join(u", "_s), RegionKind::Dateline);
    for (const Table::Row *row : rows) {
        const RowFields fields(columns, *row);
        const QString words = withoutMarks(fields.value(u"words"_s).simplified());
        const QString speaker = fields.line(u"speaker"_s, 200);
        if (const QString note = fields.value(u"note"_s).left(5000); !note.isEmpty() && !notes.contains(note))
            notes << note;
        if (speaker.isEmpty()) {
            flow.paragraph(u'“' + words + u'”');
            continue;
        }
        const Span span = flow.paragraph(speaker + u": "_s + words);
        const auto nameEnd = span.start + static_cast<qint32>(speaker.size());
        document.turns.push_back({{span.start, nameEnd}, {nameEnd + 2, span.end}, {}});
    }
    document.note = notes.join(u"\n"_s).left(5000);
    document.remarks.push_back({RemarkKind::QuotedOnly});
    flow.finish();
}

QString nameIn(const RowFields &row)
{
    const QString name = row.line(u"name"_s, 200);
    return name.isEmpty() ? QString(row.line(u"first name"_s, 100) + u' ' + row.line(u"last name"_s, 100)).trimmed() : name;
}

bool isOrganisation(const RowFields &row)
{
    static const QRegularExpression words(u"organi[sz]ation|company|agency|party|institution|firma|behörde|unternehmen|partei"_s, QRegularExpression::CaseInsensitiveOption);
    return words.match(row.value(u"type"_s)).hasMatch();
}

/// "Ana Ruiz (Annie Ruiz; @ruiz), mayor, Northport Council": where each part stands, from `span.start` on.
ListedAgent listedIn(const RowFields &row, QString &line)
{
    static const QRegularExpression between(u"\\s*[;|]\\s*"_s);
    ListedAgent listed;
    const auto add = [&line](const QString &words) {
        line += words;
        return Span{static_cast<qint32>(line.size() - words.size()), static_cast<qint32>(line.size())};
    };
    listed.type = isOrganisation(row) ? AgentType::Organisation : AgentType::Person;
    listed.name = add(nameIn(row));
    const QStringList forms = listOf(row.value(u"forms"_s), between);
    for (qsizetype i = 0; i < forms.size(); ++i) {
        line += i == 0 ? u" ("_s : u"; "_s;
        listed.forms.push_back(add(forms[i]));
    }
    line += forms.isEmpty() ? QString() : u")"_s;
    const auto addField = [&](const QString &field) {
        const QString words = row.line(field, 500);
        line += words.isEmpty() ? QString() : u", "_s;
        return words.isEmpty() ? Span{} : add(words);
    };
    listed.role = addField(u"role"_s);
    listed.organisation = addField(u"organisation"_s);
    addField(u"note"_s);
    return listed;
}

void readPeople(const TableColumns &columns, const Rows &rows, ReadDocument &document)
{
    Flow flow(document);
    for (const Table::Row *row : rows) {
        QString line;
        ListedAgent listed = listedIn(RowFields(columns, *row), line);
        const qint32 at = flow.paragraph(line, {}, TextBuilder::Gap::Line).start;
        const auto move = [at](Span &span) { span = span.isEmpty() ? Span{} : Span{span.start + at, span.end + at}; };
        move(listed.name);
        move(listed.role);
        move(listed.organisation);
        std::ranges::for_each(listed.forms, move);
        document.people.push_back(std::move(listed));
    }
    document.textIs = TextIs::Listed;
    document.remarks.push_back({RemarkKind::PeopleListed});
    flow.finish();
}

/// What is wrong with a row beyond its shape; empty when nothing is.
QString faultOf(const TableColumns &columns, const Table::Row &row)
{
    const RowFields fields(columns, row);
    switch (columns.rows) {
    case TableOf::Quotations:
        return withoutMarks(fields.line(u"words"_s)).isEmpty() ? u"line %1: no words are quoted"_s.arg(row.line) : QString();
    case TableOf::People:
        return nameIn(fields).isEmpty() ? u"line %1: nobody is named"_s.arg(row.line) : QString();
    case TableOf::Articles:
        return fields.line(u"title"_s).isEmpty() && fields.value(u"text"_s).isEmpty() ? u"line %1: neither title nor text"_s.arg(row.line) : QString();
    case TableOf::Nothing:
        break;
    }
    return {};
}

/// Rows that make one document: those of one source, all people, each article by itself. In order of their first rows.
std::vector<Rows> groupsOf(const Table &table, const TableColumns &columns)
{
    std::vector<Rows> groups;
    QHash<QString, size_t> bySource;
    for (const Table::Row &row : table.rows) {
        if (!row.fault.isEmpty())
            continue;
        const RowFields fields(columns, row);
        QString key = u"people"_s;
        if (columns.rows == TableOf::Articles)
            key = QString::number(row.line);
        else if (columns.rows == TableOf::Quotations)
            key = fields.line(u"url"_s).isEmpty() ? (QStringList{fields.line(u"title"_s), fields.line(u"outlet"_s), fields.line(u"date"_s)}).join(u'\n') : fields.line(u"url"_s);
        const auto known = bySource.constFind(key);
        if (known == bySource.cend()) {
            bySource.insert(key, groups.size());
            groups.push_back({&row});
        } else {
            groups[*known].push_back(&row);
        }
    }
    return groups;
}

void readGroup(const TableColumns &columns, const Rows &rows, ReadDocument &document)
{
    switch (columns.rows) {
    case TableOf::Quotations:
        return readQuotations(columns, rows, document);
    case TableOf::People:
        return readPeople(columns, rows, document);
    default:
        return readArticle(columns, *rows.front(), document);
    }
}

QString linesOf(const Rows &rows)
{
    constexpr size_t named = 4;
    QStringList lines;
    for (size_t i = 0; i < std::min(rows.size(), named); ++i)
        lines << QString::number(rows[i]->line);
    const QString more = rows.size() > named ? u" and %1 more"_s.arg(rows.size() - named) : QString();
    return (rows.size() == 1 ? u"line "_s : u"lines "_s) + lines.join(u", "_s) + more;
}

void addParts(const Table &table, const std::vector<Rows> &groups, const QString &fileName, ReadDocument &document)
{
    static const QRegularExpression tabbed(u"\\.(?:tsv|tab)$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString name = QString(fileName).replace(tabbed, u".csv"_s);
    std::vector<std::pair<int, ReadPart>> parts;
    for (const Rows &rows : groups) {
        QString text = csvLine(table.header);
        for (const Table::Row *row : rows)
            text += csvLine(row->fields);
        parts.push_back({rows.front()->line, {u"%1 of %2"_s.arg(linesOf(rows), name), text.toUtf8(), {}}});
    }
    for (const Table::Row &row : table.rows) {
        if (!row.fault.isEmpty())
            parts.push_back({row.line, {u"line %1 of %2"_s.arg(row.line).arg(name), {}, row.fault}});
    }
    std::ranges::stable_sort(parts, {}, [](const auto &part) { return part.first; });
    for (auto &[line, part] : parts)
        document.parts.push_back(std::move(part));
}

void remarkOnColumns(const Table &table, const TableColumns &columns, ReadDocument &document)
{
    constexpr qsizetype most = 40;
    QStringList read;
    QStringList left;
    for (qsizetype i = 0; i < table.header.size(); ++i) {
        const QString column = table.header[i].left(80);
        if (columns.fields[i].isEmpty())
            left << column;
        else
            read << u"%1 → %2"_s.arg(column, columns.fields[i]);
    }
    document.remarks.push_back({RemarkKind::Columns, {read.first(std::min(read.size(), most)).join(u", "_s)}});
    if (!left.isEmpty())
        document.remarks.push_back({RemarkKind::ColumnsLeft, {left.first(std::min(left.size(), most)).join(u", "_s)}});
}

} // namespace

bool looksLikeKnownTable(const QString &text)
{
    const auto isKnown = [](const QStringList &header) {
        return header.size() >= 2 && std::ranges::all_of(header, [](const QString &one) { return one.size() <= 60; })
            && columnsOf(header).rows != TableOf::Nothing;
    };
    const QString beginning = text.left(20'000);
    // Most texts are none: their first line tells, whichever delimiter it would be.
    if (!hasOwnDelimiter(text) && std::ranges::none_of(usualDelimiters, [&](QChar delimiter) { return isKnown(headerOf(beginning, delimiter)); }))
        return false;
    const Table table = parseTable(beginning, false);
    return isKnown(table.header) && !table.rows.empty() && table.rows.front().fields.size() == table.header.size();
}

Result<void> readTable(const QString &text, const QString &fileName, ReadDocument &document)
{
    const bool isTabbed = fileName.endsWith(u".tsv"_s, Qt::CaseInsensitive) || fileName.endsWith(u".tab"_s, Qt::CaseInsensitive);
    Table table = parseTable(text, isTabbed);
    if (table.rows.size() > mostRows)
        return fail(Fault::TooLarge, u"more than %1 rows"_s.arg(mostRows));
    const TableColumns columns = columnsOf(table.header);
    if (columns.rows == TableOf::Nothing) {
        document.text = text;
        document.remarks.push_back({RemarkKind::NoColumns});
        return {};
    }
    if (table.rows.empty())
        return fail(Fault::Empty, u"a header and no row"_s);
    for (Table::Row &row : table.rows) {
        if (row.fault.isEmpty())
            row.fault = faultOf(columns, row);
    }
    if (table.rows.size() == 1 && !table.rows.front().fault.isEmpty())
        return fail(Fault::Malformed, table.rows.front().fault);
    remarkOnColumns(table, columns, document);
    const std::vector<Rows> groups = groupsOf(table, columns);
    const bool isWhole = std::ranges::all_of(table.rows, [](const Table::Row &row) { return row.fault.isEmpty(); });
    if (isWhole && groups.size() == 1)
        readGroup(columns, groups.front(), document);
    else
        addParts(table, groups, fileName, document);
    return {};
}

} // namespace onrecord::io
