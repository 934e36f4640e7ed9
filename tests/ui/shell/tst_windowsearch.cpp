// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/windowfixture.h"
#include "ui/shell/entrylist.h"
#include "ui/shell/panedock.h"
#include "ui/shell/quickbox.h"
#include "ui/shell/resultspane.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <algorithm>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using onrecord::test::Session;
using explore::Facet;

/// What is typed into the boxes of a whole window: search, palette, jump, and words to check.
class TestWindowSearch : public QObject
{
    Q_OBJECT
    test::StoryCopies m_story;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_story.read()); }

    void searchKeysFilterAndWalkThroughTheResults()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        QTest::keyClick(session->window.get(), Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        SearchBox *box = session->window->header().searchBox();
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, u"model"_s);
        QTRY_VERIFY(box->isSuggesting());
        QTRY_VERIFY(box->suggestions()->count() > 1);
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(!box->isSuggesting());
        QVERIFY(session->workspace.filter().has(Facet::Words));
        QTRY_VERIFY(session->workspace.visible().quotationCount.shown < session->workspace.visible().quotationCount.total);
        QTRY_VERIFY(session->window->filterBar().isVisible());
        QTRY_VERIFY(session->window->filterBar().countText().contains(u"hidden"_s));

        auto *results = qobject_cast<ResultsPane *>(session->window->docks().pane(u"results"_s));
        QVERIFY(results);
        QTRY_VERIFY(results->hits().size() > 1);
        const auto number = std::ranges::find(paneSpecs(), u"results"_s, &PaneSpec::name) - paneSpecs().begin();
        QTest::keyClick(session->window.get(), static_cast<Qt::Key>(Qt::Key_1 + number), Qt::AltModifier);
        QTRY_VERIFY(results->list()->hasFocus());
        QTest::keyClick(session->window.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(session->workspace.selection().current(), results->hits().at(1).item);
        QTest::keyClick(session->window.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(session->workspace.selection().current(), results->hits().at(0).item);
    }

    void longPasteInTheSearchBoxIsCheckedNotSearched()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        SearchBox *box = session->window->header().searchBox();
        box->setFocus();
        QTest::keyClicks(box, u"nobody in this story has ever said these words at all"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(session->workspace.filter().isEmpty());
        QTRY_VERIFY(session->window->docks().isShown(u"check"_s));
    }

    void paletteFindsAnActionAndRunsIt()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        session->window->docks().setShown(u"timeline"_s, false);
        QVERIFY(!session->window->docks().isShown(u"timeline"_s));
        QTest::keyClick(session->window.get(), Qt::Key_I, Qt::ControlModifier | Qt::AltModifier);
        QLineEdit *edit = session->window->quickBox().edit();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"reset lay"_s);
        QCOMPARE(session->window->quickBox().list()->currentText(), u"Reset Layout"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!session->window->quickBox().isVisible());
        QVERIFY(session->window->docks().isShown(u"timeline"_s));
    }

    void escapeClosesThePaletteAndGivesTheFocusBack()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        SearchBox *box = session->window->header().searchBox();
        box->setFocus();
        QTest::keyClick(session->window.get(), Qt::Key_I, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(session->window->quickBox().edit()->hasFocus());
        QTest::keyClick(session->window->quickBox().edit(), Qt::Key_Escape);
        QVERIFY(!session->window->quickBox().isVisible());
        QTRY_VERIFY(box->hasFocus());
    }

    void jumpOpensAPersonAndBackReturns()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        const Snapshot &record = *session->workspace.snapshot();
        const auto speaker = std::ranges::find_if(record.agents(), [&](const Agent &agent) {
            return agent.type == AgentType::Person && !record.quotationsBy(agent.id).empty();
        });
        QVERIFY(speaker != record.agents().end());
        QTest::keyClick(session->window.get(), Qt::Key_O, Qt::ControlModifier | Qt::AltModifier);
        QLineEdit *edit = session->window->quickBox().edit();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, speaker->name);
        QCOMPARE(session->window->quickBox().list()->currentText(), speaker->name);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(session->workspace.selection().current(), ItemId(speaker->id));
        QCOMPARE(session->workspace.passage().article, record.quotation(record.quotationsBy(speaker->id).front())->article);
        QTRY_VERIFY(session->action(u"go.back"_s)->isEnabled());
        QTest::keyClick(session->window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(session->workspace.selection().current() != ItemId(speaker->id));
        QTest::keyClick(session->window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(session->workspace.selection().current(), ItemId(speaker->id));
    }

    void wordsGivenAtTheFrontDoorArriveThoughAnotherQuoteWasLeftThere()
    {
        const auto dir = m_story.folder();
        {
            Session session(dir->path());
            QVERIFY(session.openStory(dir->path()));
            session.window->files().giveQuote(u"words that were checked the last time"_s);
            session.window->close();
        }
        QStandardPaths::setTestModeEnabled(true);
        const QString own = Projects::ownFolder();
        QDir(own).removeRecursively();
        QVERIFY(QDir().mkpath(own));
        QVERIFY(QFile::copy(dir->filePath(u"The Story.onrecord"_s), own + u"/The Story.onrecord"_s));
        Session session(dir->path());
        session.window->showStart();
        QVERIFY(session.show());
        auto *field = session.window->findChild<QLineEdit *>(u"start.quote"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"a profound gift to the world"_s);
        QSignalSpy restored(&session.window->projects(), &Projects::placeRestored);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(restored.wait(20'000));
        auto *edit = session.window->docks().pane(u"check"_s)->findChild<QPlainTextEdit *>();
        QVERIFY(edit);
        QCOMPARE(edit->toPlainText(), u"a profound gift to the world"_s);
        QTest::qWait(50);
        QCOMPARE(edit->toPlainText(), u"a profound gift to the world"_s);
        session.window.reset();
        QDir(own).removeRecursively();
        QStandardPaths::setTestModeEnabled(false);
    }

    void checkAQuoteGivesTheWordsTheFocusFromAnywhereInItsPane()
    {
        const auto dir = m_story.folder();
        Session session(dir->path());
        QVERIFY(session.show());
        QVERIFY(session.open(dir->filePath(u"check.onrecord"_s)));
        QGuiApplication::clipboard()->clear();
        const auto press = [&] { QTest::keyClick(session.window.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier); };
        press();
        auto *quote = session.window->findChild<QPlainTextEdit *>(u"check.quote"_s);
        QVERIFY(quote);
        QTRY_VERIFY(quote->hasFocus());
        QTest::keyClicks(quote, u"words of before"_s);
        auto *when = session.window->findChild<QLineEdit *>(u"check.when"_s);
        when->setFocus();
        QTRY_VERIFY(when->hasFocus());
        press();
        QTRY_VERIFY(quote->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), u"other words"_s);
        QCOMPARE(quote->toPlainText(), u"other words"_s);
    }

    void searchBoxAndResultsFollowTheFilter()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        SearchBox *box = session->window->header().searchBox();
        box->setFocus();
        QTest::keyClicks(box, u"open source"_s);
        QTest::keyClick(box, Qt::Key_Return);
        auto *results = qobject_cast<ResultsPane *>(session->window->docks().pane(u"results"_s));
        QTRY_VERIFY(results && results->hits().size() > 2);
        const size_t all = results->hits().size();
        session->workspace.setFilter(session->workspace.filter().with({Facet::Outlet, session->workspace.snapshot()->outlets().front().id.value, 0, 0, {}, false}));
        QTRY_VERIFY(results->hits().size() < all);
        session->action(u"edit.clearFilter"_s)->trigger();
        QTRY_COMPARE(box->text(), QString());
        QTRY_COMPARE(results->hits().size(), all);
    }
};

QTEST_MAIN(TestWindowSearch)
#include "tst_windowsearch.moc"
