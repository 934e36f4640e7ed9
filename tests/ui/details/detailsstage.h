// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplerecord.h"
#include "tests/ui/deskroom.h"
#include "ui/details/detailspane.h"

#include <QLabel>
#include <QPushButton>

namespace onrecord::test {

/// The details on a record made by hand, shown; openProject() puts a real one in its place.
struct DetailsStage : PaneStage<ui::DetailsPane> {
    DetailsStage()
    {
        workspace.reset(sampleRecord());
        showPane({420, 900});
    }
    [[nodiscard]] bool select(ItemId item)
    {
        workspace.selection().set(item);
        return QTest::qWaitFor([&] { return pane.shownItem() == item; });
    }
    QStringList words() const
    {
        QStringList out;
        for (const QLabel *label : pane.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&pane))
                out.append(label->text());
        }
        return out;
    }
    template<class W>
    W *find(const QString &name) const { return pane.findChild<W *>(name); }
    void press(const QString &name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    const Quotation &first() const { return workspace.snapshot()->quotations().front(); }
};

} // namespace onrecord::test
