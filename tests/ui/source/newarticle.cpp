// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/source/newarticle.h"

#include <QHash>

namespace onrecord::test {

using namespace Qt::StringLiterals;

store::NewArticle newArticle(const Snapshot &record, ArticleId article, const QString &text)
{
    const Article &row = *record.article(article);
    store::NewArticle out;
    out.fileName = row.fileName;
    out.original = text.toUtf8();
    out.document.text = text;
    out.document.regions = row.regions;
    out.document.title = row.title;
    out.document.outlet = {record.outletName(article), row.outletBasis};
    out.document.published = row.published;
    out.document.language = row.language;
    out.document.mediaType = row.mediaType;
    out.document.encoding = u"UTF-8"_s;
    QHash<AgentId, int> indexes;
    const auto indexOf = [&](AgentId id) {
        if (!id)
            return -1;
        if (const auto known = indexes.constFind(id); known != indexes.cend())
            return *known;
        const Agent &agent = *record.agent(id);
        const auto index = static_cast<int>(out.extraction.agents.size());
        out.extraction.agents.push_back({agent.name, agent.type, {agent.name}, {}, agent.role, -1});
        indexes.insert(id, index);
        return index;
    };
    for (const MentionId id : record.mentionsIn(article)) {
        const Mention &mention = *record.mention(id);
        out.extraction.agents[static_cast<size_t>(indexOf(mention.agent))].mentions.push_back(mention.span);
    }
    for (const QuotationId id : record.quotationsIn(article)) {
        const Quotation &q = *record.quotation(id);
        extract::FoundQuotation found;
        found.content = q.content.span;
        found.segments = q.segments;
        found.directness = q.directness;
        found.kind = q.kind;
        found.speaker = indexOf(q.speaker);
        found.speakerSpan = q.speakerSpan;
        found.cue = q.cue;
        for (const Marker &marker : q.markers)
            found.markers.push_back({marker.span, marker.kind});
        found.said = q.said;
        found.rule = q.rule;
        found.confidence = q.confidence;
        out.extraction.quotations.push_back(found);
    }
    for (const FigureId id : record.figuresIn(article)) {
        const Figure &f = *record.figure(id);
        out.extraction.figures.push_back({f.content.span, f.value, f.max, f.unit, f.qualifier, f.subject, f.predicate, indexOf(f.assertedBy), f.rule, f.confidence});
    }
    for (const DateMentionId id : record.datesIn(article)) {
        const DateMention &d = *record.date(id);
        out.extraction.dates.push_back({d.content.span, d.when, d.rule});
    }
    return out;
}

store::NewArticle longArticle(int units, int quotations)
{
    store::NewArticle out;
    out.fileName = u"long.txt"_s;
    out.document.title = {u"The long report"_s, Basis::Header};
    out.document.outlet = {u"Harbour Herald"_s, Basis::Header};
    out.document.published = {PartialDate::day(2031, 5, 6), Basis::Header, {}};
    out.document.mediaType = u"text/plain"_s;
    out.extraction.agents.push_back({u"Ana Ruiz"_s, AgentType::Person, {u"Ana Ruiz"_s}, {}, u"chief engineer"_s, -1});
    QString &text = out.document.text;
    const int each = units / std::max(1, quotations);
    for (int i = 0; i < quotations; ++i) {
        text += u"The commission heard witness number %1 in the old customs hall. "_s.arg(i + 1);
        text += u"“"_s;
        extract::FoundQuotation found;
        found.content.start = static_cast<qint32>(text.size());
        text += u"bolt %1 was loose 🔩 when we came"_s.arg(i + 1);
        found.content.end = static_cast<qint32>(text.size());
        text += u",” Ana Ruiz said. "_s;
        found.speaker = 0;
        found.speakerSpan = {static_cast<qint32>(text.size()) - 15, static_cast<qint32>(text.size()) - 7};
        found.cue = {static_cast<qint32>(text.size()) - 6, static_cast<qint32>(text.size()) - 2};
        found.rule = u"name + cue"_s;
        found.confidence = 0.9;
        out.extraction.quotations.push_back(found);
        while (text.size() < static_cast<qsizetype>(each) * (i + 1) - 60)
            text += u"Nobody disputed the figures of that week. "_s;
        text += i % 3 == 2 ? u"\n\n"_s : u" "_s;
    }
    out.original = text.toUtf8();
    return out;
}

} // namespace onrecord::test
