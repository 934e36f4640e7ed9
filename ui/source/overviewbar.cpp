// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/overviewbar.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace onrecord::ui {

OverviewBar::OverviewBar(std::function<double(qint32)> share, QWidget *parent)
    : QScrollBar(Qt::Vertical, parent), m_share(std::move(share))
{
    setAccessibleName(tr("Overview of the text"));
    setToolTip(tr("Overview: quotations, figures, found words and the selection. Click to go there."));
    setContextMenuPolicy(Qt::NoContextMenu);
}

void OverviewBar::setEntries(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    std::ranges::stable_sort(m_entries, {}, &Entry::rank);
    update();
}

void OverviewBar::setColours(const QColor &ground, const QColor &thumb, const QColor &edge)
{
    m_ground = ground;
    m_thumb = thumb;
    m_edge = edge;
    update();
}

QSize OverviewBar::sizeHint() const
{
    return {16, 64};
}

int OverviewBar::yOf(qint32 offset) const
{
    return static_cast<int>(std::lround(m_share(offset) * std::max(0, height() - 4))) + 2;
}

int OverviewBar::entryAt(int y) const
{
    int best = -1;
    int distance = 4;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const int away = std::abs(yOf(m_entries[i].offset) - y);
        if (away < distance || (away == distance && best >= 0 && m_entries[i].rank > m_entries[static_cast<size_t>(best)].rank)) {
            distance = away;
            best = static_cast<int>(i);
        }
    }
    return best;
}

void OverviewBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_ground);
    painter.fillRect(0, 0, 1, height(), m_edge);
    const double whole = maximum() - minimum() + pageStep();
    if (maximum() > minimum()) {
        const double top = (value() - minimum()) / whole * height();
        const double size = std::max(16.0, pageStep() / whole * height());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_thumb);
        painter.drawRoundedRect(QRectF(3, std::min(top, height() - size), width() - 5, size), 3, 3);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    // Marks that fall on one pixel row are one mark: thousands cost no more than the bar is high.
    std::vector<quint8> taken(static_cast<size_t>(height()) + 1, 0xff);
    for (const Entry &entry : m_entries) {
        const int y = std::clamp(yOf(entry.offset), 0, height());
        quint8 &row = taken[static_cast<size_t>(y)];
        if (row == entry.rank)
            continue;
        row = entry.rank;
        painter.fillRect(entry.wide ? QRect(1, y - 1, width() - 1, 3) : QRect(4, y - 1, width() - 7, 3), entry.colour);
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

bool OverviewBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_tips)
        return QScrollBar::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int entry = entryAt(help->pos().y());
    const QString tip = entry < 0 ? QString() : m_tips(m_entries[static_cast<size_t>(entry)].offset);
    // A tool tip guesses rich text from its words: names are not ours.
    QToolTip::showText(help->globalPos(), tip.isEmpty() ? toolTip() : QStringLiteral("<qt>%1</qt>").arg(tip.toHtmlEscaped()), this);
    return true;
}

void OverviewBar::scrollTo(int y)
{
    const double whole = maximum() - minimum() + pageStep();
    setValue(static_cast<int>(std::lround(static_cast<double>(y) / std::max(1, height()) * whole - pageStep() / 2.0)));
}

void OverviewBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    const int y = static_cast<int>(event->position().y());
    if (const int entry = entryAt(y); entry >= 0) {
        Q_EMIT entryClicked(m_entries[static_cast<size_t>(entry)].offset);
        return;
    }
    m_dragging = true;
    scrollTo(y);
}

void OverviewBar::mouseMoveEvent(QMouseEvent *event)
{
    const int y = static_cast<int>(event->position().y());
    setCursor(!m_dragging && entryAt(y) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (m_dragging)
        scrollTo(y);
}

void OverviewBar::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
}

} // namespace onrecord::ui
