// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphscene.h"
#include "core/record/speakers.h"
#include "ui/present/words.h"

#include <QCoreApplication>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::EdgeKind;
using explore::NodeKind;

namespace {

struct GraphWords {
    Q_DECLARE_TR_FUNCTIONS(onrecord::ui::GraphWords)
};

/// Cut at a word, with an ellipsis.
QString shortened(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const qsizetype space = text.lastIndexOf(u' ', most);
    return text.first(space > most / 2 ? space : most).trimmed() + u'…';
}

QString quoted(const Quotation &row, qsizetype most)
{
    return u'“' + shortened(row.content.exact.simplified(), most) + u'”';
}

QString shortDate(const Dated &dated)
{
    return dated.when.isKnown() ? present::dateShort(dated.when) : QString();
}

} // namespace

QString nodeKindName(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Person:
        return GraphWords::tr("person");
    case NodeKind::Organisation:
        return GraphWords::tr("organisation");
    case NodeKind::Outlet:
        return GraphWords::tr("outlet");
    case NodeKind::Article:
        return GraphWords::tr("article");
    case NodeKind::Quotation:
        return GraphWords::tr("quotation");
    case NodeKind::Utterance:
        break;
    }
    return GraphWords::tr("utterance");
}

QString edgeKindName(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::Said:
        return GraphWords::tr("said");
    case EdgeKind::PrintedIn:
        return GraphWords::tr("printed in");
    case EdgeKind::PublishedBy:
        return GraphWords::tr("published by");
    case EdgeKind::SameUtterance:
        return GraphWords::tr("same utterance");
    case EdgeKind::Mentions:
        return GraphWords::tr("mentions");
    case EdgeKind::WorksFor:
        break;
    }
    return GraphWords::tr("works for");
}

QString nodeLabel(const Snapshot &record, const explore::GraphNode &node)
{
    constexpr qsizetype most = 24;
    if (node.kind == NodeKind::Utterance) {
        const auto variants = record.variantsOf({node.item.value});
        const Quotation *first = variants.empty() ? nullptr : record.quotation(variants.front());
        return first ? quoted(*first, most - 6) : GraphWords::tr("utterance");
    }
    if (const Quotation *row = node.kind == NodeKind::Quotation ? record.quotation({node.item.value}) : nullptr)
        return quoted(*row, most - 4);
    return shortened(present::itemName(record, node.item), most);
}

QString nodeInWords(const Snapshot &record, const explore::GraphNode &node)
{
    const QString name = node.kind == NodeKind::Utterance ? nodeLabel(record, node) : present::itemName(record, node.item);
    const QString links = node.degree == 1 ? GraphWords::tr("1 link") : GraphWords::tr("%1 links").arg(node.degree);
    QString words = GraphWords::tr("%1, %2, %3", "a node: its name, its kind, its links").arg(name, nodeKindName(node.kind), links);
    if (node.hiddenCount > 0)
        words = GraphWords::tr("%1, %2 more not shown").arg(words).arg(node.hiddenCount);
    return words;
}

std::pair<qint32, qint32> directed(const Snapshot &record, const explore::Graph &graph, const explore::GraphEdge &edge)
{
    const auto isSubject = [&edge, &record](const explore::GraphNode &node) {
        switch (edge.kind) {
        case EdgeKind::Said:
            return node.item.type == ItemType::Agent;
        case EdgeKind::PrintedIn:
        case EdgeKind::SameUtterance:
            return node.kind == NodeKind::Quotation;
        case EdgeKind::PublishedBy:
            return node.kind == NodeKind::Article;
        case EdgeKind::Mentions:
            return node.item.type != ItemType::Agent;
        case EdgeKind::WorksFor: {
            const Agent *agent = record.agent({node.item.value});
            return agent && agent->affiliation;
        }
        }
        return true;
    };
    return isSubject(graph.nodes[static_cast<size_t>(edge.a)]) ? std::pair(edge.a, edge.b) : std::pair(edge.b, edge.a);
}

QString edgeInWords(const Snapshot &record, const explore::Graph &graph, const explore::GraphEdge &edge)
{
    const auto [first, second] = directed(record, graph, edge);
    const explore::GraphNode *from = &graph.nodes[static_cast<size_t>(first)];
    const explore::GraphNode *to = &graph.nodes[static_cast<size_t>(second)];
    const QString pattern = [&] {
        switch (edge.kind) {
        case EdgeKind::Said:
            return to->kind == NodeKind::Quotation ? GraphWords::tr("%1 said %2") : GraphWords::tr("%1 is quoted in %2");
        case EdgeKind::PrintedIn:
            return GraphWords::tr("%1 is printed in %2");
        case EdgeKind::PublishedBy:
            return GraphWords::tr("%1 is published by %2");
        case EdgeKind::SameUtterance:
            return GraphWords::tr("%1 is the same utterance as %2");
        case EdgeKind::Mentions:
            return GraphWords::tr("%1 mentions %2");
        case EdgeKind::WorksFor:
            break;
        }
        return GraphWords::tr("%1 works for %2");
    }();
    return pattern.arg(nodeLabel(record, *from), nodeLabel(record, *to));
}

QString passageInWords(const Snapshot &record, ItemId item)
{
    constexpr qsizetype most = 70;
    if (const Quotation *row = item.type == ItemType::Quotation ? record.quotation({item.value}) : nullptr) {
        QStringList parts{quoted(*row, most)};
        if (const QString names = namesOf(record, speakersOf(*row)); !names.isEmpty())
            parts += names;
        if (const QString outlet = record.outletName(row->article); !outlet.isEmpty())
            parts += outlet;
        if (const Article *article = record.article(row->article); article && article->published.when.isKnown())
            parts += shortDate(article->published);
        return parts.join(u" · "_s);
    }
    if (const Mention *row = item.type == ItemType::Mention ? record.mention({item.value}) : nullptr)
        return GraphWords::tr("%1, mentioned in %2").arg(present::itemName(record, row->agent), present::itemName(record, row->article));
    return present::itemName(record, item);
}

} // namespace onrecord::ui
