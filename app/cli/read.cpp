// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/io/readfile.h"
#include "core/io/readscan.h"
#include "core/record/spelling.h"
#include "core/record/struck.h"
#include "recognition.h"
#include "shapes.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <array>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "json"_L1;
constexpr auto encoding = "encoding"_L1;
constexpr std::array<Option, 4> options{{
    {json, {}, "an object with text, body, regions and metadata"_L1},
    {encoding, "NAME"_L1, "read the bytes as this character set instead of finding it out"_L1},
    ocrOption,
    ocrProgramOption,
}};

QJsonArray toJson(const std::vector<io::Turn> &turns, const QString &text, const CodePointMap &points)
{
    QJsonArray out;
    for (const io::Turn &turn : turns) {
        out.append(QJsonObject{{u"speaker"_s, text.sliced(turn.speaker.start, turn.speaker.length())},
                               {u"time"_s, orNull(turn.time)},
                               {u"start"_s, points.toCodePoints(turn.words.start)},
                               {u"end"_s, points.toCodePoints(turn.words.end)}});
    }
    return out;
}

QJsonArray toJson(const std::vector<io::ReadPart> &parts)
{
    QJsonArray out;
    for (const io::ReadPart &part : parts)
        out.append(QJsonObject{{u"name"_s, part.name}, {u"bytes"_s, part.bytes.size()}, {u"refusal"_s, orNull(part.refusal)}});
    return out;
}

QJsonValue toJson(const std::optional<Recognition> &recognition, const CodePointMap &points)
{
    if (!recognition)
        return QJsonValue::Null;
    QJsonArray uncertain;
    for (const UncertainWord &word : recognition->uncertain)
        uncertain.append(
            QJsonArray{points.toCodePoints(word.span.start), points.toCodePoints(word.span.end), word.percent});
    return QJsonObject{{u"program"_s, recognition->program},
                       {u"languages"_s, QJsonArray::fromStringList(recognition->languages)},
                       {u"words"_s, recognition->words},
                       {u"mean"_s, recognition->mean},
                       {u"uncertain"_s, uncertain}};
}

QJsonObject toJson(const io::ReadDocument &document, const QByteArray &bytes)
{
    const CodePointMap points(document.text);
    QJsonArray regions;
    for (const Region &region : document.regions) {
        regions.append(QJsonObject{{u"start"_s, points.toCodePoints(region.span.start)},
                                   {u"end"_s, points.toCodePoints(region.span.end)},
                                   {u"kind"_s, QString(spelling(region.kind))},
                                   {u"struck"_s, region.struck}});
    }
    return {
        {u"title"_s, orNull(document.title.value)},
        {u"authors"_s, QJsonArray::fromStringList(document.authors)},
        {u"outlet"_s, orNull(document.outlet.value)},
        {u"published"_s, cli::toJson(document.published)},
        {u"url"_s, orNull(document.url.value)},
        {u"lang"_s, orNull(document.language)},
        {u"text"_s, document.text},
        {u"body"_s, withoutStruck(document.text, document.regions).trimmed()},
        {u"regions"_s, regions},
        {u"sha256"_s, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())},
        {u"type"_s, document.mediaType},
        {u"encoding"_s, orNull(document.encoding)},
        {u"replacements"_s, document.replacements},
        {u"remarks"_s, QJsonArray::fromStringList(inEnglish(document.remarks))},
        {u"turns"_s, toJson(document.turns, document.text, points)},
        {u"parts"_s, toJson(document.parts)},
        {u"recognition"_s, toJson(document.recognition, points)},
    };
}

void printDocument(const io::ReadDocument &document)
{
    const auto field = [](const QString &name, const QString &value, Basis basis) {
        if (!value.isEmpty())
            print(printable(name.leftJustified(11) + value + (basis == Basis::None ? QString() : u"  ("_s + spelling(basis) + u')')));
    };
    field(u"title"_s, document.title.value, document.title.basis);
    field(u"outlet"_s, document.outlet.value, document.outlet.basis);
    field(u"authors"_s, document.authors.join(u", "_s), document.authorsBasis);
    field(u"published"_s, document.published.when.toEdtf(), document.published.basis);
    field(u"url"_s, document.url.value, document.url.basis);
    field(u"type"_s, document.encoding.isEmpty() ? document.mediaType : document.mediaType + u", "_s + document.encoding, Basis::None);
    for (const QString &remark : inEnglish(document.remarks))
        field(u"remark"_s, remark, Basis::None);
    for (const io::ReadPart &part : document.parts)
        field(u"part"_s, part.refusal.isEmpty() ? u"%1  %2 bytes"_s.arg(part.name).arg(part.bytes.size()) : u"%1: refused, %2"_s.arg(part.name, part.refusal), Basis::None);
    print(QString());
    print(printable(withoutStruck(document.text, document.regions).trimmed()));
}

int run(const Arguments &arguments)
{
    const QString path = arguments.plain().first();
    const auto bytes = io::readFile(path);
    if (!bytes) {
        say(path + u": "_s + sentence(bytes.error()));
        return SomethingRefused;
    }
    const auto recognition = recognitionOf(arguments);
    if (!recognition)
        return WrongUse;
    io::ReaderProcess reader;
    const io::Recogniser recogniser(recognition->program);
    const auto document = io::readScan(reader, recogniser, *bytes,
                                       {QFileInfo(path).fileName(), arguments.value(encoding)}, recognition->choice);
    if (!document) {
        say(path + u": "_s + sentence(document.error()));
        return SomethingRefused;
    }
    if (arguments.has(json))
        printJson(toJson(*document, *bytes));
    else
        printDocument(*document);
    return Done;
}

} // namespace

constinit const Command readCommand{"read"_L1,
                                    "FILE"_L1,
                                    1,
                                    1,
                                    "show what one file is read as, without a project"_L1,
                                    "Text as it would be stored, the body without boxes and menus, and what the file says about itself."_L1,
                                    options,
                                    run};

} // namespace onrecord::cli
