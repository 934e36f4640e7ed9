// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panetitlebar.h"

#include "ui/present/icons.h"
#include "ui/present/tones.h"
#include "ui/widgets/pane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int barHeight = 36;
constexpr int margin = 12;
} // namespace

PaneTitleBar::PaneTitleBar(Pane &pane, Buttons buttons, QWidget *parent)
    : QWidget(parent),
      m_pane(pane),
      m_row(new QHBoxLayout(this)),
      m_title(new QLabel(this)),
      m_words(new QLabel(this))
{
    setObjectName(pane.objectName() + u".title"_s);
    setFixedHeight(barHeight);
    m_row->setContentsMargins(margin, 0, 4, 0);
    m_row->setSpacing(6);
    m_title->setTextFormat(Qt::PlainText);
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_words->setTextFormat(Qt::PlainText);
    m_row->addWidget(m_title);
    m_row->addWidget(m_words, 1);
    m_words->setMinimumWidth(0);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const QList<QWidget *> own = pane.titleWidgets();
    for (QWidget *widget : own)
        m_row->addWidget(widget);
    if (buttons & Pin) {
        m_pin = addButton(u"window-pin"_s, tr("Pin This Pane"), u"pin"_s);
        m_pin->setCheckable(true);
        m_pin->setChecked(pane.isPinned());
        m_pin->setToolTip(tr("Pinned, this pane keeps what it shows while you select and filter elsewhere"));
        connect(m_pin, &QToolButton::toggled, &pane, &Pane::setPinned);
    }
    if (buttons & Float)
        connect(addButton(u"window-restore"_s, tr("Float or Dock This Pane"), u"float"_s), &QToolButton::clicked, this,
                &PaneTitleBar::floatWanted);
    if (buttons & Close)
        connect(addButton(u"window-close"_s, tr("Close This Pane"), u"close"_s), &QToolButton::clicked, this,
                &PaneTitleBar::closeWanted);
    connect(&pane, &Pane::subtitleChanged, this, &PaneTitleBar::showWords);
    connect(&pane, &Pane::pinnedChanged, this, [this](bool pinned) {
        if (m_pin)
            m_pin->setChecked(pinned);
        showWords();
    });
    showColours();
    showWords();
}

QToolButton *PaneTitleBar::addButton(const QString &icon, const QString &name, const QString &objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setIcon(present::icon(icon));
    button->setIconSize({16, 16});
    button->setFixedSize(24, 24);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(name);
    button->setAccessibleName(tr("%1: %2", "pane, what its button does").arg(m_pane.title(), name));
    m_row->addWidget(button);
    return button;
}

QSize PaneTitleBar::sizeHint() const
{
    return {m_row->sizeHint().width(), barHeight};
}

QSize PaneTitleBar::minimumSizeHint() const
{
    return {m_row->minimumSize().width(), barHeight};
}

void PaneTitleBar::showWords()
{
    m_title->setText(m_pane.title());
    QString words = m_pane.subtitle();
    if (m_pane.isPinned())
        words = words.isEmpty() ? tr("pinned") : tr("pinned · %1").arg(words);
    m_words->setAccessibleName(words);
    m_words->setToolTip(words.toHtmlEscaped());
    if (!words.isEmpty())
        words.prepend(u"· "_s);
    m_words->setText(m_words->fontMetrics().elidedText(words, Qt::ElideRight, m_words->width()));
}

void PaneTitleBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_row->activate();
    showWords();
}

void PaneTitleBar::showColours()
{
    QPalette quiet = palette();
    // The bar lies on the window's ground, not on paper.
    quiet.setColor(QPalette::WindowText,
                   present::readable(present::tones(palette()).quietInk, palette().color(QPalette::Window), 4.5));
    if (m_words->palette() != quiet) {
        m_title->setPalette(quiet);
        m_words->setPalette(quiet);
    }
}

void PaneTitleBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showColours();
}

void PaneTitleBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(present::tones(palette()).hairline);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace onrecord::ui
