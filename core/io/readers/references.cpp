// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/references.h"

#include "core/io/readers/flow.h"
#include "core/io/readers/jsonkeys.h"
#include "core/io/readers/referencerecords.h"
#include "core/io/readers/writtendate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostRecords = 100'000;

Sourced stated(const QString &value)
{
    const QString one = value.simplified().left(2000);
    return one.isEmpty() ? Sourced{} : Sourced{one, Basis::Metadata};
}

Result<void> addReference(const Reference &reference, ReadDocument &document)
{
    if (reference.title.isEmpty() && reference.url.isEmpty())
        return fail(Fault::Malformed, u"a record with neither title nor address"_s);
    document.title = stated(reference.title);
    document.outlet = stated(reference.outlet);
    for (const QString &name : reference.authors) {
        if (!name.isEmpty() && document.authors.size() < 500)
            document.authors << name.left(500);
    }
    document.authorsBasis = document.authors.isEmpty() ? Basis::None : Basis::Metadata;
    if (const auto when = writtenDate(reference.date))
        document.published = {*when, Basis::Metadata, reference.date.left(500)};
    else if (!reference.date.isEmpty())
        document.remarks.push_back({RemarkKind::DateNotUnderstood, {reference.date.left(100)}});
    if (reference.url.startsWith(u"http://"_s, Qt::CaseInsensitive)
        || reference.url.startsWith(u"https://"_s, Qt::CaseInsensitive))
        document.url = stated(reference.url);
    document.language = reference.language.left(40);
    document.note = reference.note.left(5000);
    Flow flow(document);
    flow.paragraph(document.title.value, RegionKind::Headline);
    flow.paragraph(document.authors.join(u", "_s), RegionKind::Byline);
    QStringList where{document.outlet.value, reference.date.simplified().left(500), document.url.value};
    where.removeAll(QString());
    flow.paragraph(where.join(u", "_s), RegionKind::Dateline);
    flow.paragraph(reference.abstract);
    document.remarks.push_back({RemarkKind::SourceRecord});
    flow.finish();
    return {};
}

void addParts(const QString &text, const std::vector<std::pair<qsizetype, qsizetype>> &records, const QString &fileName,
              ReadDocument &document)
{
    int number = 0;
    for (const auto &[begin, end] : records)
        document.parts.push_back(
            {u"%1 of %2"_s.arg(++number).arg(fileName), text.sliced(begin, end - begin).toUtf8(), {}});
}

Result<void> readCsl(const QString &text, const QString &fileName, ReadDocument &document)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Fault::Malformed,
                    u"its JSON is broken at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    const QJsonArray items = json.isArray()  ? json.array()
        : json.object().contains(u"items"_s) ? json.object().value(u"items"_s).toArray()
                                             : QJsonArray{json.object()};
    if (items.isEmpty())
        return fail(Fault::Empty, u"no record in it"_s);
    if (const QString key = repeatedKey(text.toUtf8()); !key.isEmpty())
        document.remarks.push_back({RemarkKind::SaidTwice, {key.left(80)}});
    if (items.size() == 1)
        return addReference(referenceFromCsl(QJsonDocument(items.first().toObject()).toJson()), document);
    if (items.size() > static_cast<qsizetype>(mostRecords))
        return fail(Fault::TooLarge, u"more than %1 records"_s.arg(mostRecords));
    int number = 0;
    for (const QJsonValue &item : items)
        document.parts.push_back(
            {u"%1 of %2"_s.arg(++number).arg(fileName), QJsonDocument(item.toObject()).toJson(), {}});
    return {};
}

} // namespace

ReferenceFormat referenceFormatOf(const QString &text, const QString &extension)
{
    const QString head = text.left(4000);
    static const QRegularExpression ris(u"^\\s*TY  - \\S"_s);
    static const QRegularExpression bib(
        u"^(?:\\s|%[^\\n]*\\n)*@(?:article|book|inbook|incollection|inproceedings|conference|proceedings|techreport|"
        u"report|misc|online|electronic|manual|unpublished|"
        "mastersthesis|phdthesis|thesis|newspaper|string|comment|preamble)\\s*\\{"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression json(u"^\\s*(?:\\[\\s*)?\\{"_s);
    static const QRegularExpression field(u"\"(?:container-title|issued|date-parts|citation-key)\"\\s*:"_s);
    if (ris.match(head).hasMatch())
        return ReferenceFormat::Ris;
    if (bib.match(head).hasMatch())
        return ReferenceFormat::BibTeX;
    if (json.match(head).hasMatch()
        && (field.match(head).hasMatch()
            || (extension == u"json"_s && head.contains(u"\"type\""_s) && head.contains(u"\"title\""_s))))
        return ReferenceFormat::CslJson;
    return ReferenceFormat::None;
}

Result<void> readReferences(const QString &text, ReferenceFormat format, const QString &fileName,
                            ReadDocument &document)
{
    if (format == ReferenceFormat::CslJson)
        return readCsl(text, fileName, document);
    const auto records = format == ReferenceFormat::Ris ? risRecords(text) : bibRecords(text);
    if (records.empty())
        return fail(Fault::Empty, u"no record in it"_s);
    if (records.size() > mostRecords)
        return fail(Fault::TooLarge, u"more than %1 records"_s.arg(mostRecords));
    if (records.size() > 1) {
        addParts(text, records, fileName, document);
        return {};
    }
    const QString record = text.sliced(records.front().first, records.front().second - records.front().first);
    return addReference(format == ReferenceFormat::Ris ? referenceFromRis(record) : referenceFromBib(record), document);
}

} // namespace onrecord::io
