// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "claimlist.h"

#include "core/record/spelling.h"
#include "shapes.h"

#include <algorithm>
#include <array>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject passage(const Snapshot &snapshot, ItemId item)
{
    const bool isQuotation = item.type == ItemType::Quotation;
    const Quotation *quotation = isQuotation ? snapshot.quotation({item.value}) : nullptr;
    const Figure *figure = isQuotation ? nullptr : snapshot.figure({item.value});
    return {{u"type"_s, isQuotation ? u"quotation"_s : u"figure"_s},
            {u"id"_s, item.value},
            {u"article"_s, quotation ? quotation->article.value : figure ? figure->article.value : 0},
            {u"text"_s, quotation ? quotation->content.exact : figure ? figure->content.exact : QString()}};
}

} // namespace

Listing claimList(const Snapshot &snapshot)
{
    static const std::array stances{u"for"_s, u"against"_s, u"mentions"_s};
    Listing out{{u"ID"_s, u"VERDICT"_s, u"AUTHOR"_s, u"GIVEN"_s, u"FOR"_s, u"AGAINST"_s, u"CLAIM"_s}, {}, {}};
    for (const Claim &claim : snapshot.claims()) {
        const auto grade = std::ranges::find(snapshot.grades(), claim.verdict, &Grade::label);
        const QString given = claim.givenAt.isValid() ? claim.givenAt.toUTC().toString(Qt::ISODate) : QString();
        QJsonArray evidence;
        for (const Evidence &one : claim.evidence) {
            QJsonObject object = passage(snapshot, one.item);
            object.insert(u"stance"_s, stances.at(static_cast<size_t>(one.stance) - 1));
            evidence.append(object);
        }
        out.objects.append(QJsonObject{
            {u"id"_s, claim.id.value},
            {u"text"_s, claim.text},
            {u"verdict"_s, orNull(claim.verdict)},
            {u"number"_s, grade == snapshot.grades().end() ? QJsonValue(QJsonValue::Null) : QJsonValue(grade->number)},
            {u"explanation"_s, orNull(claim.explanation)},
            {u"author"_s, orNull(claim.author)},
            {u"given"_s, orNull(given)},
            {u"evidence"_s, evidence}});
        const auto count = [&](Stance stance) { return QString::number(std::ranges::count(claim.evidence, stance, &Evidence::stance)); };
        out.rows.push_back({QString::number(claim.id.value), claim.verdict, claim.author, given.section(u'T', 0, 0),
                            count(Stance::For), count(Stance::Against), claim.text});
    }
    return out;
}

Listing relationList(const Snapshot &snapshot)
{
    Listing out{{u"ID"_s, u"FROM"_s, u"RELATION"_s, u"TO"_s, u"NOTE"_s}, {}, {}};
    for (const Relation &relation : snapshot.relations()) {
        const QJsonObject from = passage(snapshot, relation.from);
        const QJsonObject to = passage(snapshot, relation.to);
        out.objects.append(QJsonObject{{u"id"_s, relation.id.value},
                                       {u"relation"_s, QString(spelling(relation.kind))},
                                       {u"from"_s, from},
                                       {u"to"_s, to},
                                       {u"note"_s, orNull(relation.note)}});
        out.rows.push_back({QString::number(relation.id.value), from.value(u"text"_s).toString(), QString(spelling(relation.kind)),
                            to.value(u"text"_s).toString(), relation.note});
    }
    return out;
}

} // namespace onrecord::cli
