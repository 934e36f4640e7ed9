// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/partwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <optional>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype most = 200; // UTF-16 units shown

QString quoted(const QString &words)
{
    return words.isEmpty() ? QString() : u'“' + words + u'”';
}

/// What an entity is called, or the words that a link between entities holds.
QString wordsOf(const QJsonObject &entity)
{
    const QJsonObject properties = entity["properties"_L1].toObject();
    const auto first = [&properties](QLatin1StringView name) { return properties[name].toArray().at(0).toString().simplified(); };
    for (const auto name : {"name"_L1, "title"_L1}) {
        if (!first(name).isEmpty())
            return first(name);
    }
    const QString parted = QString(first("firstName"_L1) + u' ' + first("lastName"_L1)).simplified();
    if (!parted.isEmpty())
        return parted;
    for (const auto name : {"summary"_L1, "description"_L1, "bodyText"_L1}) {
        if (!first(name).isEmpty())
            return quoted(first(name));
    }
    return first("sourceUrl"_L1);
}

/// A line each; nothing when these are no entities.
std::optional<QString> entitiesIn(QByteArrayView bytes)
{
    QStringList words;
    qsizetype size = 0;
    while (!bytes.isEmpty() && size < most) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView line = end < 0 ? bytes : bytes.first(end);
        bytes = bytes.sliced(end < 0 ? bytes.size() : end + 1);
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject entity = QJsonDocument::fromJson(line.toByteArray()).object();
        if (!entity["schema"_L1].isString() || !entity["properties"_L1].isObject())
            return std::nullopt;
        if (const QString one = wordsOf(entity); !one.isEmpty()) {
            words << one;
            size += one.size();
        }
    }
    return words.join(u" · "_s);
}

/// A list, or what stands alone where a list may stand.
QJsonArray listOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray() : QJsonArray{value};
}

/// The words that an annotation marks, and what it says about them.
QString wordsOfAnnotation(const QJsonObject &annotation)
{
    QStringList parts;
    for (const QJsonValue &target : listOf(annotation["target"_L1])) {
        for (const QJsonValue &selector : listOf(target["selector"_L1]))
            parts << quoted(selector["exact"_L1].toString().simplified());
    }
    for (const QJsonValue &body : listOf(annotation["body"_L1]))
        parts << body["value"_L1].toString().simplified();
    parts << annotation["bodyValue"_L1].toString().simplified() << annotation["text"_L1].toString().simplified();
    parts.removeAll(QString());
    return parts.join(u' ');
}

/// Nothing when these are no annotations.
std::optional<QString> annotationsIn(QByteArrayView bytes)
{
    const QJsonArray annotations = QJsonDocument::fromJson(bytes.toByteArray()).array();
    QStringList words;
    for (const QJsonValue &annotation : annotations) {
        if (!annotation.toObject().contains("target"_L1))
            return std::nullopt;
        words << wordsOfAnnotation(annotation.toObject());
    }
    words.removeAll(QString());
    return annotations.isEmpty() ? std::nullopt : std::optional(words.join(u" · "_s));
}

/// The cells of a table's row as RFC 4180 has them, without their marks; empty ones left out.
QString cellsOf(QStringView row)
{
    QStringList cells{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const bool isMark = row[i] == u'"';
        if (isMark && isQuoted && i + 1 < row.size() && row[i + 1] == u'"')
            cells.back() += row[i++];
        else if (isMark)
            isQuoted = !isQuoted;
        else if (!isQuoted && (row[i] == u',' || row[i] == u'\n'))
            cells << QString();
        else
            cells.back() += row[i];
    }
    for (QString &cell : cells)
        cell = cell.simplified();
    cells.removeAll(QString());
    return cells.join(u" · "_s);
}

/// What a page calls itself, else its words without the marks.
QString pageWords(QString page)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]*)</title>"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression unread(u"<(script|style|head)\\b.*?</\\1>|<!--.*?-->|<[^>]*>?"_s,
                                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (const auto found = title.match(page); found.hasMatch() && !found.capturedView(1).trimmed().isEmpty())
        return found.captured(1);
    return page.replace(unread, u" "_s);
}

/// Title, authors and outlet of a reference that has a tag a line (RIS); nothing when it is none.
QString referenceWords(const QString &record)
{
    if (!record.startsWith("TY  - "_L1))
        return {};
    QStringList words;
    for (const auto tags : {"TI T1"_L1, "AU A1"_L1, "JO T2 JF"_L1, "PY Y1"_L1, "UR"_L1}) {
        for (const QString &line : record.split(u'\n')) {
            if (line.size() > 6 && QString(tags).split(u' ').contains(line.first(2)) && line.sliced(2, 4) == "  - "_L1)
                words << line.sliced(6).simplified();
        }
    }
    words.removeAll(QString());
    return words.join(u" · "_s);
}

QString plainBeginning(const ReadPart &part)
{
    constexpr qsizetype looked = 4096;
    QByteArrayView head = QByteArrayView(part.bytes).first(std::min<qsizetype>(part.bytes.size(), looked));
    const bool isRow = part.name.endsWith(u".csv"_s, Qt::CaseInsensitive) || part.name.endsWith(u".tsv"_s, Qt::CaseInsensitive);
    const qsizetype line = isRow ? head.indexOf('\n') : -1;
    if (line >= 0)
        head = head.sliced(line + 1);
    QString words = QString::fromUtf8(head);
    if (std::ranges::any_of(words.left(most), [](QChar c) { return c == QChar::ReplacementCharacter || c < u'\t'; }))
        return {};
    if (line >= 0)
        words = cellsOf(words);
    else if (words.trimmed().startsWith(u'<'))
        words = pageWords(words);
    else if (const QString reference = referenceWords(words); !reference.isEmpty())
        words = reference;
    return words.simplified().left(most);
}

} // namespace

QString beginningOf(const ReadPart &part)
{
    const auto known = part.bytes.startsWith('{') ? entitiesIn(part.bytes) : part.bytes.startsWith('[') ? annotationsIn(part.bytes) : std::nullopt;
    return known ? known->left(most) : plainBeginning(part);
}

} // namespace onrecord::io
