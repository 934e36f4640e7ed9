// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/header.h"

#include "ui/present/termwords.h"
#include "ui/present/tones.h"
#include "ui/shell/actions.h"
#include "ui/shell/searchbox.h"
#include "ui/widgets/accentbutton.h"
#include "ui/widgets/desk.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int controlHeight = 32;
constexpr int searchWidth = 640;
constexpr int trailShown = 20;
} // namespace

Header::Header(Desk &desk, const Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_desk(desk),
      m_search(new SearchBox(desk, this))
{
    setObjectName(u"header"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 7);
    row->setSpacing(8);
    for (const bool back : {true, false}) {
        QToolButton *button = addButton(actions, back ? u"go.back"_s : u"go.forward"_s);
        auto *menu = new QMenu(button);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, back] { fillTrail(menu, back); });
        button->setMenu(menu);
        button->setPopupMode(QToolButton::DelayedPopup);
        row->addWidget(button);
    }
    row->addWidget(addButton(actions, u"file.import"_s, true));
    row->addStretch(1);
    m_search->setMaximumWidth(searchWidth);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(m_search, 8);
    row->addStretch(1);
    QAction *check = actions.find(u"check.quote"_s);
    auto *accent = new AccentButton(check->text(), this);
    accent->setObjectName(u"checkQuote"_s);
    accent->setToolTip(
        tr("%1 (%2)").arg(Actions::plainText(check), check->shortcut().toString(QKeySequence::NativeText)));
    connect(accent, &QPushButton::clicked, check, &QAction::trigger);
    connect(check, &QAction::changed, accent, [accent, check] { accent->setEnabled(check->isEnabled()); });
    accent->setEnabled(check->isEnabled());
    row->addWidget(accent);
    row->addWidget(addButton(actions, u"edit.undo"_s));
    row->addWidget(addButton(actions, u"edit.redo"_s));
}

QToolButton *Header::addButton(const Actions &actions, const QString &action, bool withText)
{
    auto *button = new QToolButton(this);
    QAction *a = actions.find(action);
    button->setObjectName(action);
    button->setDefaultAction(a);
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumSize(controlHeight, controlHeight);
    const auto name = [button, a] { button->setAccessibleName(Actions::plainText(a)); };
    connect(a, &QAction::changed, button, name);
    name();
    return button;
}

void Header::fillTrail(QMenu *menu, bool back)
{
    menu->clear();
    explore::Workspace &workspace = m_desk.workspace();
    const auto &trail = workspace.trail();
    const int at = workspace.trailPosition();
    const int step = back ? -1 : 1;
    int shown = 0;
    for (int i = at + step; i >= 0 && i < static_cast<int>(trail.size()) && shown < trailShown; i += step, ++shown) {
        QString name = present::placeName(trail[static_cast<size_t>(i)], *workspace.snapshot());
        name = menu->fontMetrics().elidedText(name, Qt::ElideRight, 420);
        connect(menu->addAction(name.replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, i] { m_desk.workspace().goTo(i); });
    }
    if (shown == 0)
        menu->addAction(back ? tr("Nothing to go back to") : tr("Nothing to go forward to"))->setEnabled(false);
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(present::tones(palette()).hairline);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace onrecord::ui
