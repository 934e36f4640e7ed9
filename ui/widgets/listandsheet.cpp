// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listandsheet.h"

#include "ui/widgets/emptystate.h"

#include <QListView>
#include <QSplitter>
#include <QStackedLayout>
#include <algorithm>

namespace onrecord::ui {

namespace {
constexpr double listShare = 0.3; // of the height, under each other
}

ListAndSheet::ListAndSheet(QWidget *sheet, int listWidth, int sideBySideFrom, QWidget *parent)
    : QWidget(parent),
      m_list(new QListView(this)),
      m_split(new QSplitter(this)),
      m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(this)),
      m_listWidth(listWidth),
      m_sideBySideFrom(sideBySideFrom)
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumSize(140, 48);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_list);
    m_split->addWidget(sheet);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_empty);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    connect(m_empty, &EmptyState::pressed, this, &ListAndSheet::emptyPressed);
}

void ListAndSheet::showSheet()
{
    m_stack->setCurrentWidget(m_split);
    divide();
}

void ListAndSheet::showEmpty(const QString &sentence, const QString &button)
{
    m_empty->set(sentence, button);
    m_stack->setCurrentWidget(m_empty);
}

void ListAndSheet::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() >= m_sideBySideFrom ? Qt::Horizontal : Qt::Vertical;
    if (wanted != m_split->orientation()) {
        m_split->setOrientation(wanted);
        m_isMoved = false;
    }
    divide();
}

void ListAndSheet::divide()
{
    if (m_isMoved)
        return;
    const bool isBeside = m_split->orientation() == Qt::Horizontal;
    const int rows = m_list->model() ? m_list->model()->rowCount() : 0;
    const int wanted = m_list->sizeHintForRow(0) * rows + 2;
    const int list = isBeside ? m_listWidth : std::clamp(wanted, m_list->minimumHeight(), std::max(m_list->minimumHeight(), static_cast<int>(height() * listShare)));
    m_split->setSizes({list, (isBeside ? width() : height()) - list});
}

} // namespace onrecord::ui
