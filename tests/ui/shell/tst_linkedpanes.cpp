// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/windowfixture.h"
#include "ui/details/detailspane.h"
#include "ui/lists/librarypane.h"
#include "ui/lists/recordview.h"
#include "ui/source/sourcepane.h"
#include "ui/source/sourceview.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"
#ifdef ONRECORD_HAS_GRAPHPANE
#include "ui/graph/graphpane.h"
#endif

#include <algorithm>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using onrecord::test::Session;
using explore::Facet;
using explore::Filter;
using present::Section;

/// The panes of a real window on the bundled story, driven by mouse and keys, judged by what the others show.
class TestLinkedPanes : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    template<class P>
    P *pane(const QString &name)
    {
        return qobject_cast<P *>(m_session->window->docks().pane(name));
    }
    const Snapshot &record() { return *m_session->workspace.snapshot(); }

    /// Somebody with quotations in two articles or more.
    AgentId wellQuoted()
    {
        for (const Agent &agent : record().agents()) {
            QSet<ArticleId> articles;
            for (const QuotationId id : record().quotationsBy(agent.id))
                articles.insert(record().quotation(id)->article);
            if (agent.type == AgentType::Person && articles.size() >= 2)
                return agent.id;
        }
        return {};
    }

    void clickInLibrary(Section section, ItemId item)
    {
        auto *library = pane<LibraryPane>(u"library"_s);
        library->showSection(section);
        RecordView &view = library->view(section);
        QTRY_VERIFY(view.model().rowOf(item) >= 0);
        view.scrollToItem(item);
        const QRect row = view.visualRect(view.words().index(view.model().rowOf(item), 0));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, row.center());
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<Session>(m_folder.path());
        QVERIFY(m_session->show());
        QVERIFY(m_session->openStory(m_folder.path()));
        m_session->workspace.setFilter({});
        m_session->workspace.selection().clear();
    }
    void cleanup() { m_session.reset(); }

    void personSelectedInTheLibraryIsFollowedEverywhere()
    {
        const AgentId person = wellQuoted();
        QVERIFY(!person.isNull());
        clickInLibrary(Section::People, person);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(m_session->workspace.selection().items(), QSet<ItemId>{person});

        const Quotation &first = *record().quotation(record().quotationsBy(person).front());
        auto *source = pane<SourcePane>(u"source"_s);
        QTRY_VERIFY(source->currentView() && source->currentView()->article() == first.article);
        QTRY_VERIFY(source->currentView()->isReady());
        QCOMPARE(m_session->workspace.passage().span, first.content.span);

        QTRY_COMPARE(pane<DetailsPane>(u"details"_s)->shownItem(), ItemId(person));

        TimelineView *timeline = pane<TimelinePane>(u"timeline"_s)->view();
        QTRY_VERIFY(timeline->scene().related.contains(first.id));
#ifdef ONRECORD_HAS_GRAPHPANE
        QTRY_VERIFY(pane<GraphPane>(u"graph"_s)->subtitle().contains(record().agent(person)->name));
#endif
    }

    void outletInTheFilterReducesEveryPane()
    {
        const OutletId outlet = record().outlets().front().id;
        TimelineView *timeline = pane<TimelinePane>(u"timeline"_s)->view();
        auto *library = pane<LibraryPane>(u"library"_s);
        RecordView &articles = library->view(Section::Articles);
        QTRY_COMPARE(articles.model().rowCount(), 5);
        QTRY_VERIFY(timeline->itemCount() > 0);
        const int before = timeline->itemCount();

        m_session->workspace.setFilter(Filter().with({Facet::Outlet, outlet.value, 0, 0, {}, false}));
        QTRY_VERIFY(m_session->window->filterBar().isVisible());
        library->showSection(Section::Articles);
        QTRY_COMPARE(articles.model().rowCount(), static_cast<int>(record().articlesOf(outlet).size()));
        QTRY_VERIFY(timeline->itemCount() < before);

        QTest::keyClick(m_session->window.get(), Qt::Key_Backspace, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(timeline->itemCount(), before);
        QTRY_COMPARE(articles.model().rowCount(), 5);
    }

    void pinnedPaneKeepsWhatItShows()
    {
        const AgentId person = wellQuoted();
        m_session->workspace.open(person);
        auto *details = pane<DetailsPane>(u"details"_s);
        QTRY_COMPARE(details->shownItem(), ItemId(person));
        details->setPinned(true);
        const auto other = std::ranges::find_if(record().agents(), [&](const Agent &agent) { return agent.id != person; });
        m_session->workspace.open(other->id);
        QTRY_COMPARE(pane<SourcePane>(u"source"_s)->currentView()->article(), m_session->workspace.passage().article);
        QCOMPARE(details->shownItem(), ItemId(person));
        details->setPinned(false);
        QTRY_COMPARE(details->shownItem(), ItemId(other->id));
    }

    void undoAfterARestartRestores()
    {
        const AgentId person = wellQuoted();
        const QuotationId quotation = record().quotationsBy(person).front();
        m_session->desk.change([quotation](store::Project &project) { return project.setSpeaker(quotation, {}); });
        QTRY_VERIFY(record().quotation(quotation)->speaker.isNull());
        m_session->window->close();
        m_session.reset();

        m_session = std::make_unique<Session>(m_folder.path());
        QVERIFY(m_session->show());
        QVERIFY(m_session->openStory(m_folder.path()));
        QVERIFY(record().quotation(quotation)->speaker.isNull());
        QTest::keyClick(m_session->window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(record().quotation(quotation)->speaker, person);
        QTRY_COMPARE(m_session->workspace.snapshot()->quotation(quotation)->speaker, person);
    }

    void nextItemWalksTheTableSomebodyCameFrom()
    {
        auto *library = pane<LibraryPane>(u"library"_s);
        library->showSection(Section::Articles);
        RecordView &view = library->view(Section::Articles);
        QTRY_COMPARE(view.model().rowCount(), 5);
        const ItemId first = view.model().itemAt(0);
        const ItemId second = view.model().itemAt(1);
        clickInLibrary(Section::Articles, first);
        QTest::keyClick(m_session->window.get(), Qt::Key_F8); // away from the table: its order stays the context
        QTest::keyClick(m_session->window.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_session->workspace.selection().current(), second);
        QCOMPARE(ItemId(m_session->workspace.passage().article), second);
        QTest::keyClick(m_session->window.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_session->workspace.selection().current(), first);
    }
};

QTEST_MAIN(TestLinkedPanes)
#include "tst_linkedpanes.moc"
