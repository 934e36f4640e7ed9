// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/story/stopdots.h"

#include "ui/present/tones.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace onrecord::ui {

namespace {
constexpr int dot = 10;
constexpr int widest = 20; // from dot to dot
}

StopDots::StopDots(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Stops of the walk"));
}

void StopDots::setStops(const QStringList &titles)
{
    m_titles = titles;
    updateGeometry();
    update();
}

void StopDots::setCurrent(int stop)
{
    if (stop == m_current)
        return;
    m_current = stop;
    setAccessibleDescription(stop < 0 ? tr("Not started") : tr("Stop %1 of %2: %3").arg(stop + 1).arg(m_titles.size()).arg(m_titles.value(stop)));
    update();
}

QSize StopDots::sizeHint() const
{
    return {static_cast<int>(m_titles.size()) * widest + 8, 32};
}

QSize StopDots::minimumSizeHint() const
{
    return {static_cast<int>(m_titles.size()) * (dot + 2) + 8, 32};
}

double StopDots::step() const
{
    return m_titles.isEmpty() ? widest : std::min<double>(widest, (width() - 8.0) / static_cast<double>(m_titles.size()));
}

int StopDots::stopAt(int x) const
{
    const int stop = static_cast<int>((x - 4) / step());
    return stop >= 0 && stop < m_titles.size() ? stop : -1;
}

bool StopDots::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int stop = stopAt(help->pos().x());
        QToolTip::showText(help->globalPos(), stop < 0 ? QString() : m_titles[stop].toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

void StopDots::paintEvent(QPaintEvent *)
{
    const auto tones = present::tones(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_titles.size(); ++i) {
        const QRectF where(4 + i * step() + (step() - dot) / 2, (height() - dot) / 2.0, dot, dot);
        // Been there: filled quietly; here: accent and larger; still to come: a ring.
        if (i == m_current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tones.accent);
            painter.drawEllipse(where.adjusted(-1.5, -1.5, 1.5, 1.5));
        } else {
            painter.setPen(QPen(tones.quietInk, 1.2));
            painter.setBrush(i < m_current ? QBrush(tones.quietInk) : QBrush(Qt::NoBrush));
            painter.drawEllipse(where.adjusted(1, 1, -1, -1));
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(tones.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(0.5, 4.5, std::min<double>(width() - 1.0, m_titles.size() * step() + 8), height() - 9), 6, 6);
    }
}

void StopDots::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        ask(stopAt(event->position().toPoint().x()));
}

void StopDots::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        ask(m_current - 1);
        break;
    case Qt::Key_Right:
        ask(m_current + 1);
        break;
    case Qt::Key_Home:
        ask(0);
        break;
    case Qt::Key_End:
        ask(static_cast<int>(m_titles.size()) - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void StopDots::ask(int stop)
{
    if (stop >= 0 && stop < m_titles.size() && stop != m_current)
        Q_EMIT stopWanted(stop);
}

} // namespace onrecord::ui
