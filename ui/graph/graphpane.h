// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphjob.h"
#include "ui/graph/graphview.h"
#include "ui/widgets/pane.h"

#include <QFutureWatcher>
#include <QTimer>

class QMenu;
class QSlider;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace onrecord::ui {

class EdgeTable;
class EmptyState;

/// The pane "graph": what surrounds the selection, a few steps far; the most quoted people while nothing is selected. Growing and
/// laying out run on a worker, only the newest answer is shown. Each centre keeps its picture: the same data gives the same places,
/// filters and the legend take nodes away without moving the others, what is placed by hand stays. GUI thread.
class GraphPane : public Pane
{
    Q_OBJECT
public:
    explicit GraphPane(Desk &desk, QWidget *parent = nullptr);
    ~GraphPane() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QList<QWidget *> titleWidgets() override;
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    [[nodiscard]] GraphView *view() const { return m_view; }
    [[nodiscard]] const std::vector<ItemId> &centres() const { return m_centres; } ///< empty: the overview
    [[nodiscard]] int depth() const { return m_ask.depth; }
    void setDepth(int depth); ///< 1 to 3
    [[nodiscard]] const explore::GraphTypes &types() const { return m_isOverview ? m_overviewTypes : m_ask.types; }
    void setTypes(const explore::GraphTypes &types);
    void centreOn(const std::vector<ItemId> &centres);
    void showWholeStory();
    void toggleExpanded(ItemId item);
    void hideItem(ItemId item);
    void resetPicture(); ///< nothing expanded, hidden or placed by hand
    void showAsTable(bool on);

protected:
    void refresh(explore::Workspace::Changes changes) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeTitleWidgets();
    void makeLegend();
    void connectView();
    void followSelection();
    void highlight();
    void ask(bool afresh = false);
    void take();
    void showEmptiness();
    void updateWords();
    void updateLegend();
    void openEdge(int edge, QPoint global);
    void openMenu(QPoint global, ItemId item);
    [[nodiscard]] QString pictureKey() const;

    GraphView *m_view;
    QTableView *m_table;
    EdgeTable *m_edges;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QWidget *m_drawing;           ///< the view with the legend below it
    QWidget *m_legendBar;
    QToolButton *m_legend = nullptr;
    QToolButton *m_whole;
    QToolButton *m_asTable;
    QToolButton *m_fit;
    QSlider *m_steps;
    QList<QAction *> m_nodeActions;
    QList<QAction *> m_edgeActions;

    explore::GraphAsk m_ask;
    explore::GraphTypes m_overviewTypes = explore::overviewTypes();
    bool m_isOverview = true;
    std::vector<ItemId> m_centres;
    QSet<ItemId> m_ownSelection;  ///< what a gesture in this pane selected: nothing to follow
    bool m_hasOwnSelection = false;
    QFutureWatcher<GraphAnswer> m_working;
    SnapshotPtr m_workingOn;
    QString m_workingKey;         ///< of the picture being worked out
    QString m_shownKey;
    QHash<QString, GraphPicture> m_pictures;
    QStringList m_recentPictures; ///< keys, the latest last
    QString m_subtitle;
    double m_askedAspect = 1.6;
    QTimer m_reshape;
};

} // namespace onrecord::ui
