// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"

#include "core/record/spelling.h"

#include <QJsonArray>
#include <cmath>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue word(QLatin1StringView spelled)
{
    return orNull(QString(spelled));
}

QJsonValue number(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

template<class Id>
QJsonValue idOrNull(Id id)
{
    return id ? QJsonValue(id.value) : QJsonValue(QJsonValue::Null);
}

} // namespace

Span CodePoints::of(ArticleId article, Span span)
{
    constexpr qsizetype most = 256; // of a run over many articles only the last ones are kept
    if (m_maps.size() >= most && !m_maps.contains(article))
        m_maps.clear();
    auto &map = m_maps[article];
    if (!map) {
        const auto text = m_project.articleText(article);
        map = std::make_shared<CodePointMap>(text ? QStringView(*text) : QStringView());
    }
    return {static_cast<qint32>(map->toCodePoints(span.start)), static_cast<qint32>(map->toCodePoints(span.end))};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue toJson(const Dated &date)
{
    if (!date.when.isKnown())
        return QJsonValue::Null;
    return QJsonObject{{u"date"_s, date.when.toEdtf()}, {u"precision"_s, word(spelling(date.when.precision()))}, {u"basis"_s, word(spelling(date.basis))}};
}

QString nameOf(const Snapshot &snapshot, AgentId agent)
{
    const Agent *found = snapshot.agent(agent);
    return found ? found->name : QString();
}

QJsonArray alsoNames(const Snapshot &snapshot, const std::vector<AgentId> &agents)
{
    QJsonArray names;
    for (const AgentId agent : agents)
        names.append(nameOf(snapshot, agent));
    return names;
}

QJsonObject toJson(const Snapshot &snapshot, const Article &article)
{
    return {
        {u"id"_s, article.id.value},
        {u"title"_s, orNull(article.title.value)},
        {u"title_basis"_s, word(spelling(article.title.basis))},
        {u"outlet"_s, orNull(snapshot.outletName(article.id))},
        {u"outlet_basis"_s, word(spelling(article.outletBasis))},
        {u"authors"_s, QJsonArray::fromStringList(article.authors)},
        {u"authors_basis"_s, word(spelling(article.authorsBasis))},
        {u"published"_s, toJson(article.published)},
        {u"captured"_s, orNull(article.capturedAt.toUTC().toString(Qt::ISODate))},
        {u"url"_s, orNull(article.url.value)},
        {u"lang"_s, orNull(article.language)},
        {u"file"_s, orNull(article.fileName)},
        {u"type"_s, orNull(article.mediaType)},
        {u"encoding"_s, orNull(article.encoding)},
        {u"sha256"_s, QString::fromLatin1(article.sha256.toHex())},
        {u"bytes"_s, article.byteCount},
        {u"words"_s, article.wordCount},
        {u"quotations"_s, static_cast<qint64>(snapshot.quotationsIn(article.id).size())},
        {u"figures"_s, static_cast<qint64>(snapshot.figuresIn(article.id).size())},
    };
}

QJsonObject toJson(const Snapshot &snapshot, const Agent &agent)
{
    QJsonArray forms;
    for (const AgentName &name : agent.names)
        forms.append(name.name);
    return {
        {u"id"_s, agent.id.value},
        {u"name"_s, agent.name},
        {u"type"_s, QString(spelling(agent.type))},
        {u"forms"_s, forms},
        {u"role"_s, orNull(agent.role)},
        {u"affiliation"_s, orNull(nameOf(snapshot, agent.affiliation))},
        {u"mentions"_s, static_cast<qint64>(snapshot.mentionsOf(agent.id).size())},
        {u"quotations"_s, static_cast<qint64>(snapshot.quotationsBy(agent.id).size())},
        {u"status"_s, QString(spelling(agent.status))},
    };
}

QJsonObject toJson(const Snapshot &snapshot, const Quotation &quotation, CodePoints &points)
{
    const Article *article = snapshot.article(quotation.article);
    const Span span = points.of(quotation.article, quotation.content.span);
    QJsonArray segments;
    for (const Span &segment : quotation.segments) {
        const Span piece = points.of(quotation.article, segment);
        segments.append(QJsonArray{piece.start, piece.end});
    }
    return {
        {u"id"_s, quotation.id.value},
        {u"article"_s, quotation.article.value},
        {u"start"_s, span.start},
        {u"end"_s, span.end},
        {u"text"_s, quotation.content.exact},
        {u"segments"_s, segments},
        {u"kind"_s, QString(spelling(quotation.directness))},
        {u"category"_s, QString(spelling(quotation.kind))},
        {u"speaker"_s, orNull(nameOf(snapshot, quotation.speaker))},
        {u"speaker_id"_s, idOrNull(quotation.speaker)},
        {u"also_speakers"_s, alsoNames(snapshot, quotation.alsoSpeakers)},
        {u"mention"_s, orNull(quotation.mention)},
        {u"cue"_s, orNull(quotation.cueText)},
        {u"rule"_s, orNull(quotation.rule)},
        {u"confidence"_s, quotation.confidence},
        {u"said"_s, toJson(quotation.said)},
        {u"published"_s, article ? toJson(article->published) : QJsonValue(QJsonValue::Null)},
        {u"status"_s, QString(spelling(quotation.status))},
    };
}

QJsonObject toJson(const Snapshot &snapshot, const Figure &figure, CodePoints &points)
{
    const Span span = points.of(figure.article, figure.content.span);
    return {
        {u"id"_s, figure.id.value},
        {u"article"_s, figure.article.value},
        {u"start"_s, span.start},
        {u"end"_s, span.end},
        {u"text"_s, figure.content.exact},
        {u"value"_s, number(figure.value)},
        {u"max"_s, number(figure.max)},
        {u"unit"_s, orNull(figure.unit)},
        {u"qualifier"_s, word(spelling(figure.qualifier))},
        {u"subject"_s, orNull(figure.subject)},
        {u"predicate"_s, orNull(figure.predicate)},
        {u"asserted_by"_s, orNull(nameOf(snapshot, figure.assertedBy))},
        {u"quotation"_s, idOrNull(figure.quotation)},
        {u"status"_s, QString(spelling(figure.status))},
    };
}

QJsonObject toJson(const Snapshot &snapshot, const Event &event)
{
    QJsonArray agents;
    for (const AgentId agent : event.agents)
        agents.append(nameOf(snapshot, agent));
    QJsonArray articles;
    for (const ArticleId article : event.articles)
        articles.append(article.value);
    return {
        {u"id"_s, event.id.value},
        {u"name"_s, event.name},
        {u"note"_s, orNull(event.note)},
        {u"when"_s, toJson(event.when)},
        {u"agents"_s, agents},
        {u"articles"_s, articles},
        {u"status"_s, QString(spelling(event.status))},
    };
}

} // namespace onrecord::cli
