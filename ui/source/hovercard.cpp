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
    m_rest->setWordWrap(true);
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
    m_first->setText(lines.value(0));
    m_rest->setText(lines.mid(1).join(u'\n'));
    m_rest->setVisible(lines.size() > 1);
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
    const int width = std::min(360, parentWidget()->width() - 16);
    setMaximumWidth(width);
    m_rest->setMaximumWidth(width - 70);
    m_first->setMaximumWidth(width - 70);
    adjustSize();
    const bool below = beside.bottom() + 6 + height() <= parentWidget()->height();
    move(std::clamp(beside.left(), 8, std::max(8, parentWidget()->width() - this->width() - 24)),
         below ? beside.bottom() + 6 : std::max(4, beside.top() - 6 - height()));
    show();
    raise();
}

QStringList HoverCard::lines() const
{
    QStringList lines{m_first->text()};
    if (!m_rest->text().isEmpty())
        lines += m_rest->text().split(u'\n');
    return lines;
}

} // namespace onrecord::ui
