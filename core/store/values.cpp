// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtEndian>
#include <algorithm>
#include <chrono>

namespace onrecord::store {

namespace {

QString compact(const QJsonArray &array)
{
    if (array.isEmpty())
        return QStringLiteral("[]"); // nearly every list
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayFrom(const QString &json)
{
    // Nearly every list is empty: not worth a parser.
    return json.size() <= 2 ? QJsonArray() : QJsonDocument::fromJson(json.toUtf8()).array();
}

} // namespace

QString jsonOf(const QStringList &words)
{
    return compact(QJsonArray::fromStringList(words));
}

QString jsonOf(const std::vector<Remark> &remarks)
{
    QJsonArray out;
    for (const Remark &remark : remarks) {
        QJsonObject entry{{QStringLiteral("remark"), keyOf(remark.kind)}, {QStringLiteral("args"), QJsonArray::fromStringList(remark.args)}};
        if (remark.isSeen)
            entry.insert(QStringLiteral("seen"), true);
        out.append(entry);
    }
    return compact(out);
}

QString jsonOf(const std::vector<Span> &spans)
{
    QJsonArray out;
    for (const Span span : spans)
        out.append(QJsonArray{span.start, span.end});
    return compact(out);
}

QString jsonOf(const std::vector<Marker> &markers)
{
    QJsonArray out;
    for (const Marker &marker : markers)
        out.append(QJsonArray{marker.span.start, marker.span.end, static_cast<int>(marker.kind)});
    return compact(out);
}

QString jsonOf(const std::vector<UncertainWord> &words)
{
    QJsonArray out;
    for (const UncertainWord &word : words)
        out.append(QJsonArray{word.span.start, word.span.end, word.percent});
    return compact(out);
}

QStringList stringsFrom(const QString &json)
{
    QStringList out;
    for (const QJsonValue &value : arrayFrom(json))
        out.append(value.toString());
    return out;
}

std::vector<Remark> remarksFrom(const QString &json)
{
    std::vector<Remark> out;
    for (const QJsonValue &value : arrayFrom(json)) {
        if (value.isString()) { // a sentence, as older programs wrote it
            out.push_back({RemarkKind::Words, {value.toString()}});
            continue;
        }
        Remark remark{remarkKindOf(value[QLatin1StringView("remark")].toString()), {}, value[QLatin1StringView("seen")].toBool()};
        for (const QJsonValue &arg : value[QLatin1StringView("args")].toArray())
            remark.args << arg.toString();
        out.push_back(remark);
    }
    return out;
}

std::vector<Span> spansFrom(const QString &json)
{
    std::vector<Span> out;
    for (const QJsonValue &value : arrayFrom(json)) {
        const QJsonArray pair = value.toArray();
        out.push_back({pair.at(0).toInt(), pair.at(1).toInt()});
    }
    return out;
}

std::vector<Marker> markersFrom(const QString &json)
{
    std::vector<Marker> out;
    for (const QJsonValue &value : arrayFrom(json)) {
        const QJsonArray triple = value.toArray();
        out.push_back({{triple.at(0).toInt(), triple.at(1).toInt()}, static_cast<MarkerKind>(triple.at(2).toInt())});
    }
    return out;
}

std::vector<UncertainWord> uncertainFrom(const QString &json)
{
    std::vector<UncertainWord> out;
    for (const QJsonValue &value : arrayFrom(json)) {
        const QJsonArray triple = value.toArray();
        out.push_back({{triple.at(0).toInt(), triple.at(1).toInt()}, std::clamp(triple.at(2).toInt(), 0, 100)});
    }
    return out;
}

void addDate(std::vector<Value> &values, const Dated &date)
{
    values.emplace_back(date.when.toEdtf());
    values.emplace_back(date.when.earliest());
    values.emplace_back(date.when.latest());
    values.emplace_back(static_cast<qint64>(date.basis));
    values.emplace_back(date.words);
}

void addAnchor(std::vector<Value> &values, const Anchor &anchor)
{
    values.emplace_back(qint64(anchor.span.start));
    values.emplace_back(qint64(anchor.span.end));
    values.emplace_back(anchor.exact);
    values.emplace_back(anchor.prefix);
    values.emplace_back(anchor.suffix);
}

QByteArray newUuid()
{
    using namespace std::chrono;
    constexpr quint64 version = 7;
    constexpr quint64 variant = 2;
    constexpr qint64 nanosecondsAMillisecond = 1'000'000;
    const qint64 now = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
    const auto milliseconds = static_cast<quint64>(now / nanosecondsAMillisecond);
    const auto fraction = static_cast<quint64>(now % nanosecondsAMillisecond) * 4096 / nanosecondsAMillisecond; // 12 bits
    QByteArray out(16, Qt::Uninitialized);
    qToBigEndian(milliseconds << 16 | version << 12 | fraction, out.data());
    qToBigEndian(variant << 62 | QRandomGenerator::global()->generate64() >> 2, out.data() + 8);
    return out;
}

QString wellFormed(const QString &text)
{
    QString out = text;
    for (qsizetype i = 0; i < out.size(); ++i) {
        const QChar unit = out.at(i);
        if (unit.isHighSurrogate() && i + 1 < out.size() && out.at(i + 1).isLowSurrogate())
            ++i;
        else if (unit.isSurrogate())
            out[i] = QChar(QChar::ReplacementCharacter);
    }
    return out;
}

QString brief(const QString &words)
{
    constexpr qsizetype most = 40;
    const QString line = words.simplified();
    return line.size() <= most ? line : line.first(most - 1).trimmed() + u'…';
}

} // namespace onrecord::store
