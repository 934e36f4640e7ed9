// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelineview.h"
#include "ui/widgets/pane.h"

#include <QFutureWatcher>
#include <QVariantAnimation>

class QActionGroup;
class QStackedLayout;
class QToolButton;

namespace onrecord::ui {

class EmptyState;
class RangeEditor;

/// The pane "timeline": events, what was said and what was printed, of the visible record. Sorting the record into lanes runs on a
/// worker; only the newest answer is shown. GUI thread.
class TimelinePane : public Pane
{
    Q_OBJECT
public:
    explicit TimelinePane(Desk &desk, QWidget *parent = nullptr);
    ~TimelinePane() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QList<QWidget *> titleWidgets() override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    [[nodiscard]] TimelineView *view() const { return m_view; }
    void setGrouping(explore::Grouping grouping);
    void fitAll();
    void fitSelection();
    /// Sets the visible period; slides there where motion is wanted.
    void showPeriod(qint64 start, qint64 end);
    void setRange(const Brush &brush); ///< makes it the filter
    void removeRange();

protected:
    void refresh(explore::Workspace::Changes changes) override;

private:
    void makeTitleWidgets();
    void connectView();
    void rebuild();
    void take();
    void showEmptiness();
    void updateWindow();
    void updateRangeWords();
    void openRange(bool filter);
    void openMenu(QPoint global, ItemId item);
    [[nodiscard]] std::vector<Brush> brushes() const;

    TimelineView *m_view;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    QToolButton *m_range;
    QToolButton *m_group;
    QToolButton *m_fit;
    QActionGroup *m_groupActions;
    RangeEditor *m_editor;
    QVariantAnimation m_slide;
    QFutureWatcher<std::shared_ptr<const explore::Timeline>> m_building;
    SnapshotPtr m_buildingOf;
    explore::Grouping m_grouping = explore::Grouping::None;
    QString m_subtitle;
};

} // namespace onrecord::ui
