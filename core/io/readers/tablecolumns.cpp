// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/tablecolumns.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <span>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    QStringView field;
    QStringView columns; ///< names of columns, with _ for blanks
};

using Known = QHash<QString, QString>;

constexpr Words source[]{
    {u"author", u"author authors byline by writer reporter autor autoren verfasser auteur auteurs"},
    {u"outlet", u"outlet source publication publisher newspaper site medium zeitung quelle journal média publication_title"},
    {u"date", u"date published pubdate publication_date published_at date_published publish_date publicationdate datum veröffentlicht erschienen"},
    {u"url", u"url link address uri weblink permalink"},
    {u"language", u"language lang sprache langue"},
    {u"note", u"note notes comment comments notiz bemerkung"},
};
constexpr Words ofArticles[]{
    {u"title", u"title headline heading titel überschrift schlagzeile titre name_of_article article_title"},
    {u"text", u"text body content fulltext article_text articletext inhalt artikel volltext texte story article"},
};
constexpr Words ofQuotations[]{
    {u"words", u"words quote quotes quotation quoted quoted_words statement text said zitat wortlaut aussage citation"},
    {u"speaker", u"speaker said_by spoken_by quoted_person person name who sprecher sprecherin gesagt_von redner locuteur"},
    {u"title", u"title headline heading article article_title titel überschrift schlagzeile artikel titre"},
};
constexpr Words ofPeople[]{
    {u"name", u"name full_name person people agent vollname full nom_complet"},
    {u"first name", u"first_name firstname given_name forename vorname prénom"},
    {u"last name", u"last_name lastname surname family_name nachname familienname nom"},
    {u"forms", u"forms alias aliases aka also_known_as other_names other_name nickname nicknames handle handles variants spellings spelling spitzname andere_namen namensformen"},
    {u"role", u"role position job job_title function occupation profession rolle funktion amt beruf fonction"},
    {u"organisation", u"organisation organization employer company affiliation party firma partei arbeitgeber unternehmen"},
    {u"type", u"type kind typ art"},
    {u"note", u"note notes comment comments notiz bemerkung"},
};

Known knownFrom(std::span<const Words> first, std::span<const Words> more = {})
{
    Known out;
    for (const std::span<const Words> lists : {first, more}) {
        for (const Words &one : lists) {
            for (const QStringView column : one.columns.split(u' ')) {
                if (!out.contains(column.toString()))
                    out.insert(column.toString(), one.field.toString());
            }
        }
    }
    return out;
}

QString fieldIn(const Known &known, const QString &header)
{
    static const QRegularExpression blanks(u"[\\s-]+"_s);
    QString name = header.trimmed().toLower().replace(blanks, u"_"_s);
    const auto found = known.constFind(name);
    return found != known.cend() ? *found : known.value(name.remove(u'_'));
}

QStringList fieldsBy(const Known &known, const QStringList &header)
{
    QStringList fields;
    for (const QString &column : header) {
        const QString field = fieldIn(known, column);
        fields << (fields.contains(field) ? QString() : field);
    }
    return fields;
}

/// "title" alone does not make a table one of people; in one it is what somebody is.
QStringList withTitles(QStringList fields, const QStringList &header)
{
    for (qsizetype i = 0; i < fields.size() && !fields.contains(u"role"_s); ++i) {
        if (const QString column = header[i].trimmed().toLower(); column == "title"_L1 || column == "titel"_L1)
            fields[i] = u"role"_s;
    }
    return fields;
}

bool hasOneOf(const QStringList &fields, const QStringList &any)
{
    return std::ranges::any_of(any, [&fields](const QString &one) { return fields.contains(one); });
}

} // namespace

QString fieldOf(TableOf rows, const QString &column)
{
    static const Known articles = knownFrom(ofArticles, source);
    static const Known quotations = knownFrom(ofQuotations, source);
    static const Known people = knownFrom(ofPeople);
    switch (rows) {
    case TableOf::Articles:
        return fieldIn(articles, column);
    case TableOf::Quotations:
        return fieldIn(quotations, column);
    case TableOf::People:
        return fieldIn(people, column);
    case TableOf::Nothing:
        break;
    }
    return {};
}

TableColumns columnsOf(const QStringList &header)
{
    static const Known articles = knownFrom(ofArticles, source);
    static const Known quotations = knownFrom(ofQuotations, source);
    static const Known people = knownFrom(ofPeople);
    const QStringList asArticles = fieldsBy(articles, header);
    const QStringList asQuotations = fieldsBy(quotations, header);
    const QStringList asPeople = fieldsBy(people, header);
    // "text" may be an article's or what somebody said: a column that names who said it decides.
    const bool hasSpeaker = asQuotations.contains(u"speaker"_s);
    const bool hasArticleText = asArticles.contains(u"text"_s);
    if (asQuotations.contains(u"words"_s) && (hasSpeaker || (!hasArticleText && hasOneOf(asQuotations, {u"title"_s, u"outlet"_s, u"date"_s, u"url"_s}))))
        return {TableOf::Quotations, asQuotations};
    const bool isNamed = asPeople.contains(u"name"_s) || (asPeople.contains(u"first name"_s) && asPeople.contains(u"last name"_s));
    if (!hasArticleText && isNamed && hasOneOf(asPeople, {u"forms"_s, u"role"_s, u"organisation"_s, u"type"_s, u"first name"_s}))
        return {TableOf::People, withTitles(asPeople, header)};
    const auto taken = std::ranges::count_if(asArticles, [](const QString &field) { return !field.isEmpty(); });
    if (taken >= 2 && hasOneOf(asArticles, {u"title"_s, u"text"_s}))
        return {TableOf::Articles, asArticles};
    return {TableOf::Nothing, QStringList(header.size())};
}

} // namespace onrecord::io
