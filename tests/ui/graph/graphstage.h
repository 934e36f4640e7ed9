// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplerecord.h"
#include "ui/graph/graphpane.h"
#include "ui/widgets/desk.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace onrecord::test {

/// A pane with everything it needs, shown.
struct GraphStage {
    explicit GraphStage(SnapshotPtr record = sampleRecord(), ItemId selected = {}, QSize size = {700, 400})
    {
        workspace.reset(std::move(record));
        if (!selected.isNull())
            workspace.selection().set(selected);
        auto *row = new QHBoxLayout(&titleBar);
        for (QWidget *widget : pane.titleWidgets())
            row->addWidget(widget);
        titleBar.show();
        pane.resize(size);
        pane.show();
        if (!QTest::qWaitForWindowExposed(&pane))
            qWarning("the pane is not shown");
        pane.activateWindow();
        pane.view()->setFocus();
    }
    [[nodiscard]] bool shows(ItemId item) { return QTest::qWaitFor([&] { return graph().find(item) >= 0; }); }
    [[nodiscard]] bool hides(ItemId item) { return QTest::qWaitFor([&] { return graph().find(item) < 0; }); }
    /// The answer for this centre has arrived: not the overview's, which knows no quotations.
    [[nodiscard]] bool isAround(ItemId item)
    {
        return QTest::qWaitFor([&] {
            return !graph().nodes.empty() && graph().nodes[0].item == item
                && std::ranges::any_of(graph().nodes, [](const explore::GraphNode &node) { return node.kind == explore::NodeKind::Quotation; });
        });
    }
    [[nodiscard]] const explore::Graph &graph() const { return *pane.view()->scene().graph; }
    [[nodiscard]] QPoint at(ItemId item) const { return pane.view()->placeOf(item).toPoint(); }
    void settle() { QVERIFY(QTest::qWaitFor([this] { return !pane.view()->isMoving(); })); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(pane.view(), static_cast<Qt::Key>(key), modifiers); }
    [[nodiscard]] QPoint middleOf(ItemId a, ItemId b) const { return (at(a) + at(b)) / 2; }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    explore::Workspace workspace;
    store::Store store{std::make_shared<SystemClock>()};
    ui::Desk desk{workspace, store, settings};
    ui::GraphPane pane{desk};
    QWidget titleBar;
};

} // namespace onrecord::test
