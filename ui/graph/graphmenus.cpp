// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Passages behind a line, and what can be done with a node.
#include "ui/graph/graphpane.h"
#include "ui/widgets/desk.h"

#include <QMenu>
#include <QToolButton>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

void GraphPane::openEdge(int edge, QPoint global)
{
    const explore::Graph &graph = *m_view->scene().graph;
    const explore::GraphEdge &line = graph.edges[static_cast<size_t>(edge)];
    const ItemId a = graph.nodes[static_cast<size_t>(line.a)].item;
    const ItemId b = graph.nodes[static_cast<size_t>(line.b)].item;
    const std::vector<ItemId> passages = explore::evidenceOf(*workspace().snapshot(), workspace().visible(), a, b, line.kind);
    const auto open = [this](ItemId passage) {
        m_ownSelection = {passage};
        m_hasOwnSelection = true;
        workspace().open(passage);
        workspace().markPlace();
    };
    if (passages.size() == 1) {
        open(passages.front());
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"graphPassages"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto plain = [](QString text) { return text.replace(u'&', "&&"_L1); };
    menu->addSection(plain(edgeInWords(*workspace().snapshot(), graph, line)));
    constexpr size_t mostListed = 24;
    for (size_t i = 0; i < std::min(passages.size(), mostListed); ++i)
        menu->addAction(plain(passageInWords(*workspace().snapshot(), passages[i])), this, [open, passage = passages[i]] { open(passage); });
    if (passages.empty())
        menu->addAction(tr("No passage in this project says so"))->setEnabled(false);
    const QSet<ItemId> all(passages.begin(), passages.end());
    if (passages.size() > 1) {
        menu->addSeparator();
        menu->addAction(tr("&Select All %1 Passages").arg(passages.size()), this, [this, all, first = passages.front()] {
            m_ownSelection = all;
            m_hasOwnSelection = true;
            workspace().selection().set(all, first);
        });
    }
    menu->popup(global);
}

void GraphPane::openMenu(QPoint global, ItemId item)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"graphMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qint32 node = item.isNull() ? -1 : m_view->scene().graph->find(item);
    if (node >= 0) {
        const explore::GraphNode &shown = m_view->scene().graph->nodes[static_cast<size_t>(node)];
        menu->addAction(tr("&Open Passage"), this, [this, item] {
            m_ownSelection = {item};
            m_hasOwnSelection = true;
            workspace().open(item);
        });
        menu->addAction(tr("&Centre Here"), this, [this, item] { centreOn({item}); });
        const QString expand = shown.isExpanded || shown.hiddenCount == 0 ? tr("Co&llapse") : tr("&Expand");
        menu->addAction(m_ask.collapsed.contains(item) ? tr("&Expand") : expand, this, [this, item] { toggleExpanded(item); });
        menu->addAction(tr("&Hide from View"), this, [this, item] { hideItem(item); });
        const QUuid uuid = explore::uuidOf(*workspace().snapshot(), item);
        if (m_pictures.value(m_shownKey).pins.contains(uuid)) {
            menu->addAction(tr("&Let Go of Its Place"), this, [this, uuid] {
                m_pictures[m_shownKey].pins.remove(uuid);
                ask(true);
            });
        }
        menu->addSeparator();
    }
    menu->addAction(tr("&Fit"), m_view, &GraphView::fit);
    menu->addAction(tr("&Whole Story"), this, &GraphPane::showWholeStory);
    menu->addAction(tr("&Reset"), this, &GraphPane::resetPicture);
    menu->addAction(tr("&As a Table"), this, [this] { showAsTable(true); });
    menu->addMenu(m_legend->menu())->setText(tr("&Legend"));
    menu->popup(global);
}

} // namespace onrecord::ui
