// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplerecord.h"
#include "tests/ui/deskroom.h"
#include "ui/timeline/timelinepane.h"

#include <QWheelEvent>

namespace onrecord::test {

/// The timeline of a record, shown.
struct TimelineStage : ViewStage<ui::TimelinePane> {
    explicit TimelineStage(SnapshotPtr record = sampleRecord(), QSize size = {800, 260})
    {
        workspace.reset(std::move(record));
        showView(size);
    }
    [[nodiscard]] bool isReady() { return QTest::qWaitFor([this] { return pane.view()->itemCount() > 0; }); }
    [[nodiscard]] QPoint centre(ItemId item, explore::Lane lane) const { return pane.view()->rectOf(item, lane).center(); }
    [[nodiscard]] QWidget *surface() const { return pane.view()->viewport(); }
    void wheel(QPointF at, int angle)
    {
        QWheelEvent event(at, surface()->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(surface(), &event);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(surface(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(surface(), (from + to) / 2);
        QTest::mouseMove(surface(), to);
        QTest::mouseRelease(surface(), Qt::LeftButton, modifiers, to);
    }
};

} // namespace onrecord::test
