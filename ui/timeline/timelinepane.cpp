// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepane.h"

#include "ui/present/icons.h"
#include "ui/present/words.h"
#include "ui/timeline/rangeeditor.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QActionGroup>
#include <QJsonObject>
#include <QMenu>
#include <QStackedLayout>
#include <QStyle>
#include <QToolButton>
#include <QtConcurrentRun>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Facet;
using explore::Grouping;
using explore::Lane;
using explore::Workspace;

namespace {

constexpr int slideMilliseconds = 150;

QString stepWords(explore::TimeStep step)
{
    switch (step.unit) {
    case explore::TimeUnit::Minute:
        return TimelinePane::tr("by minute");
    case explore::TimeUnit::Hour:
        return TimelinePane::tr("by hour");
    case explore::TimeUnit::Day:
        return TimelinePane::tr("by day");
    case explore::TimeUnit::Week:
        return TimelinePane::tr("by week");
    case explore::TimeUnit::Month:
        return TimelinePane::tr("by month");
    case explore::TimeUnit::Year:
        break;
    }
    return TimelinePane::tr("by year");
}

} // namespace

TimelinePane::TimelinePane(Desk &desk, QWidget *parent)
    : Pane(u"timeline"_s, desk, parent), m_view(new TimelineView(this)), m_stack(new QStackedLayout(this)), m_empty(new EmptyState(this)), m_editor(new RangeEditor(this))
{
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_view);
    makeTitleWidgets();
    connectView();

    connect(m_empty, &EmptyState::pressed, this, &Pane::fill);
    connect(&m_building, &QFutureWatcherBase::finished, this, &TimelinePane::take);
    connect(&workspace().selection(), &explore::Selection::hoveredChanged, this, [this] { m_view->setHovered(workspace().selection().hovered()); });
    // Straight from the window of time: a pinned pane can be zoomed too.
    connect(&workspace().timeWindow(), &explore::TimeWindow::changed, this, &TimelinePane::updateWindow);
    m_slide.setEasingCurve(QEasingCurve::OutCubic);
    connect(m_editor, &RangeEditor::periodWanted, this, &TimelinePane::showPeriod);
    connect(m_editor, &RangeEditor::brushed, this, &TimelinePane::setRange);
    connect(m_editor, &RangeEditor::brushRemoved, this, &TimelinePane::removeRange);
    updateWindow();
}

TimelinePane::~TimelinePane()
{
    m_building.disconnect(this);
}

void TimelinePane::makeTitleWidgets()
{
    auto *holder = new QWidget(this); // until a title bar takes them
    holder->hide();
    const auto button = [holder](const QString &name) {
        auto *made = new QToolButton(holder);
        made->setObjectName(name);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        return made;
    };
    m_range = button(u"timelineRange"_s);
    m_range->setAccessibleName(tr("Period shown"));
    m_range->setToolTip(tr("Set the period exactly, or filter by a range"));
    connect(m_range, &QToolButton::clicked, this, [this] { openRange(!brushes().empty()); });

    m_group = button(u"timelineGroup"_s);
    m_group->setText(tr("Rows"));
    m_group->setToolTip(tr("Split the rows by person or outlet"));
    m_group->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_group);
    m_groupActions = new QActionGroup(this);
    const std::pair<Grouping, QString> groups[] = {{Grouping::None, tr("&One for All")}, {Grouping::Person, tr("By &Person")}, {Grouping::Outlet, tr("By O&utlet")}};
    for (const auto &[grouping, text] : groups) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(grouping == m_grouping);
        action->setData(static_cast<int>(grouping));
        m_groupActions->addAction(action);
        connect(action, &QAction::triggered, this, [this, grouping] { setGrouping(grouping); });
    }
    m_group->setMenu(menu);

    m_fit = button(u"timelineFit"_s);
    m_fit->setIcon(present::icon(u"zoom-fit-best"_s));
    m_fit->setText(tr("Fit"));
    m_fit->setAccessibleName(tr("Show the whole timeline"));
    m_fit->setToolTip(tr("Show the whole timeline (F)"));
    connect(m_fit, &QToolButton::clicked, this, &TimelinePane::fitAll);

    auto *fit = new QAction(tr("Fit &Selection"), this);
    fit->setObjectName(u"timelineFitSelection"_s);
    fit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_9));
    fit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(fit, &QAction::triggered, this, &TimelinePane::fitSelection);
    addAction(fit);
}

void TimelinePane::connectView()
{
    explore::Selection &selection = workspace().selection();
    connect(m_view, &TimelineView::chosen, this, [this, &selection](const QSet<ItemId> &items, ItemId current) {
        selection.set(items, current);
        workspace().markPlace();
    });
    connect(m_view, &TimelineView::toggled, &selection, &explore::Selection::toggle);
    connect(m_view, &TimelineView::opened, this, [this](ItemId item) {
        workspace().open(item);
        workspace().markPlace();
    });
    connect(m_view, &TimelineView::hovered, &selection, &explore::Selection::setHovered);
    connect(m_view, &TimelineView::windowWanted, this, [this](qint64 start, qint64 end) {
        m_slide.stop();
        workspace().timeWindow().set(start, end);
    });
    connect(m_view, &TimelineView::slideWanted, this, &TimelinePane::showPeriod);
    connect(m_view, &TimelineView::fitWanted, this, &TimelinePane::fitAll);
    connect(m_view, &TimelineView::brushed, this, &TimelinePane::setRange);
    connect(m_view, &TimelineView::brushRemoved, this, &TimelinePane::removeRange);
    connect(m_view, &TimelineView::menuWanted, this, &TimelinePane::openMenu);
}

QString TimelinePane::title() const
{
    return tr("Timeline");
}

QString TimelinePane::subtitle() const
{
    return m_subtitle;
}

QList<QWidget *> TimelinePane::titleWidgets()
{
    return {m_range, m_group, m_fit};
}

QJsonObject TimelinePane::saveState() const
{
    const explore::TimeWindow &window = workspace().timeWindow();
    return {{u"grouping"_s, static_cast<int>(m_grouping)}, {u"start"_s, static_cast<double>(window.start())}, {u"end"_s, static_cast<double>(window.end())}};
}

void TimelinePane::restoreState(const QJsonObject &state)
{
    setGrouping(static_cast<Grouping>(std::clamp(state.value("grouping"_L1).toInt(), 0, 2)));
    const auto start = static_cast<qint64>(state.value("start"_L1).toDouble());
    const auto end = static_cast<qint64>(state.value("end"_L1).toDouble());
    if (end > start)
        workspace().timeWindow().set(start, end);
}

void TimelinePane::refresh(Workspace::Changes changes)
{
    if (changes & (Workspace::SnapshotChange | Workspace::FilterChange)) {
        m_view->setBrushes(brushes());
        rebuild();
    }
    if (changes & (Workspace::SelectionChange | Workspace::SnapshotChange)) {
        const explore::Selection &selection = workspace().selection();
        m_view->setHighlight(selection.items(), selection.items().isEmpty() ? QSet<ItemId>() : workspace().related());
        m_view->setCurrent(selection.current());
    }
    updateRangeWords();
}

void TimelinePane::rebuild()
{
    m_buildingOf = workspace().snapshot();
    m_building.cancel();
    m_building.setFuture(QtConcurrent::run([record = m_buildingOf, visible = workspace().visible(), grouping = m_grouping] {
        return std::shared_ptr<const explore::Timeline>(std::make_shared<explore::Timeline>(explore::buildTimeline(*record, visible, grouping)));
    }));
}

void TimelinePane::take()
{
    if (m_building.isCanceled() || m_building.future().resultCount() == 0)
        return;
    m_view->setTimeline(m_building.result(), m_buildingOf);
    m_view->setCurrent(workspace().selection().current());
    showEmptiness();
    updateWindow();
}

void TimelinePane::showEmptiness()
{
    const bool isEmpty = m_view->scene().timeline->isEmpty();
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    if (workspace().filter().isEmpty())
        m_empty->set(tr("Here you will see what happened, what was said and when it was printed."), tr("Import Articles…"));
    else
        m_empty->set(tr("The filter leaves nothing that has a place in time."), tr("Clear Filter"));
}

void TimelinePane::updateWindow()
{
    m_view->setWindow(workspace().timeWindow().start(), workspace().timeWindow().end());
    updateRangeWords();
}

void TimelinePane::updateRangeWords()
{
    const explore::TimeAxis axis = m_view->axis();
    const std::vector<Brush> ranges = brushes();
    QString words = present::rangeInWords(axis.start, axis.end - 1);
    if (!ranges.empty()) {
        const QString pattern = ranges.front().lane == Lane::Said ? tr("said %1") : tr("printed %1");
        words = pattern.arg(present::rangeInWords(ranges.front().from, ranges.front().to - 1));
    }
    m_range->setText(m_view->scene().timeline->datedCount > 0 ? words : QString());
    m_range->setEnabled(m_view->scene().timeline->datedCount > 0 || !ranges.empty());
    const QString subtitle = m_view->scene().timeline->datedCount > 0 ? stepWords(m_view->scene().layout.step) : QString();
    if (subtitle != m_subtitle) {
        m_subtitle = subtitle;
        Q_EMIT subtitleChanged();
    }
}

void TimelinePane::setGrouping(Grouping grouping)
{
    for (QAction *action : m_groupActions->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(grouping));
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    rebuild();
}

void TimelinePane::fitAll()
{
    const auto [start, end] = m_view->scene().timeline->whole();
    if (end > start)
        showPeriod(start, end);
}

void TimelinePane::fitSelection()
{
    const auto &items = workspace().selection().items();
    auto [start, end] = explore::stretchOf(*workspace().snapshot(), items);
    if (end <= start) // people and outlets have no time of their own: what belongs to them has
        std::tie(start, end) = explore::stretchOf(*workspace().snapshot(), workspace().related());
    if (end <= start) {
        fitAll();
        return;
    }
    const qint64 margin = std::max<qint64>(86400 / 2, (end - start) / 10);
    showPeriod(start - margin, end + margin);
}

void TimelinePane::showPeriod(qint64 start, qint64 end)
{
    m_slide.stop();
    explore::TimeWindow &window = workspace().timeWindow();
    const int wanted = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (wanted <= 0 || !isVisible()) {
        window.set(start, end);
        return;
    }
    const explore::TimeAxis from = m_view->axis();
    m_slide.disconnect();
    m_slide.setDuration(std::min(wanted, slideMilliseconds));
    m_slide.setStartValue(0.0);
    m_slide.setEndValue(1.0);
    connect(&m_slide, &QVariantAnimation::valueChanged, this, [&window, from, start, end](const QVariant &value) {
        const double share = value.toDouble();
        const auto between = [share](qint64 a, qint64 b) { return share >= 1 ? b : a + static_cast<qint64>(static_cast<double>(b - a) * share); };
        window.set(between(from.start, start), between(from.end, end));
    });
    m_slide.start();
}

std::vector<Brush> TimelinePane::brushes() const
{
    std::vector<Brush> out;
    for (const explore::Term &term : workspace().filter().terms) {
        if ((term.facet == Facet::Said || term.facet == Facet::Printed) && !term.excluded && term.to > term.from)
            out.push_back({term.facet == Facet::Said ? Lane::Said : Lane::Printed, term.from, term.to + 1});
    }
    return out;
}

void TimelinePane::setRange(const Brush &brush)
{
    explore::Term term;
    term.facet = brush.lane == Lane::Printed ? Facet::Printed : Facet::Said;
    term.from = brush.from;
    term.to = brush.to - 1;
    // The view must not jump because less is shown.
    const explore::TimeAxis axis = m_view->axis();
    if (workspace().timeWindow().isNull())
        workspace().timeWindow().set(axis.start, axis.end);
    workspace().setFilter(workspace().filter().replacing(term));
    workspace().markPlace();
}

void TimelinePane::removeRange()
{
    const std::vector<Brush> ranges = brushes();
    if (ranges.empty())
        return;
    workspace().setFilter(workspace().filter().without(Facet::Said).without(Facet::Printed));
    workspace().markPlace();
}

void TimelinePane::openRange(bool filter)
{
    const explore::TimeAxis axis = m_view->axis();
    const std::vector<Brush> ranges = brushes();
    m_editor->setPeriod(axis.start, axis.end);
    m_editor->setBrush(ranges.empty() ? std::nullopt : std::optional(ranges.front()));
    const QWidget *anchor = m_range->isVisible() ? static_cast<QWidget *>(m_range) : m_view;
    const QPoint at = m_range->isVisible() ? anchor->mapToGlobal(anchor->rect().bottomRight()) : anchor->mapToGlobal(anchor->rect().topRight());
    m_editor->popUp(at, filter ? RangeEditor::Field::Filter : RangeEditor::Field::Period);
}

void TimelinePane::openMenu(QPoint global, ItemId item)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!item.isNull()) {
        menu->addAction(tr("&Open Passage"), this, [this, item] { workspace().open(item); });
        const auto [start, end] = explore::stretchOf(*workspace().snapshot(), {item});
        if (end > start) {
            const qint64 margin = (end - start) / 2;
            menu->addAction(tr("&Zoom to It"), this, [this, from = start - margin, to = end + margin] { showPeriod(from, to); });
        }
        menu->addSeparator();
    }
    menu->addAction(tr("&Whole Timeline"), this, &TimelinePane::fitAll);
    menu->addAction(tr("Fit &Selection"), this, &TimelinePane::fitSelection)->setEnabled(!workspace().selection().items().isEmpty());
    menu->addAction(tr("&Go to Date…"), this, [this] { openRange(false); });
    menu->addSeparator();
    menu->addAction(tr("&Filter by Range…"), this, [this] { openRange(true); });
    menu->addAction(tr("&Remove Range"), this, &TimelinePane::removeRange)->setEnabled(!brushes().empty());
    menu->addSeparator();
    QMenu *rows = menu->addMenu(tr("&Rows"));
    rows->addActions(m_groupActions->actions());
    menu->popup(global);
}

} // namespace onrecord::ui
