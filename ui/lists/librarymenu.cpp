// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/librarypane.h"

#include "core/record/speakers.h"
#include "ui/present/words.h"
#include "ui/widgets/desk.h"

#include <QAction>
#include <QMenu>

/// What the chosen rows can be asked: filtering, deciding, merging, and the menu that offers it.
namespace onrecord::ui {

using explore::Facet;
using explore::Term;

namespace {

/// What to filter by when somebody says "only this": of a quotation or figure whoever says it, each of several, else its article.
std::vector<Term> termsFor(const Snapshot &record, ItemId item, bool excluded)
{
    const auto term = [excluded](Facet facet, qint64 value) { return Term{.facet = facet, .value = value, .excluded = excluded}; };
    const auto sayers = [&](const std::vector<AgentId> &who, ArticleId where) {
        std::vector<Term> terms;
        for (const AgentId agent : who)
            terms.push_back(term(Facet::Agent, agent.value));
        if (terms.empty())
            terms.push_back(term(Facet::Article, where.value));
        return terms;
    };
    switch (item.type) {
    case ItemType::Article:
        return {term(Facet::Article, item.value)};
    case ItemType::Agent:
        return {term(Facet::Agent, item.value)};
    case ItemType::Quotation:
        if (const Quotation *row = record.quotation({item.value}))
            return sayers(speakersOf(*row), row->article);
        break;
    case ItemType::Figure:
        if (const Figure *row = record.figure({item.value}))
            return sayers(row->assertedBy ? std::vector{row->assertedBy} : std::vector<AgentId>(), row->article);
        break;
    case ItemType::Event:
        if (const Event *row = record.event({item.value}); row && row->when.when.isKnown())
            return {Term{.facet = Facet::Said, .from = row->when.when.earliest(), .to = row->when.when.latest(), .excluded = excluded}};
        break;
    default:
        break;
    }
    return {};
}

/// All terms are of one facet.
QString termName(const Snapshot &record, const std::vector<Term> &terms)
{
    const Term &term = terms.front();
    if (term.facet == Facet::Agent) {
        std::vector<AgentId> agents;
        for (const Term &each : terms)
            agents.push_back({each.value});
        return namesOf(record, agents);
    }
    if (term.facet == Facet::Article)
        return present::itemName(record, ArticleId{term.value});
    return present::rangeInWords(term.from, term.to);
}

/// Menus read & as a mnemonic.
QString literal(QString words)
{
    return words.replace(u'&', QLatin1String("&&"));
}

bool canBeDecided(ItemType type)
{
    return type == ItemType::Agent || type == ItemType::Quotation || type == ItemType::Figure || type == ItemType::Event;
}

} // namespace

void LibraryPane::filterBy(bool excluded)
{
    explore::Filter filter = workspace().filter();
    for (const ItemId &item : chosen()) {
        for (const Term &term : termsFor(*workspace().snapshot(), item, excluded))
            filter = filter.with(term);
    }
    workspace().setFilter(filter);
    workspace().markPlace();
}

void LibraryPane::setStatus(Status status)
{
    std::vector<ItemId> items;
    for (const ItemId &item : chosen()) {
        if (canBeDecided(item.type))
            items.push_back(item);
    }
    if (!items.empty())
        desk().change([items, status](store::Project &project) { return project.setStatus(items, status); });
}

void LibraryPane::mergeChosen()
{
    const AgentId kept{current().currentItem().value};
    std::vector<AgentId> merged;
    for (const ItemId &item : chosen()) {
        if (item.type == ItemType::Agent && item.value != kept.value)
            merged.push_back({item.value});
    }
    if (!merged.empty())
        desk().change([kept, merged](store::Project &project) { return project.mergeAgents(kept, merged); });
}

void LibraryPane::enableActions()
{
    const QList<ItemId> items = chosen();
    const bool some = !items.isEmpty();
    const bool agents = some && items.front().type == ItemType::Agent;
    const Snapshot &record = *workspace().snapshot();
    const std::vector<Term> terms = items.size() == 1 ? termsFor(record, items.front(), false) : std::vector<Term>();
    m_actions.open->setEnabled(some);
    m_actions.showOnly->setEnabled(items.size() > 1 || !terms.empty());
    m_actions.exclude->setEnabled(items.size() > 1 || !terms.empty());
    m_actions.showOnly->setText(terms.empty() ? tr("&Show Only These") : tr("&Show Only %1").arg(literal(termName(record, terms))));
    m_actions.exclude->setText(terms.empty() ? tr("&Exclude These") : tr("&Exclude %1").arg(literal(termName(record, terms))));
    for (QAction *action : {m_actions.copy, m_actions.copyCsv, m_actions.copyTsv, m_actions.copyCitation, m_actions.copyMarkdown})
        action->setEnabled(some);
    const bool writable = !desk().store().isReadOnly();
    for (QAction *action : {m_actions.accept, m_actions.reject, m_actions.suggest})
        action->setEnabled(writable && some && canBeDecided(items.front().type));
    m_actions.rename->setEnabled(writable && agents);
    m_actions.merge->setEnabled(writable && agents && items.size() > 1);
    m_actions.merge->setText(m_actions.merge->isEnabled() ? tr("Mer&ge into %1", "the name of a person or organisation").arg(literal(present::itemName(record, current().currentItem())))
                                                          : tr("Mer&ge"));
}

void LibraryPane::popUpMenu(QPoint at)
{
    enableActions();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions.open);
    menu->addAction(m_actions.showOnly);
    menu->addAction(m_actions.exclude);
    menu->addSeparator();
    menu->addAction(m_actions.accept);
    menu->addAction(m_actions.reject);
    menu->addAction(m_actions.suggest);
    if (section() == present::Section::People || section() == present::Section::Organisations) {
        menu->addSeparator();
        menu->addAction(m_actions.rename);
        menu->addAction(m_actions.merge);
    }
    menu->addSeparator();
    menu->addAction(m_actions.copy);
    menu->addAction(m_actions.copyCitation);
    QMenu *more = menu->addMenu(tr("Copy &As"));
    more->addAction(m_actions.copyCsv);
    more->addAction(m_actions.copyTsv);
    more->addAction(m_actions.copyMarkdown);
    menu->addSeparator();
    current().fillColumnMenu(*menu->addMenu(tr("Co&lumns")));
    menu->popup(current().viewport()->mapToGlobal(at));
}

} // namespace onrecord::ui
