// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/extractionjson.h"

#include "core/record/spelling.h"
#include "core/text/offsets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;
using namespace extract;

namespace {

class Writer
{
public:
    Writer(QStringView text, const Extraction &extraction) : m_text(text), m_found(extraction), m_points(text) {}

    [[nodiscard]] QJsonObject whole() const
    {
        return {{u"quotes"_s, quotes()}, {u"agents"_s, agents()}, {u"figures"_s, figures()}, {u"dates"_s, dates()}};
    }

private:
    [[nodiscard]] QJsonValue point(qint32 offset) const { return m_points.toCodePoints(offset); }
    [[nodiscard]] QJsonArray pair(Span span) const { return {point(span.start), point(span.end)}; }
    [[nodiscard]] QString words(Span span) const { return m_text.sliced(span.start, span.length()).toString(); }

    void put(QJsonObject &object, const QString &key, Span span, const QString &wordsKey) const
    {
        const bool known = !span.isEmpty();
        object[wordsKey] = known ? QJsonValue(words(span)) : QJsonValue();
        object[key + u"_start"_s] = known ? point(span.start) : QJsonValue();
        object[key + u"_end"_s] = known ? point(span.end) : QJsonValue();
    }

    [[nodiscard]] QJsonValue nameOf(int agent) const
    {
        return agent >= 0 ? QJsonValue(m_found.agents[static_cast<size_t>(agent)].name) : QJsonValue();
    }

    [[nodiscard]] QJsonArray quotes() const
    {
        QJsonArray out;
        for (size_t i = 0; i < m_found.quotations.size(); ++i) {
            const FoundQuotation &q = m_found.quotations[i];
            if (q.depth > 0 || (q.directness == Directness::Mixed && !isFirstOfClause(i)))
                continue;
            const Span span = q.directness == Directness::Mixed && !q.clause.isEmpty() ? q.clause : q.content;
            if (q.directness != Directness::Indirect || q.segments.empty())
                out.append(quote(i, span));
            for (size_t s = 0; q.directness == Directness::Indirect && s < q.segments.size(); ++s)
                out.append(quote(i, q.segments[s])); // in pieces around its cue, as the gold files have it
        }
        return out;
    }

    [[nodiscard]] QJsonObject quote(size_t i, Span span) const
    {
        const FoundQuotation &q = m_found.quotations[i];
        QJsonObject object;
        object[u"start"_s] = point(span.start);
        object[u"end"_s] = point(span.end);
        object[u"kind"_s] = QString(spelling(q.directness));
        object[u"category"_s] = QString(spelling(q.kind));
        // Somebody whom no agent stands for is named by the words of the text.
        object[u"speaker"_s] = q.speaker < 0 && !q.speakerSpan.isEmpty() ? QJsonValue(words(q.speakerSpan)) : nameOf(q.speaker);
        if (!q.alsoSpeakers.empty()) {
            QJsonArray also;
            for (const int agent : q.alsoSpeakers)
                also.append(nameOf(agent));
            object[u"also_speakers"_s] = also;
        }
        put(object, u"speaker"_s, q.speakerSpan, u"mention"_s);
        put(object, u"cue"_s, q.cue, u"cue"_s);
        object[u"segments"_s] = segments(i);
        object[u"rule"_s] = q.rule;
        object[u"confidence"_s] = q.confidence;
        if (const QJsonArray inner = within(q.depth + 1, span); !inner.isEmpty() && q.directness != Directness::Indirect)
            object[u"inner"_s] = inner;
        return object;
    }

    /// What the speaker of the span quotes.
    [[nodiscard]] QJsonArray within(int depth, Span span) const
    {
        QJsonArray out;
        const auto from = std::ranges::lower_bound(m_found.quotations, span.start, {}, [](const FoundQuotation &q) { return q.content.start; });
        for (auto it = from; it != m_found.quotations.end() && it->content.start < span.end; ++it) {
            if (it->depth == depth)
                out.append(quote(static_cast<size_t>(it - m_found.quotations.begin()), it->content));
        }
        return out;
    }

    [[nodiscard]] bool isFirstOfClause(size_t i) const
    {
        const FoundQuotation &q = m_found.quotations[i];
        if (q.clause.isEmpty())
            return true;
        for (size_t k = i; k-- > 0 && m_found.quotations[k].content.start >= q.clause.start;) {
            if (m_found.quotations[k].clause == q.clause)
                return false;
        }
        return true;
    }

    [[nodiscard]] QJsonArray segments(size_t i) const
    {
        QJsonArray out;
        const FoundQuotation &q = m_found.quotations[i];
        if (q.directness == Directness::Mixed) {
            for (size_t k = i; k < m_found.quotations.size() && m_found.quotations[k].content.start < std::max(q.clause.end, q.content.end); ++k) {
                if (m_found.quotations[k].clause == q.clause)
                    out.append(pair(m_found.quotations[k].content));
            }
        }
        for (const Span segment : q.segments)
            out.append(pair(segment));
        return out;
    }

    [[nodiscard]] QJsonArray agents() const
    {
        QJsonArray out;
        for (const FoundAgent &agent : m_found.agents) {
            QJsonArray mentions;
            for (const Span span : agent.mentions)
                mentions.append(pair(span));
            out.append(QJsonObject{{u"name"_s, agent.name}, {u"type"_s, QString(spelling(agent.type))},
                                   {u"forms"_s, QJsonArray::fromStringList(agent.forms)}, {u"mentions"_s, mentions}});
        }
        return out;
    }

    [[nodiscard]] QJsonArray figures() const
    {
        QJsonArray out;
        for (const FoundFigure &figure : m_found.figures) {
            QJsonObject object{{u"start"_s, point(figure.content.start)}, {u"end"_s, point(figure.content.end)},
                               {u"value"_s, figure.value ? QJsonValue(*figure.value) : QJsonValue()}, {u"unit"_s, figure.unit},
                               {u"qualifier"_s, QString(spelling(figure.qualifier))}, {u"subject"_s, figure.subject},
                               {u"predicate"_s, figure.predicate}, {u"asserted_by"_s, nameOf(figure.assertedBy)}};
            if (figure.max)
                object[u"max"_s] = *figure.max;
            out.append(object);
        }
        return out;
    }

    [[nodiscard]] QJsonArray dates() const
    {
        QJsonArray out;
        for (const FoundDate &date : m_found.dates)
            out.append(QJsonObject{{u"start"_s, point(date.content.start)}, {u"end"_s, point(date.content.end)},
                                   {u"date"_s, date.when.when.toEdtf()}, {u"basis"_s, QString(spelling(date.when.basis))}});
        return out;
    }

    QStringView m_text;
    const Extraction &m_found;
    CodePointMap m_points;
};

} // namespace

QJsonObject extractionToJson(QStringView text, const Extraction &extraction)
{
    return Writer(text, extraction).whole();
}

Result<QByteArray> extractLine(const QByteArray &line, const std::vector<std::shared_ptr<const extract::Lexicon>> &words)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return fail(Fault::Malformed, error.error == QJsonParseError::NoError ? u"not an object"_s : error.errorString());
    const QJsonObject in = document.object();
    if (!in[u"text"_s].isString() || !in.contains(u"id"_s))
        return fail(Fault::Malformed, u"needs \"id\" and \"text\""_s);
    const QString text = in[u"text"_s].toString();
    Options options;
    options.language = in[u"lang"_s].toString();
    options.words = words;
    QJsonObject out = extractionToJson(text, extract::extract(text, options));
    out[u"id"_s] = in[u"id"_s];
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

} // namespace onrecord::io
