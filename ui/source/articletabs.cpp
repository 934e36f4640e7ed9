// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/articletabs.h"

#include "ui/present/tones.h"

#include <QAbstractButton>
#include <QMouseEvent>
#include <QPainter>

namespace onrecord::ui {

namespace {

constexpr int tabHeight = 32;
constexpr int closeSize = 20;

/// A small cross, drawn with the palette so that it fits every theme.
class CloseButton final : public QAbstractButton
{
public:
    explicit CloseButton(QWidget *parent) : QAbstractButton(parent)
    {
        setFixedSize(closeSize, closeSize);
        setFocusPolicy(Qt::NoFocus); // Ctrl+F4 closes by keyboard
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ink = palette().color(QPalette::WindowText);
        if (underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(present::mix(palette().color(QPalette::Window), ink, isDown() ? 0.28 : 0.16));
            painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 4, 4);
        }
        painter.setPen(QPen(present::mix(ink, palette().color(QPalette::Window), underMouse() ? 0.0 : 0.35), 1.4));
        const QRectF cross = QRectF(rect()).adjusted(6.5, 6.5, -6.5, -6.5);
        painter.drawLine(cross.topLeft(), cross.bottomRight());
        painter.drawLine(cross.topRight(), cross.bottomLeft());
    }
};

} // namespace

ArticleTabs::ArticleTabs(QWidget *parent) : QTabBar(parent)
{
    setMovable(true);
    setExpanding(false);
    setDocumentMode(true);
    setDrawBase(false);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Open articles"));
}

void ArticleTabs::setPaper(const QColor &paper, const QColor &ink)
{
    m_paper = paper;
    m_ink = ink;
    update();
}

int ArticleTabs::addArticle(const QString &label)
{
    const int index = addTab(label);
    auto *close = new CloseButton(this);
    close->setAccessibleName(tr("Close Article"));
    close->setToolTip(tr("Close (Ctrl+F4)"));
    connect(close, &QAbstractButton::clicked, this, [this, close] {
        for (int i = 0; i < count(); ++i) {
            if (tabButton(i, RightSide) == close) {
                Q_EMIT tabCloseRequested(i);
                return;
            }
        }
    });
    setTabButton(index, RightSide, close);
    return index;
}

QSize ArticleTabs::tabSizeHint(int index) const
{
    constexpr int widest = 220;
    const int words = fontMetrics().horizontalAdvance(QString(tabText(index)).replace(QStringLiteral("&&"), QStringLiteral("&")));
    return {std::min(widest, words + 12 + 8 + closeSize + 8), tabHeight};
}

void ArticleTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor window = palette().color(QPalette::Window);
    const QColor ink = palette().color(QPalette::WindowText);
    const QColor edge = present::mix(window, ink, 0.16);
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool open = i == currentIndex();
        if (open) {
            painter.fillRect(tab, m_paper.isValid() ? m_paper : palette().color(QPalette::Base));
            painter.fillRect(QRect(tab.left(), tab.top(), tab.width(), 2), palette().color(QPalette::Highlight));
        } else if (tab.contains(mapFromGlobal(QCursor::pos())) && underMouse()) {
            painter.fillRect(tab, present::mix(window, ink, 0.06));
        }
        painter.fillRect(QRect(tab.right(), tab.top(), 1, tab.height()), edge);
        const QRect words = tab.adjusted(12, 2, -(closeSize + 12), 0);
        painter.setPen(open ? (m_ink.isValid() ? m_ink : ink) : present::readable(present::mix(ink, window, 0.3), window, 4.5));
        const QString label = QString(tabText(i)).replace(QStringLiteral("&&"), QStringLiteral("&"));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, fontMetrics().elidedText(label, Qt::ElideRight, words.width() + 1));
        if (open && hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
            painter.drawRect(tab.adjusted(3, 4, -4, -3));
        }
    }
}

void ArticleTabs::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        if (const int tab = tabAt(event->position().toPoint()); tab >= 0)
            Q_EMIT tabCloseRequested(tab);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

} // namespace onrecord::ui
