// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filterbar.h"

#include "ui/present/termwords.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/shell/filtermenu.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <utility>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Filter;
using explore::Term;
using explore::Workspace;

FilterBar::FilterBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_chips(new QWidget(this)),
      m_flow(new FlowLayout(m_chips)),
      m_lead(new QLabel(tr("Showing"), this)),
      m_count(new QLabel(this)),
      m_add(new QToolButton(this)),
      m_clear(new QToolButton(this))
{
    setObjectName(u"filterBar"_s);
    setAccessibleName(tr("Filter"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 7, 12, 8);
    row->setSpacing(8);
    m_count->setObjectName(u"count"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_clear->setObjectName(u"clear"_s);
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Remove Every Filter"));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_add->setObjectName(u"add"_s);
    m_add->setText(tr("Add"));
    m_add->setToolTip(tr("Filter by More"));
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(new FilterMenu(workspace, m_add));
    QSizePolicy wide(QSizePolicy::Preferred, QSizePolicy::Preferred);
    wide.setHeightForWidth(true);
    m_chips->setSizePolicy(wide);
    row->addWidget(m_lead, 0, Qt::AlignVCenter);
    row->addWidget(m_chips, 1);
    row->addWidget(m_count, 0, Qt::AlignVCenter);
    row->addWidget(m_add, 0, Qt::AlignVCenter);
    row->addWidget(m_clear, 0, Qt::AlignVCenter);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_workspace.setFilter({});
        m_workspace.markPlace();
    });
    connect(&workspace, &Workspace::changed, this, &FilterBar::take);
    QEvent palette(QEvent::PaletteChange);
    changeEvent(&palette);
    take(Workspace::AllChanges);
}

QString FilterBar::countText() const
{
    return m_count->text();
}

void FilterBar::take(Workspace::Changes changes)
{
    if (!(changes & (Workspace::FilterChange | Workspace::SnapshotChange)))
        return;
    if (changes & Workspace::SnapshotChange || m_shown != m_workspace.filter() || m_flow->count() == 0)
        rebuildChips();
    showCount();
}

void FilterBar::rebuildChips()
{
    m_shown = m_workspace.filter();
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(!m_shown.isEmpty());
    QList<Chip *> chips;
    for (const Term &term : m_shown.terms) {
        const auto [what, value] = present::termWords(term, *m_workspace.snapshot());
        auto *chip = new Chip(what, value, term.excluded, m_chips);
        const qsizetype index = chips.size();
        connect(chip, &Chip::removeWanted, this,
                [this, term, index] { setFilter(m_workspace.filter().without(term), index); });
        connect(chip, &Chip::invertWanted, this, [this, term, index] {
            Filter turned = m_workspace.filter();
            for (Term &one : turned.terms) {
                if (one == term)
                    one.excluded = !one.excluded;
            }
            setFilter(turned, index);
        });
        m_flow->addWidget(chip);
        chip->show();
        chips << chip;
    }
    const qsizetype focused = std::exchange(m_focusedChip, -1);
    if (focused >= 0 && !chips.isEmpty())
        chips.at(std::min(focused, chips.size() - 1))->setFocus(Qt::OtherFocusReason);
    m_chips->updateGeometry();
}

void FilterBar::setFilter(const Filter &filter, qsizetype focusedChip)
{
    m_focusedChip = focusedChip;
    m_workspace.setFilter(filter);
    m_workspace.markPlace();
}

void FilterBar::showCount()
{
    const auto &visible = m_workspace.visible();
    const bool byArticle = visible.quotationCount.total == 0;
    const auto count = byArticle ? visible.articleCount : visible.quotationCount;
    const QString things =
        present::countInWords(byArticle ? present::Noun::Article : present::Noun::Quotation, count.total);
    const int hidden = count.total - count.shown;
    const QString text = hidden > 0 ? tr("%1 of %2 · %3 hidden", "3 of 29 quotations · 26 hidden")
                                          .arg(locale().toString(count.shown), things, locale().toString(hidden))
                                    : tr("all of %1", "all of 29 quotations").arg(things);
    if (text == m_count->text())
        return;
    m_count->setText(text);
    if (isVisible()) {
        QAccessibleAnnouncementEvent announcement(this, text);
        QAccessible::updateAccessibility(&announcement);
    }
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(present::tones(palette()).hairline);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText,
                   present::readable(present::tones(palette()).quietInk, palette().color(QPalette::Window), 4.5));
    m_lead->setPalette(quiet);
    m_count->setPalette(quiet);
    QPalette link = palette();
    // The accent, moved until it can be read: the desktop's own link colour is often a blue from another decade.
    link.setColor(QPalette::ButtonText, present::readable(present::tones(palette()).accent, palette().color(QPalette::Window), 4.5));
    m_clear->setPalette(link);
    m_add->setPalette(link);
}

} // namespace onrecord::ui
