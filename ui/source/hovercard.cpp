// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/hovercard.h"

#include "ui/present/tones.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <algorithm>

namespace onrecord::ui {

HoverCard::HoverCard(QWidget *parent) : QFrame(parent), m_disc(new QLabel(this)), m_first(new QLabel(this)), m_rest(new QLabel(this))
{
    setObjectName(QStringLiteral("hoverCard"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_first->setTextFormat(Qt::PlainText);
    m_rest->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    m_first->setFont(bold);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_first);
    words->addWidget(m_rest);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_disc, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    hide();
}

void HoverCard::showLines(const QStringList &lines, const QColor &colour, const QString &letters, bool square, const QRect &beside)
{
    m_lines = lines;
    // Lines are cut, not wrapped: a wrapping label does not know its height before it is shown.
    const int room = std::min(360, parentWidget()->width() - 32) - 64;
    const auto cut = [room](const QLabel &label, const QString &line) { return label.fontMetrics().elidedText(line, Qt::ElideRight, room); };
    QStringList rest;
    for (const QString &line : lines.mid(1))
        rest.append(cut(*m_rest, line));
    m_first->setText(cut(*m_first, lines.value(0)));
    m_rest->setText(rest.join(u'\n'));
    m_rest->setVisible(!rest.isEmpty());
    m_disc->setVisible(colour.isValid());
    if (colour.isValid()) {
        const qreal ratio = devicePixelRatioF();
        QPixmap picture(QSize(26, 26) * ratio);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setFont(font());
        present::paintDisc(painter, QRectF(0, 0, 26, 26), colour, letters, square);
        m_disc->setPixmap(picture);
    }
    ensurePolished();
    layout()->invalidate();
    layout()->activate();
    resize(layout()->totalSizeHint());
    const bool below = beside.bottom() + 6 + height() <= parentWidget()->height();
    move(std::clamp(beside.left(), 8, std::max(8, parentWidget()->width() - width() - 24)),
         below ? beside.bottom() + 6 : std::max(4, beside.top() - 6 - height()));
    show();
    raise();
}

} // namespace onrecord::ui
