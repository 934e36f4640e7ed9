// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/story/walkpane.h"

#include "ui/present/tones.h"
#include "ui/story/stopdots.h"
#include "ui/widgets/accentbutton.h"
#include "ui/widgets/desk.h"

#include <QAccessible>
#include <QAction>
#include <QFile>
#include <QJsonObject>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Walk files stress words with asterisks; labels are plain text, so the stars go.
QString spoken(QString text)
{
    return text.remove(u'*');
}

} // namespace

WalkPane::WalkPane(Desk &desk, QWidget *parent) : Pane(u"walk"_s, desk, parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setBackgroundRole(QPalette::Base);
    auto *page = new QWidget(scroll);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);

    m_heading = plainLabel(page);
    QFont heading = font();
    heading.setBold(true);
    heading.setPixelSize(18);
    m_heading->setFont(heading);
    column->addWidget(m_heading);

    m_text = new QWidget(page);
    m_paragraphs = new QVBoxLayout(m_text);
    m_paragraphs->setContentsMargins(0, 0, 0, 0);
    m_paragraphs->setSpacing(10);
    column->addWidget(m_text);

    m_missing = plainLabel(page);
    m_missing->hide();
    column->addWidget(m_missing);

    m_whyButton = new QToolButton(page);
    m_whyButton->setText(tr("Why Does This Matter?"));
    m_whyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_whyButton->setArrowType(Qt::RightArrow);
    m_whyButton->setCheckable(true);
    m_whyButton->setAutoRaise(true);
    m_whyButton->setMinimumHeight(32);
    connect(m_whyButton, &QToolButton::toggled, this, &WalkPane::toggleWhy);
    column->addWidget(m_whyButton, 0, Qt::AlignLeft);
    m_why = plainLabel(page);
    m_why->setMargin(12);
    m_why->setAutoFillBackground(true);
    m_why->setBackgroundRole(QPalette::AlternateBase);
    m_why->hide();
    column->addWidget(m_why);
    column->addStretch(1);
    scroll->setWidget(page);
    outer->addWidget(scroll, 1);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->setSpacing(8);
    m_back = new QPushButton(tr("&Back"), this);
    m_back->setMinimumHeight(32);
    m_dots = new StopDots(this);
    m_next = new AccentButton(tr("&Next"), this);
    foot->addWidget(m_back);
    foot->addWidget(m_dots, 1);
    foot->addWidget(m_next);
    outer->addLayout(foot);

    buildActions();
    connect(m_back, &QPushButton::clicked, m_backAction, &QAction::trigger);
    connect(m_next, &QPushButton::clicked, m_nextAction, &QAction::trigger);
    connect(m_dots, &StopDots::stopWanted, this, &WalkPane::goTo);
    m_leave = new QToolButton(this);
    m_leave->setText(tr("Leave"));
    m_leave->setToolTip(tr("Leave the walk; everything stays as it is"));
    m_leave->setAutoRaise(true);
    m_leave->setFocusPolicy(Qt::TabFocus);
    connect(m_leave, &QToolButton::clicked, this, &WalkPane::left);
    setFocusProxy(m_next);

    QFile bundled(u":/onrecord/story/walk.md"_s);
    if (bundled.open(QIODevice::ReadOnly))
        setWalk(QString::fromUtf8(bundled.readAll()));
}

void WalkPane::buildActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys, auto slot) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    m_nextAction = add(u"walk.next"_s, tr("Next Stop"), Qt::Key_PageDown, [this] {
        if (m_stop + 1 < static_cast<int>(m_walk.stops.size()))
            goTo(m_stop + 1);
        else
            Q_EMIT left();
    });
    m_backAction = add(u"walk.back"_s, tr("Previous Stop"), Qt::Key_PageUp, [this] { goTo(m_stop - 1); });
    add(u"walk.restart"_s, tr("Start the Walk Again"), {}, [this] { goTo(0); });
    add(u"walk.leave"_s, tr("Leave the Walk"), {}, [this] { Q_EMIT left(); });
}

QString WalkPane::title() const
{
    return tr("Walk the Story");
}

QString WalkPane::subtitle() const
{
    if (m_stop < 0)
        return m_walk.title;
    return tr("stop %1 of %2", "where a walk is").arg(m_stop + 1).arg(m_walk.stops.size());
}

QList<QWidget *> WalkPane::titleWidgets()
{
    return {m_leave};
}

QJsonObject WalkPane::saveState() const
{
    return {{u"stop"_s, m_stop}};
}

void WalkPane::restoreState(const QJsonObject &state)
{
    // Only the place: applying it would undo the filter and selection that were restored beside it.
    m_stop = std::clamp(state.value(u"stop"_s).toInt(-1), -1, static_cast<int>(m_walk.stops.size()) - 1);
    showStop();
}

void WalkPane::setWalk(const QString &text)
{
    auto walk = explore::parseWalk(text);
    if (!walk) {
        desk().say(tr("This walk cannot be read (%1). The walk that was open is kept.").arg(walk.error().detail), Desk::Tone::Warning);
        return;
    }
    m_walk = std::move(*walk);
    m_stop = -1;
    QStringList titles;
    for (const explore::Stop &stop : m_walk.stops)
        titles.append(stop.title);
    m_dots->setStops(titles);
    showStop();
}

void WalkPane::goTo(int stop)
{
    if (stop < 0 || stop >= static_cast<int>(m_walk.stops.size()))
        return;
    m_stop = stop;
    showStop();
    apply(m_walk.stops[static_cast<size_t>(stop)]);
}

void WalkPane::apply(const explore::Stop &stop)
{
    auto &space = workspace();
    const SnapshotPtr record = space.snapshot();
    int missing = 0;
    space.setFilter(explore::filterOf(stop, *record, &missing));
    if (stop.time.isKnown() && !stop.time.isOpenStart() && !stop.time.isOpenEnd())
        space.timeWindow().set(stop.time.earliest(), stop.time.latest());
    if (stop.select) {
        const ItemId item = explore::resolve(*stop.select, *record);
        if (item.isNull())
            ++missing;
        else
            space.open(item);
    } else {
        space.markPlace();
    }
    for (const QString &pane : stop.panes)
        desk().trigger(u"pane.beside."_s + pane);
    m_missing->setVisible(missing > 0);
    if (missing > 0)
        m_missing->setText(tr("What this stop points at is not in this project: it may have been removed or renamed. The rest of the walk still works."));
}

void WalkPane::showStop()
{
    const bool started = m_stop >= 0;
    const explore::Stop *stop = started ? &m_walk.stops[static_cast<size_t>(m_stop)] : nullptr;
    m_heading->setText(stop ? stop->title : m_walk.title);
    while (QLayoutItem *item = m_paragraphs->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &paragraph : stop ? stop->paragraphs : m_walk.introduction) {
        auto *label = plainLabel(m_text);
        label->setFont(present::paperFont());
        label->setText(spoken(paragraph));
        m_paragraphs->addWidget(label);
    }
    m_missing->hide();
    m_whyButton->setChecked(false);
    m_whyButton->setVisible(stop && !stop->why.isEmpty());
    m_why->setText(stop ? spoken(stop->why) : QString());
    m_dots->setCurrent(m_stop);
    const bool last = m_stop + 1 == static_cast<int>(m_walk.stops.size());
    m_back->setEnabled(m_stop > 0);
    m_backAction->setEnabled(m_stop > 0);
    m_next->setText(!started ? tr("S&tart") : last ? tr("Fi&nish") : tr("&Next"));
    Q_EMIT subtitleChanged();
    if (stop) {
        QAccessibleAnnouncementEvent said(this, tr("Stop %1 of %2: %3").arg(m_stop + 1).arg(m_walk.stops.size()).arg(stop->title));
        QAccessible::updateAccessibility(&said);
    }
}

void WalkPane::toggleWhy(bool open)
{
    m_whyButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_why->setVisible(open);
}

void WalkPane::refresh(explore::Workspace::Changes) {}

} // namespace onrecord::ui
