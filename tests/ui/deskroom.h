// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/store/samplearticles.h"
#include "ui/widgets/desk.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace onrecord::test {

/// What a pane stands on, in a folder of its own: a store without a project yet, an empty workspace that follows it, a desk.
struct DeskRoom {
    DeskRoom()
    {
        QObject::connect(&store, &store::Store::snapshotChanged, &workspace, [this] { workspace.setSnapshot(store.snapshot()); });
    }
    void createProject()
    {
        const auto created = store.create(folder.filePath(QStringLiteral("p.onrecord")));
        QVERIFY(QTest::qWaitFor([&] { return created.isFinished(); }));
        QVERIFY(created.result().has_value());
    }
    void put(const store::NewArticle &article)
    {
        const auto added = store.run([article](store::Project &project) -> Result<void> {
            const auto done = project.addArticle(article);
            return done ? Result<void>() : std::unexpected(done.error());
        });
        QVERIFY(QTest::qWaitFor([&] { return added.isFinished(); }));
        QVERIFY2(added.result().has_value(), added.result().has_value() ? "" : qPrintable(added.result().error().detail));
    }
    /// A real project with two articles instead of a record made by hand.
    [[nodiscard]] bool openProject()
    {
        createProject();
        put(bridgeShut());
        put(rustAndRumours());
        return QTest::qWaitFor([this] { return workspace.snapshot()->articles().size() == 2; });
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    explore::Workspace workspace;
    store::Store store{fixedClock()};
    ui::Desk desk{workspace, store, settings};
};

/// A pane with everything it needs.
template<class P>
struct PaneStage : DeskRoom {
    void showPane(QSize size)
    {
        pane.resize(size);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        pane.activateWindow();
    }

    P pane{desk};
};

/// A pane that draws a view, with the controls of its title in a bar beside it.
template<class P>
struct ViewStage : PaneStage<P> {
    void showView(QSize size)
    {
        auto *row = new QHBoxLayout(&titleBar);
        for (QWidget *widget : this->pane.titleWidgets())
            row->addWidget(widget);
        titleBar.show();
        this->showPane(size);
        this->pane.view()->setFocus();
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(this->pane.view(), static_cast<Qt::Key>(key), modifiers); }

    QWidget titleBar;
};

} // namespace onrecord::test
