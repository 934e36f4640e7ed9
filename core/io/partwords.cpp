// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/partwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

QString plainBeginning(const ReadPart &part)
{
    QByteArrayView head = QByteArrayView(part.bytes).first(std::min<qsizetype>(part.bytes.size(), 4096));
    const bool isRow = part.name.endsWith(u".csv"_s, Qt::CaseInsensitive) || part.name.endsWith(u".tsv"_s, Qt::CaseInsensitive);
    if (const qsizetype line = isRow ? head.indexOf('\n') : -1; line >= 0)
        head = head.sliced(line + 1);
    const QString words = QString::fromUtf8(head).left(most);
    return std::ranges::any_of(words, [](QChar c) { return c == QChar::ReplacementCharacter || c < u'\t'; }) ? QString() : words.simplified();
}

} // namespace

QString beginningOf(const ReadPart &part)
{
    const auto known = part.bytes.startsWith('{') ? entitiesIn(part.bytes) : part.bytes.startsWith('[') ? annotationsIn(part.bytes) : std::nullopt;
    return known ? known->left(most) : plainBeginning(part);
}

} // namespace onrecord::io
