// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/windowfixture.h"
#include "ui/shell/recentprojects.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using onrecord::test::Session;
using explore::Facet;
using explore::Filter;

/// Projects that are opened, filled, undone and found again, in a whole window.
class TestWindowProjects : public QObject
{
    Q_OBJECT
    test::StoryCopies m_story;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_story.read()); }

    void storyOpensOnItsFirstArticle()
    {
        const auto dir = m_story.folder();
        Session session(dir->path());
        QVERIFY(session.openStory(dir->path()));
        QVERIFY(!session.window->isStartShown());
        QVERIFY(!session.workspace.passage().article.isNull());
        QCOMPARE(session.window->windowTitle(), u"The Story — OnRecord"_s);
        QVERIFY(session.window->recents().all().size() == 1);
    }

    void closingLeadsToTheStartPageAndIsNotASessionToRestore()
    {
        const auto dir = m_story.folder();
        Session session(dir->path());
        QVERIFY(session.openStory(dir->path()));
        QVERIFY(session.window->files().willStartOnProject(true));
        session.settings.setValue(u"session/started"_s, true);
        session.action(u"file.close"_s)->trigger();
        QTRY_VERIFY(session.window->isStartShown());
        QVERIFY(!session.window->files().willStartOnProject(true));
        QVERIFY(!session.action(u"file.backup"_s)->isEnabled());
    }

    void placeIsThereAgainAfterARestart()
    {
        const auto dir = m_story.folder();
        Filter filter;
        ItemId selected;
        {
            Session session(dir->path());
            QVERIFY(session.openStory(dir->path()));
            const Snapshot &record = *session.workspace.snapshot();
            filter = Filter().with({Facet::Outlet, record.outlets().front().id.value, 0, 0, {}, false});
            session.workspace.setFilter(filter);
            selected = record.quotations().front().id;
            session.workspace.open(selected);
            session.window->close();
        }
        Session again(dir->path());
        again.window->files().restoreSession(true);
        QSignalSpy restored(&again.window->projects(), &Projects::placeRestored);
        QVERIFY(restored.wait(20'000));
        QCOMPARE(again.workspace.filter(), filter);
        QCOMPARE(again.workspace.selection().current(), selected);
        QVERIFY(!again.workspace.passage().span.isEmpty());
    }

    void projectInUseIsToldWithAWayToTryAgain()
    {
        const auto dir = m_story.folder();
        Session session(dir->path());
        QVERIFY(session.show());
        const QString path = dir->filePath(u"The Story.onrecord"_s);
        // What the store answers while another process has the file.
        Q_EMIT session.window->projects().openFailed(path, {Fault::InUse, {}});
        QCOMPARE(session.window->messages().count(), 1);
        QVERIFY(session.window->messages().texts().constFirst().contains(u"Another OnRecord has this project open"_s));
        QVERIFY(session.window->isStartShown());
        QSignalSpy restored(&session.window->projects(), &Projects::placeRestored);
        auto *again = session.window->messages().findChild<QPushButton *>(u"act"_s);
        QVERIFY(again);
        QTest::mouseClick(again, Qt::LeftButton);
        QVERIFY(restored.wait(20'000));
        QCOMPARE(session.window->messages().count(), 0);
        QVERIFY(!session.window->isStartShown());
    }

    void foreignFileIsRefusedInWordsAndLeftAlone()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"notes.onrecord"_s);
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(5000, 'x'));
        }
        Session session(dir.path());
        session.window->files().openOrImport({path});
        QTRY_COMPARE(session.window->messages().count(), 1);
        QVERIFY(session.window->messages().texts().constFirst().contains(u"Not a byte of it was changed"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(5000, 'x'));
    }

    void anImportOfNothingSaysSoAndWhy()
    {
        QTemporaryDir dir;
        Session session(dir.path());
        QVERIFY(session.show() && session.open(dir.filePath(u"p.onrecord"_s)));
        const auto saidOf = [&](const QString &path) {
            QSignalSpy done(&session.window->files().imports(), &Imports::finished);
            session.window->files().openOrImport({path});
            return done.wait(30'000) ? session.window->messages().texts().value(0) : u"never finished"_s;
        };
        QVERIFY(QDir(dir.path()).mkpath(u"empty"_s) && QDir(dir.path()).mkpath(u"bad"_s));
        QCOMPARE(saidOf(dir.filePath(u"empty"_s)), u"There was no file to import."_s);
        QVERIFY(!session.window->messages().findChild<QPushButton *>(u"act"_s)); // no list to look at
        for (const auto &name : {u"bad/one.pdf"_s, u"bad/two.pdf"_s}) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("%PDF-1.7\nnothing else\n" + name.toUtf8());
        }
        QCOMPARE(saidOf(dir.filePath(u"bad"_s)), u"Nothing was imported: 2 refused."_s);
        QVERIFY(session.window->messages().findChild<QPushButton *>(u"act"_s));
        QVERIFY(saidOf(dir.filePath(u"bad/one.pdf"_s)).startsWith(u"one.pdf was not imported: not a PDF that can be opened"_s));
    }

    void droppedFilesComeIntoTheOpenProject()
    {
        QTemporaryDir dir;
        Session session(dir.path());
        QVERIFY(session.show() && session.open(dir.filePath(u"p.onrecord"_s)));
        QList<QUrl> urls;
        for (const auto &[outlet, word] : {std::pair{"The Pier", "never"}, std::pair{"Evening Post", "always"}}) {
            QFile file(dir.filePath(QString::fromLatin1(word) + u".txt"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("Title: Bolts\nOutlet: ") + outlet + "\n\n“We " + word + " found rust in every bolt,” Ana Ruiz said on Tuesday.\n");
            urls << QUrl::fromLocalFile(file.fileName());
        }
        const auto drop = [&session](const QMimeData &data) {
            QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(session.window.get(), &enter);
            QDropEvent event({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(session.window.get(), &event);
            return enter.isAccepted() && event.isAccepted();
        };
        QMimeData files;
        files.setUrls(urls);
        QSignalSpy done(&session.window->files().imports(), &Imports::finished);
        QVERIFY(drop(files));
        QVERIFY(done.wait(30'000));
        QTRY_COMPARE(session.workspace.snapshot()->articles().size(), 2U);
        QCOMPARE(session.workspace.snapshot()->outlets().size(), 2U);
        QMimeData address; // nothing is fetched: it is said what to do instead
        address.setUrls({QUrl(u"https://pier.example/bolts"_s)});
        QVERIFY(drop(address));
        QCOMPARE(done.size(), 1);
        QVERIFY(!session.window->files().imports().isRunning());
    }

    void importedTextCanBeUndoneByNameAfterARestart()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"p.onrecord"_s);
        {
            Session session(dir.path());
            QVERIFY(session.open(path));
            QSignalSpy done(&session.window->files().imports(), &Imports::finished);
            session.window->files().imports().importText({u"“We found rust in every bolt,” Ana Ruiz said on Tuesday."_s, {}, {}, {}, {}});
            QVERIFY(done.wait(30'000));
            QTRY_COMPARE(session.workspace.snapshot()->articles().size(), 1U);
            QTRY_VERIFY(session.action(u"edit.undo"_s)->isEnabled());
            session.window->close();
        }
        Session again(dir.path());
        QVERIFY(again.open(path));
        QTRY_VERIFY(again.action(u"edit.undo"_s)->isEnabled());
        QVERIFY(Actions::plainText(again.action(u"edit.undo"_s)).startsWith(u"Undo Import"_s));
        again.action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(again.workspace.snapshot()->articles().size(), 0U);
        QTRY_VERIFY(again.action(u"edit.redo"_s)->isEnabled());
        again.action(u"edit.redo"_s)->trigger();
        QTRY_COMPARE(again.workspace.snapshot()->articles().size(), 1U);
    }

    void aProjectThatCannotBeOpenedDoesNotCloseTheOpenOne()
    {
        const auto dir = m_story.folder();
        const QString foreign = dir->filePath(u"list.onrecord"_s);
        {
            QFile file(foreign);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("bread, milk");
        }
        Session session(dir->path());
        QVERIFY(session.show());
        QVERIFY(session.openStory(dir->path()));
        const Filter filter = Filter().with({Facet::Outlet, session.workspace.snapshot()->outlets().front().id.value, 0, 0, {}, false});
        session.workspace.setFilter(filter);
        session.window->projects().open(foreign);
        QTRY_COMPARE(session.window->messages().count(), 1);
        QVERIFY(!session.window->isStartShown());
        QVERIFY(session.store.isOpen());
        QCOMPARE(session.workspace.snapshot()->articles().size(), 5U);
        QCOMPARE(session.workspace.filter(), filter);
        session.workspace.setFilter({});
    }

    void undoReachesTheProjectFromAFieldInWhichNothingWasTyped()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        const size_t events = session->workspace.snapshot()->events().size();
        QVERIFY(events > 0);
        SearchBox *box = session->window->header().searchBox();
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, u"x"_s);
        QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(box->text(), QString());
        QCOMPARE(session->workspace.snapshot()->events().size(), events);
        QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
        // All events of the story came in one step and go in one.
        QTRY_COMPARE(session->workspace.snapshot()->events().size(), 0U);
        QTRY_VERIFY(session->action(u"edit.redo"_s)->isEnabled());
        QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(session->workspace.snapshot()->events().size(), events);
    }

    void pastedArticleIsOneStepAndIsShown()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        QSignalSpy done(&session->window->files().imports(), &Imports::finished);
        session->window->files().imports().importText(
            {u"“We found rust in every bolt,” Ana Ruiz said on Tuesday."_s, u"Rust"_s, u"River Post"_s, u"2031-05"_s, u"https://example.org/rust"_s});
        QVERIFY(done.wait(30'000));
        const Snapshot &record = *session->workspace.snapshot();
        QCOMPARE(record.articles().size(), 6U);
        const Article *article = record.article(session->workspace.passage().article);
        QVERIFY(article);
        QCOMPARE(article->title.value, u"Rust"_s);
        QCOMPARE(article->title.basis, Basis::User);
        QCOMPARE(record.outletName(article->id), u"River Post"_s);
        QCOMPARE(article->published.when, PartialDate::month(2031, 5));
        QCOMPARE(article->url.value, u"https://example.org/rust"_s);
        QTRY_COMPARE(session->store.undoStep().name, u"Import 1 Article"_s);
        session->action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(session->workspace.snapshot()->articles().size(), 5U);
        QTRY_COMPARE(session->store.undoStep().name, u"Add the Events of the Story"_s);
    }
};

QTEST_MAIN(TestWindowProjects)
#include "tst_windowprojects.moc"
