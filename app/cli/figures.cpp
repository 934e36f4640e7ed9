// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/match/figureboard.h"
#include "core/record/spelling.h"
#include "core/store/contexts.h"
#include "openproject.h"
#include "shapes.h"

#include <array>
#include <cmath>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "json"_L1;
constexpr std::array<Option, 1> options{{
    {json, {}, "an array of boards: subject, predicate, relation, why and the values"_L1},
}};

QString spelling(match::FigureRelation relation)
{
    static const std::array words{u"agree"_s, u"conflict"_s, u"not-comparable"_s, u"unknown"_s};
    return words.at(static_cast<size_t>(relation));
}

QJsonValue number(std::optional<double> value)
{
    return value && std::isfinite(*value) ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const match::BoardValue &value, const Snapshot &snapshot, CodePoints &points)
{
    const Figure &figure = *snapshot.figure(value.figure);
    const Span span = points.of(figure.article, figure.content.span);
    QJsonObject out{
        {u"figure"_s, figure.id.value},
        {u"article"_s, figure.article.value},
        {u"start"_s, span.start},
        {u"end"_s, span.end},
        {u"text"_s, figure.content.exact},
        {u"value"_s, number(figure.value)},
        {u"max"_s, number(figure.max)},
        {u"unit"_s, orNull(figure.unit)},
        {u"qualifier"_s, orNull(QString(onrecord::spelling(figure.qualifier)))},
        {u"asserted_by"_s, orNull(nameOf(snapshot, figure.assertedBy))},
        {u"predicate"_s, orNull(value.predicate)},
        {u"when"_s, cli::toJson(value.when)},
        {u"source"_s, value.source},
    };
    if (value.relative.isValid()) {
        out.insert(
            u"relative"_s,
            QJsonObject{
                {u"share"_s, value.relative.low},
                {u"max"_s, value.relative.high == value.relative.low ? QJsonValue() : QJsonValue(value.relative.high)},
                {u"measure"_s, orNull(value.relative.measure)},
                {u"against"_s, orNull(value.relative.againstPrinted)}});
    }
    return out;
}

QJsonObject toJson(const match::Board &board, const Snapshot &snapshot, CodePoints &points)
{
    QJsonArray values;
    for (const match::BoardValue &value : board.values)
        values.append(toJson(value, snapshot, points));
    QJsonArray pairs;
    for (const match::FigurePair &pair : board.pairs)
        pairs.append(QJsonObject{{u"a"_s, pair.a},
                                 {u"b"_s, pair.b},
                                 {u"relation"_s, spelling(pair.relation)},
                                 {u"why"_s, match::explanation(pair)}});
    return {
        {u"subject"_s, board.subject},
        {u"predicate"_s, board.predicate},
        {u"relation"_s, spelling(board.relation)},
        {u"why"_s, match::explanation(board)},
        {u"sources"_s, board.sources},
        {u"values"_s, values},
        {u"pairs"_s, pairs},
    };
}

void printBoard(const match::Board &board, const Snapshot &snapshot)
{
    print(printable(u"%1: %2 — %3 (%4 independent)"_s.arg(board.subject, board.predicate, spelling(board.relation))
                        .arg(board.sources)));
    print(printable(u"  "_s + match::explanation(board)));
    for (const match::BoardValue &value : board.values) {
        const Figure &figure = *snapshot.figure(value.figure);
        const Article &article = *snapshot.article(value.article);
        QString by = nameOf(snapshot, value.assertedBy);
        if (by.isEmpty())
            by = snapshot.outletName(article.id).isEmpty() ? article.fileName : snapshot.outletName(article.id);
        print(printable(u"  - %1 · %2 · %3 · %4"_s.arg(figure.content.exact.simplified(), value.predicate, by,
                                                       value.when.when.toEdtf())));
    }
    print(QString());
}

int run(const Arguments &arguments)
{
    const auto project = openProject(arguments.plain().first(), store::OpenMode::ReadOnly);
    if (!project)
        return NoProject;
    const auto read = project->snapshot();
    if (!read)
        return refused(read.error());
    std::vector<ArticleId> articles;
    for (const Article &article : (*read)->articles())
        articles.push_back(article.id);
    const auto contexts = store::figureContexts(*project, articles);
    if (!contexts)
        return refused(contexts.error());
    const auto boards = match::figureBoards(**read, *contexts);
    if (arguments.has(json)) {
        QJsonArray out;
        CodePoints points(*project);
        for (const match::Board &board : boards)
            out.append(toJson(board, **read, points));
        printJson(out);
    } else {
        for (const match::Board &board : boards)
            printBoard(board, **read);
    }
    return Done;
}

} // namespace

constinit const Command figuresCommand{"figures"_L1,
                                       "PROJECT"_L1,
                                       1,
                                       1,
                                       "figures about the same thing side by side: do they agree"_L1,
                                       "A board is about one subject. Its figures agree, conflict, are not comparable "
                                       "(and why), or it is not known. Values are\n"
                                       "put on one scale first; currencies stay apart."_L1,
                                       options,
                                       run};

} // namespace onrecord::cli
