// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "openproject.h"
#include "shapes.h"

#include <array>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "json"_L1;
constexpr auto limit = "limit"_L1;
constexpr std::array<Option, 2> options{{
    {json, {}, "an object with the query as understood and its hits, best first"_L1},
    {limit, "N"_L1, "hits to show; 50 unless told otherwise"_L1},
}};

QString typeWord(ItemType type)
{
    switch (type) {
    case ItemType::Article:
        return u"article"_s;
    case ItemType::Agent:
        return u"name"_s;
    case ItemType::Quotation:
        return u"quotation"_s;
    case ItemType::Note:
        return u"note"_s;
    default:
        return u"item"_s;
    }
}

QJsonObject toJson(const store::SearchHit &hit, CodePoints &points)
{
    const bool hasPlace = hit.article && !hit.span.isEmpty();
    const Span span = hasPlace ? points.of(hit.article, hit.span) : Span{};
    return {
        {u"type"_s, typeWord(hit.item.type)},
        {u"id"_s, hit.item.value},
        {u"article"_s, hit.article ? QJsonValue(hit.article.value) : QJsonValue(QJsonValue::Null)},
        {u"start"_s, hasPlace ? QJsonValue(span.start) : QJsonValue(QJsonValue::Null)},
        {u"end"_s, hasPlace ? QJsonValue(span.end) : QJsonValue(QJsonValue::Null)},
        {u"snippet"_s, hit.snippet},
    };
}

int run(const Arguments &arguments)
{
    bool isNumber = true;
    const int most = arguments.has(limit) ? arguments.value(limit).toInt(&isNumber) : 50;
    if (!isNumber || most < 1) {
        say(u"--limit needs a number"_s);
        return WrongUse;
    }
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadOnly);
    if (!project)
        return NoProject;
    const auto answer = project->search(arguments.plain().sliced(1).join(u' '), most);
    if (!answer)
        return refused(answer.error());
    if (arguments.has(json)) {
        CodePoints points(*project);
        QJsonArray hits;
        for (const store::SearchHit &hit : answer->hits)
            hits.append(toJson(hit, points));
        printJson(QJsonObject{{u"query"_s, answer->explained}, {u"total"_s, answer->total}, {u"hits"_s, hits}});
        return Done;
    }
    print(printable(u"%1: %2 hits"_s.arg(answer->explained).arg(answer->total)));
    std::vector<QStringList> rows;
    for (const store::SearchHit &hit : answer->hits)
        rows.push_back({typeWord(hit.item.type), QString::number(hit.item.value), hit.snippet});
    if (!rows.empty())
        printTable({u"WHAT"_s, u"ID"_s, u"WHERE"_s}, rows, 110);
    return Done;
}

} // namespace

constinit const Command searchCommand{"search"_L1,
                                      "PROJECT QUERY"_L1,
                                      2,
                                      -1,
                                      "search articles, quotations, names and notes"_L1,
                                      "Plain words must all be there. Also: \"a phrase\", -not, OR, begin*, NEAR, field:value, before:DATE, after:DATE.\n"
                                      "Write -- before a query that begins with dashes."_L1,
                                      options,
                                      run};

} // namespace onrecord::cli
