// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/deskroom.h"

#include <memory>
#include <optional>
#include <vector>

namespace onrecord::test {

/// A test of one pane, a new one for each function, in a room that is for one function or for all of them.
template<class P>
class PaneCase : public QObject
{
protected:
    /// A room with a record made by hand.
    void enter(SnapshotPtr record)
    {
        m_room.emplace();
        m_room->workspace.reset(std::move(record));
    }
    /// A room with a project of these articles.
    void enter(const std::vector<store::NewArticle> &articles)
    {
        m_room.emplace();
        m_room->createProject();
        for (const store::NewArticle &article : articles)
            m_room->put(article);
        QVERIFY(QTest::qWaitFor([&] { return m_room->workspace.snapshot()->articles().size() == articles.size(); }));
    }
    /// A pane, not yet shown, with nothing selected or filtered around it.
    void newPane()
    {
        m_room->workspace.reset(m_room->workspace.snapshot());
        m_pane = std::make_unique<P>(m_room->desk);
    }
    void showPane(QSize size)
    {
        m_pane->resize(size);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    std::optional<DeskRoom> m_room;
    std::unique_ptr<P> m_pane;
};

} // namespace onrecord::test
