// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplerecord.h"
#include "tests/ui/deskroom.h"
#include "ui/graph/graphpane.h"

namespace onrecord::test {

/// The graph of a record, shown.
struct GraphStage : ViewStage<ui::GraphPane> {
    explicit GraphStage(SnapshotPtr record = sampleRecord(), ItemId selected = {}, QSize size = {700, 400})
    {
        workspace.reset(std::move(record));
        if (!selected.isNull())
            workspace.selection().set(selected);
        showView(size);
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
    [[nodiscard]] QPoint middleOf(ItemId a, ItemId b) const { return (at(a) + at(b)) / 2; }
};

} // namespace onrecord::test
