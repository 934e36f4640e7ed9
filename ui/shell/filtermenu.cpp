// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filtermenu.h"

#include "ui/present/termwords.h"

#include <QPointer>
#include <QtConcurrentRun>
#include <algorithm>

namespace onrecord::ui {

using explore::Facet;
using explore::FacetCount;
using explore::Filter;
using explore::Term;

namespace {
constexpr size_t mostShown = 25; ///< a menu longer than a screen helps nobody; the Library lists them all
}

FilterMenu::FilterMenu(explore::Workspace &workspace, QWidget *parent) : QMenu(parent), m_workspace(workspace)
{
    setTitle(tr("&Filter By"));
    addFacet(Facet::Agent, tr("&Person or Organisation"));
    addFacet(Facet::Outlet, tr("&Outlet"));
    addFacet(Facet::Article, tr("&Article"));
    addFacet(Facet::Kind, tr("&Kind of Quotation"));
    addFacet(Facet::Status, tr("&Status"));
    addFacet(Facet::AgentType, tr("&Type of Speaker"));
}

void FilterMenu::addFacet(Facet facet, const QString &title)
{
    QMenu *menu = addMenu(title);
    menu->setObjectName(QStringLiteral("filter.") + QString::number(static_cast<int>(facet)));
    connect(menu, &QMenu::aboutToShow, this, [this, menu, facet] { count(menu, facet); });
}

void FilterMenu::count(QMenu *menu, Facet facet)
{
    menu->clear();
    menu->addAction(tr("Counting…"))->setEnabled(false);
    QtConcurrent::run([facet, filter = m_workspace.filter(), record = m_workspace.snapshot(), hits = m_workspace.wordHits()] {
        return explore::countFacet(facet, filter, *record, hits);
    }).then(this, [this, menu, facet, record = m_workspace.snapshot(), filter = m_workspace.filter()](const std::vector<FacetCount> &counts) {
        if (record == m_workspace.snapshot() && filter == m_workspace.filter())
            fill(menu, facet, counts);
    });
}

void FilterMenu::fill(QMenu *menu, Facet facet, const std::vector<FacetCount> &counts)
{
    menu->clear();
    for (size_t i = 0; i < std::min(counts.size(), mostShown); ++i) {
        const FacetCount &one = counts[i];
        Term term;
        term.facet = facet;
        term.value = one.value;
        term.excluded = one.excluded;
        QString value = present::termWords(term, *m_workspace.snapshot()).value;
        value = menu->fontMetrics().elidedText(value, Qt::ElideRight, 320);
        value = one.excluded ? tr("not %1", "an excluded filter term").arg(value) : value;
        // The count stands where keys stand: at the right, in line.
        QAction *action = menu->addAction(value.replace(u'&', QStringLiteral("&&")) + u'\t' + locale().toString(one.quotations));
        action->setCheckable(true);
        action->setChecked(one.wanted || one.excluded);
        connect(action, &QAction::triggered, this, [this, term] { toggle(term); });
    }
    if (counts.empty())
        menu->addAction(tr("Nothing to filter by"))->setEnabled(false);
    else if (counts.size() > mostShown)
        menu->addAction(tr("%Ln more in the Library", nullptr, static_cast<int>(counts.size() - mostShown)))->setEnabled(false);
}

void FilterMenu::toggle(const Term &term)
{
    const Filter &now = m_workspace.filter();
    const bool isIn = std::ranges::find(now.terms, term) != now.terms.end();
    m_workspace.setFilter(isIn ? now.without(term) : now.with(term));
    m_workspace.markPlace();
}

} // namespace onrecord::ui
