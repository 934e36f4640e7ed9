// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplerecord.h"
#include "tests/ui/deskroom.h"
#include "ui/lists/librarypane.h"
#include "ui/lists/sectiongrid.h"

#include <QAction>

namespace onrecord::test {

/// The library on a record, shown; openProject() puts a real one in its place.
struct LibraryStage : PaneStage<ui::LibraryPane> {
    explicit LibraryStage(SnapshotPtr record = sampleRecord())
    {
        workspace.reset(std::move(record));
        showPane({320, 640});
        QCoreApplication::processEvents();
    }
    [[nodiscard]] ui::CountButton *button(present::Section section) const
    {
        return pane.findChild<ui::CountButton *>(QStringLiteral("section.") + present::sectionKey(section));
    }
    ui::RecordView &show(present::Section section)
    {
        QTest::mouseClick(button(section), Qt::LeftButton);
        ui::RecordView &view = pane.view(section);
        view.setFocus();
        QCoreApplication::processEvents();
        return view;
    }
    QAction *action(const QString &name) const { return pane.findChild<QAction *>(name); }
    AgentId agentNamed(const QString &name) const
    {
        for (const Agent &row : workspace.snapshot()->agents()) {
            if (row.name == name)
                return row.id;
        }
        return {};
    }
};

inline void click(ui::RecordView &view, ItemId item, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QRect where = view.visualRect(view.words().index(view.model().rowOf(item), 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, where.center());
    QCoreApplication::processEvents();
}

inline QStringList firstColumn(ui::RecordView &view)
{
    QStringList out;
    for (int row = 0; row < view.words().rowCount(); ++row)
        out.append(view.words().index(row, 0).data().toString());
    return out;
}

} // namespace onrecord::test
