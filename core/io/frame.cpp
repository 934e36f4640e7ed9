// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/frame.h"

#include "core/record/spelling.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>
#include <array>
#include <utility>

namespace onrecord::io {

namespace {

using namespace Qt::StringLiterals;

/// The failures a reader may report; anything else it says is a broken protocol.
constexpr std::array<std::pair<Fault, QLatin1StringView>, 5> reportable{{
    {Fault::UnsupportedType, "unsupported-type"_L1},
    {Fault::Malformed, "malformed"_L1},
    {Fault::TooLarge, "too-large"_L1},
    {Fault::Empty, "empty"_L1},
    {Fault::BadInput, "bad-input"_L1},
}};

constexpr qsizetype longestField = 10'000; // UTF-16 units of any one metadata field
constexpr qsizetype mostAuthors = 1'000;
constexpr qsizetype mostRemarks = 1'000;
constexpr qsizetype mostTurns = 200'000;
constexpr qsizetype mostParts = 200'000;

QJsonObject toJson(const Sourced &field)
{
    return {{u"value"_s, field.value}, {u"basis"_s, QString(spelling(field.basis))}};
}

/// Reads fields and remembers the first rule that was broken.
class Checker
{
public:
    explicit Checker(QJsonObject object) : m_object(std::move(object)) {}

    [[nodiscard]] bool isBroken() const { return !m_why.isEmpty(); }
    [[nodiscard]] QString why() const { return m_why; }

    void breakRule(const QString &why)
    {
        if (m_why.isEmpty())
            m_why = why;
    }

    QString string(const QJsonObject &from, const QString &key, qsizetype cap = longestField)
    {
        const QJsonValue value = from.value(key);
        if (!value.isString()) {
            breakRule(key + u" is not a string"_s);
            return {};
        }
        const QString text = value.toString();
        if (text.size() > cap || !text.isValidUtf16())
            breakRule(key + u" is too long or not well formed"_s);
        return text;
    }
    QString string(const QString &key, qsizetype cap = longestField) { return string(m_object, key, cap); }

    QStringList strings(const QString &key, qsizetype most)
    {
        const QJsonValue value = m_object.value(key);
        const QJsonArray array = value.toArray();
        if (!value.isArray() || array.size() > most) {
            breakRule(key + u" is not a list, or too long a list"_s);
            return {};
        }
        QStringList out;
        for (const QJsonValue &one : array)
            out << string({{key, one}}, key);
        return out;
    }

    Basis basis(const QJsonObject &from, const QString &key = u"basis"_s)
    {
        const auto basis = basisFromSpelling(string(from, key));
        if (!basis)
            breakRule(u"unknown basis"_s);
        return basis.value_or(Basis::None);
    }
    Basis basis(const QString &key) { return basis(m_object, key); }

    QJsonObject object(const QString &key)
    {
        if (!m_object.value(key).isObject())
            breakRule(key + u" is not an object"_s);
        return m_object.value(key).toObject();
    }

    Sourced sourced(const QString &key)
    {
        const QJsonObject field = object(key);
        return {string(field, u"value"_s), basis(field)};
    }

    qint32 number(const QJsonObject &from, const QString &key, qint64 least, qint64 most)
    {
        const qint64 value = from.value(key).toInteger(least - 1);
        if (value < least || value > most)
            breakRule(key + u" is out of range"_s);
        return static_cast<qint32>(qBound(least, value, most));
    }
    qint32 number(const QString &key, qint64 least, qint64 most) { return number(m_object, key, least, most); }

    QJsonArray array(const QString &key)
    {
        if (!m_object.value(key).isArray())
            breakRule(key + u" is not a list"_s);
        return m_object.value(key).toArray();
    }

private:
    QJsonObject m_object;
    QString m_why;
};

Dated datedFrom(Checker &check, const QString &key)
{
    const QJsonObject from = check.object(key);
    Dated dated;
    dated.basis = check.basis(from);
    dated.words = check.string(from, u"words"_s);
    const QString edtf = check.string(from, u"date"_s);
    if (!edtf.isEmpty()) {
        if (const auto when = PartialDate::fromEdtf(edtf))
            dated.when = *when;
        else
            check.breakRule(u"not a date"_s);
    }
    return dated;
}

Span spanFrom(Checker &check, const QJsonObject &from, const QString &start, const QString &end, const QString &text)
{
    Span span;
    span.start = check.number(from, start, 0, text.size());
    span.end = check.number(from, end, span.start, text.size());
    for (const qint32 at : {span.start, span.end}) {
        if (at > 0 && at < text.size() && text[at].isLowSurrogate())
            check.breakRule(u"a span splits a character"_s);
    }
    return span;
}

std::vector<Region> regionsFrom(Checker &check, const QString &text)
{
    std::vector<Region> regions;
    for (const QJsonValue &one : check.array(u"regions"_s)) {
        const QJsonObject from = one.toObject();
        Region region;
        region.span = spanFrom(check, from, u"start"_s, u"end"_s, text);
        const auto kind = regionKindFromSpelling(check.string(from, u"kind"_s));
        if (!kind || region.span.isEmpty() || !from.value(u"struck"_s).isBool())
            check.breakRule(u"not a region"_s);
        region.kind = kind.value_or(RegionKind::Boilerplate);
        region.struck = from.value(u"struck"_s).toBool();
        regions.push_back(region);
    }
    return regions;
}

std::vector<Turn> turnsFrom(Checker &check, const QString &text)
{
    std::vector<Turn> turns;
    const QJsonArray array = check.array(u"turns"_s);
    if (array.size() > mostTurns)
        check.breakRule(u"too many turns"_s);
    for (const QJsonValue &one : array) {
        if (check.isBroken())
            break;
        const QJsonObject from = one.toObject();
        const Turn turn{spanFrom(check, from, u"speakerStart"_s, u"speakerEnd"_s, text),
                        spanFrom(check, from, u"start"_s, u"end"_s, text), check.string(from, u"time"_s, 100)};
        if (turn.speaker.isEmpty() || turn.words.isEmpty())
            check.breakRule(u"not a turn"_s);
        turns.push_back(turn);
    }
    return turns;
}

std::vector<ReadPart> partsFrom(Checker &check)
{
    std::vector<ReadPart> parts;
    const QJsonArray array = check.array(u"parts"_s);
    if (array.size() > mostParts)
        check.breakRule(u"too many parts"_s);
    for (const QJsonValue &one : array) {
        if (check.isBroken())
            break;
        const QJsonObject from = one.toObject();
        ReadPart part{check.string(from, u"name"_s, 2000), {}, check.string(from, u"refusal"_s)};
        const auto bytes =
            QByteArray::fromBase64Encoding(from.value(u"bytes"_s).toString().toLatin1(),
                                           QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes || part.name.isEmpty())
            check.breakRule(u"not a part"_s);
        part.bytes = *bytes;
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<ListedAgent> peopleFrom(Checker &check, const QString &text)
{
    std::vector<ListedAgent> people;
    const QJsonArray array = check.array(u"people"_s);
    if (array.size() > mostTurns)
        check.breakRule(u"too many people"_s);
    const auto span = [&](const QJsonValue &value) { return spanFrom(check, value.toObject(), u"start"_s, u"end"_s, text); };
    for (const QJsonValue &one : array) {
        if (check.isBroken())
            break;
        const QJsonObject from = one.toObject();
        ListedAgent listed;
        listed.name = span(from.value(u"name"_s));
        listed.isOrganisation = from.value(u"isOrganisation"_s).toBool();
        for (const QJsonValue &form : from.value(u"forms"_s).toArray())
            listed.forms.push_back(span(form));
        listed.role = span(from.value(u"role"_s));
        listed.organisation = span(from.value(u"organisation"_s));
        if (listed.name.isEmpty() || std::ranges::any_of(listed.forms, [](Span form) { return form.isEmpty(); }))
            check.breakRule(u"nobody is named"_s);
        people.push_back(std::move(listed));
    }
    return people;
}

QJsonObject toJson(Span span)
{
    return {{u"start"_s, span.start}, {u"end"_s, span.end}};
}

QJsonArray toJson(const std::vector<ListedAgent> &people)
{
    QJsonArray out;
    for (const ListedAgent &listed : people) {
        QJsonArray forms;
        for (const Span form : listed.forms)
            forms.append(toJson(form));
        out.append(QJsonObject{{u"name"_s, toJson(listed.name)}, {u"isOrganisation"_s, listed.isOrganisation}, {u"forms"_s, forms},
                               {u"role"_s, toJson(listed.role)}, {u"organisation"_s, toJson(listed.organisation)}});
    }
    return out;
}

QJsonArray toJson(const std::vector<Turn> &turns)
{
    QJsonArray out;
    for (const Turn &turn : turns) {
        out.append(QJsonObject{{u"speakerStart"_s, turn.speaker.start},
                               {u"speakerEnd"_s, turn.speaker.end},
                               {u"start"_s, turn.words.start},
                               {u"end"_s, turn.words.end},
                               {u"time"_s, turn.time}});
    }
    return out;
}

QJsonArray toJson(const std::vector<ReadPart> &parts)
{
    QJsonArray out;
    for (const ReadPart &part : parts)
        out.append(QJsonObject{{u"name"_s, part.name},
                               {u"bytes"_s, QString::fromLatin1(part.bytes.toBase64())},
                               {u"refusal"_s, part.refusal}});
    return out;
}

QJsonObject toJson(const ReadDocument &document)
{
    QJsonArray regions;
    for (const Region &region : document.regions) {
        regions.append(QJsonObject{{u"start"_s, region.span.start},
                                   {u"end"_s, region.span.end},
                                   {u"kind"_s, QString(spelling(region.kind))},
                                   {u"struck"_s, region.struck}});
    }
    return {
        {u"text"_s, document.text},
        {u"regions"_s, regions},
        {u"title"_s, toJson(document.title)},
        {u"outlet"_s, toJson(document.outlet)},
        {u"authors"_s, QJsonArray::fromStringList(document.authors)},
        {u"authorsBasis"_s, QString(spelling(document.authorsBasis))},
        {u"published"_s,
         QJsonObject{{u"date"_s, document.published.when.toEdtf()},
                     {u"basis"_s, QString(spelling(document.published.basis))},
                     {u"words"_s, document.published.words}}},
        {u"url"_s, toJson(document.url)},
        {u"language"_s, document.language},
        {u"mediaType"_s, document.mediaType},
        {u"encoding"_s, document.encoding},
        {u"replacements"_s, document.replacements},
        {u"remarks"_s, QJsonArray::fromStringList(document.remarks)},
        {u"note"_s, document.note},
        {u"turns"_s, toJson(document.turns)},
        {u"people"_s, toJson(document.people)},
        {u"parts"_s, toJson(document.parts)},
    };
}

Result<ReadDocument> documentFrom(const QJsonObject &object)
{
    Checker check(object);
    ReadDocument document;
    document.text = check.string(u"text"_s, std::numeric_limits<qint32>::max() - 1);
    document.regions = regionsFrom(check, document.text);
    document.title = check.sourced(u"title"_s);
    document.outlet = check.sourced(u"outlet"_s);
    document.authors = check.strings(u"authors"_s, mostAuthors);
    document.authorsBasis = check.basis(u"authorsBasis"_s);
    document.published = datedFrom(check, u"published"_s);
    document.url = check.sourced(u"url"_s);
    document.language = check.string(u"language"_s);
    document.mediaType = check.string(u"mediaType"_s);
    document.encoding = check.string(u"encoding"_s);
    document.replacements = check.number(u"replacements"_s, 0, std::numeric_limits<qint32>::max());
    document.remarks = check.strings(u"remarks"_s, mostRemarks);
    document.note = check.string(u"note"_s);
    document.turns = turnsFrom(check, document.text);
    document.people = peopleFrom(check, document.text);
    document.parts = partsFrom(check);
    if (document.text.isEmpty() == document.parts.empty())
        check.breakRule(u"a document with neither text nor parts, or with both"_s);
    if (check.isBroken())
        return fail(Fault::ReaderCrashed, u"the reader's answer was not valid: "_s + check.why());
    return document;
}

} // namespace

QByteArray frameLength(quint32 length)
{
    QByteArray out(frameHeader, Qt::Uninitialized);
    qToBigEndian(length, out.data());
    return out;
}

quint32 lengthOf(QByteArrayView fourBytes)
{
    Q_ASSERT(fourBytes.size() >= frameHeader);
    return qFromBigEndian<quint32>(fourBytes.data());
}

QByteArray encodeHints(const ReadHints &hints)
{
    return QJsonDocument(
               QJsonObject{{u"fileName"_s, hints.fileName.left(1000)}, {u"encoding"_s, hints.encoding.left(100)}})
        .toJson(QJsonDocument::Compact);
}

Result<ReadHints> decodeHints(const QByteArray &json)
{
    const QJsonDocument parsed = QJsonDocument::fromJson(json);
    if (!parsed.isObject())
        return fail(Fault::BadInput, u"the hints are not JSON"_s);
    return ReadHints{parsed[u"fileName"_s].toString(), parsed[u"encoding"_s].toString()};
}

QByteArray encodeAnswer(const Result<ReadDocument> &answer)
{
    if (answer)
        return QJsonDocument(QJsonObject{{u"document"_s, toJson(*answer)}}).toJson(QJsonDocument::Compact);
    QLatin1StringView fault = "malformed"_L1;
    for (const auto &[value, word] : reportable) {
        if (value == answer.error().fault)
            fault = word;
    }
    return QJsonDocument(QJsonObject{{u"fault"_s, QString(fault)}, {u"detail"_s, answer.error().detail}})
        .toJson(QJsonDocument::Compact);
}

Result<ReadDocument> decodeAnswer(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(Fault::ReaderCrashed, u"the reader's answer was not JSON: "_s + error.errorString());
    if (object.value(u"document"_s).isObject())
        return documentFrom(object.value(u"document"_s).toObject());
    const QString word = object.value(u"fault"_s).toString();
    for (const auto &[value, spelled] : reportable) {
        if (word == spelled)
            return fail(value, object.value(u"detail"_s).toString().left(500));
    }
    return fail(Fault::ReaderCrashed, u"the reader's answer was neither a document nor a failure"_s);
}

} // namespace onrecord::io
