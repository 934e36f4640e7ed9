// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/termwords.h"

#include "ui/present/words.h"

#include <QCoreApplication>

namespace onrecord::present {

namespace {

class Terms
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::present::Terms)
};

QString agentWhat(const Agent *agent)
{
    if (agent && agent->type == AgentType::Organisation)
        return Terms::tr("organisation");
    return agent && agent->type == AgentType::Unnamed ? Terms::tr("source") : Terms::tr("person");
}

} // namespace

TermWords termWords(const explore::Term &term, const Snapshot &record)
{
    using explore::Facet;
    switch (term.facet) {
    case Facet::Agent:
        return {agentWhat(record.agent({term.value})), itemName(record, AgentId{term.value})};
    case Facet::Outlet:
        return {Terms::tr("outlet"), itemName(record, OutletId{term.value})};
    case Facet::Article:
        return {Terms::tr("article"), itemName(record, ArticleId{term.value})};
    case Facet::Kind:
        return {Terms::tr("kind"), kindName(static_cast<Kind>(term.value))};
    case Facet::Status:
        return {Terms::tr("status"), statusName(static_cast<Status>(term.value))};
    case Facet::Said:
        return {Terms::tr("said"), rangeInWords(term.from, term.to)};
    case Facet::Printed:
        return {Terms::tr("printed"), rangeInWords(term.from, term.to)};
    case Facet::Words:
        return {Terms::tr("words"), Terms::tr("“%1”").arg(term.words)};
    case Facet::AgentType:
        return {Terms::tr("type"), typeName(static_cast<AgentType>(term.value))};
    }
    return {};
}

QString filterInWords(const explore::Filter &filter, const Snapshot &record)
{
    QStringList all;
    for (const explore::Term &term : filter.terms) {
        const TermWords words = termWords(term, record);
        const QString text = QString(words.what + u' ' + words.value).trimmed();
        all << (term.excluded ? Terms::tr("not %1", "an excluded filter term").arg(text) : text);
    }
    return all.join(Terms::tr(", "));
}

QString placeName(const explore::Place &place, const Snapshot &record)
{
    QString name = place.current.isNull() ? QString() : itemName(record, place.current);
    if (name.isEmpty() && place.passage.article)
        name = itemName(record, place.passage.article);
    const QString filter = filterInWords(place.filter, record);
    if (name.isEmpty())
        return filter.isEmpty() ? Terms::tr("Everything") : filter;
    return filter.isEmpty() ? name : Terms::tr("%1 (%2)").arg(name, filter);
}

} // namespace onrecord::present
