// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/present/tones.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPen>

namespace onrecord::ui {

namespace {
constexpr int chipHeight = 28;
constexpr int side = 10;
constexpr int crossSide = 20;
} // namespace

Chip::Chip(const QString &what, const QString &value, bool excluded, QWidget *parent)
    : QWidget(parent),
      m_what(what),
      m_value(value),
      m_excluded(excluded)
{
    setObjectName(QStringLiteral("chip"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Filter: %1").arg(text()));
    setAccessibleDescription(tr("Delete removes it, Minus turns it round"));
    setToolTip(text().toHtmlEscaped());
}

QString Chip::lead() const
{
    return m_excluded ? tr("not %1", "an excluded filter term").arg(m_what) : m_what;
}

QString Chip::text() const
{
    return QString(lead() + u' ' + m_value).trimmed();
}

QFont Chip::valueFont() const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    return strong;
}

QSize Chip::sizeHint() const
{
    const int words =
        fontMetrics().horizontalAdvance(lead() + u' ') + QFontMetrics(valueFont()).horizontalAdvance(m_value);
    return {side + words + crossSide + 8, std::max(chipHeight, fontMetrics().height() + 8)};
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 96), sizeHint().height()};
}

QRect Chip::crossRect() const
{
    QRect cross(width() - crossSide - 4, (height() - crossSide) / 2, crossSide, crossSide);
    if (layoutDirection() == Qt::RightToLeft)
        cross.moveLeft(4);
    return cross;
}

void Chip::paintEvent(QPaintEvent *)
{
    const present::Tones tones = present::tones(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPen edge(m_excluded ? tones.bad : tones.selectedWash, 1, m_excluded ? Qt::DashLine : Qt::SolidLine);
    if (hasFocus())
        edge = QPen(tones.accent, 2);
    painter.setPen(edge);
    painter.setBrush(m_excluded ? tones.badWash : tones.selectedWash);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    QRect words = rect().adjusted(side, 0, -crossSide - 6, 0);
    if (layoutDirection() == Qt::RightToLeft)
        words = rect().adjusted(crossSide + 6, 0, -side, 0);
    const auto draw = [&](const QString &text, const QFont &font) {
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(tones.ink);
        painter.drawText(words, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                         metrics.elidedText(text, Qt::ElideRight, words.width()));
        const int used = metrics.horizontalAdvance(text);
        if (layoutDirection() == Qt::RightToLeft)
            words.setRight(words.right() - used);
        else
            words.setLeft(words.left() + used);
    };
    draw(lead() + u' ', font());
    draw(m_value, valueFont());

    painter.setPen(QPen(m_crossHovered ? tones.bad : tones.ink, 1.5, Qt::SolidLine, Qt::RoundCap));
    const QRectF cross = QRectF(crossRect()).adjusted(6, 6, -6, -6);
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.topRight(), cross.bottomLeft());
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT removeWanted();
        break;
    case Qt::Key_Minus:
        Q_EMIT invertWanted();
        break;
    case Qt::Key_Right:
        focusNextPrevChild(layoutDirection() == Qt::LeftToRight);
        break;
    case Qt::Key_Left:
        focusNextPrevChild(layoutDirection() == Qt::RightToLeft);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Chip::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint())))
        Q_EMIT removeWanted();
}

void Chip::mouseMoveEvent(QMouseEvent *event)
{
    const bool hovered = crossRect().contains(event->position().toPoint());
    if (hovered != m_crossHovered) {
        m_crossHovered = hovered;
        update();
    }
}

void Chip::leaveEvent(QEvent *)
{
    m_crossHovered = false;
    update();
}

void Chip::focusInEvent(QFocusEvent *)
{
    update();
}

void Chip::focusOutEvent(QFocusEvent *)
{
    update();
}

void Chip::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Remove"), this, &Chip::removeWanted);
    menu->addAction(m_excluded ? tr("Show &Only This") : tr("&Exclude This"), this, &Chip::invertWanted);
    menu->popup(event->globalPos());
}

} // namespace onrecord::ui
