// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/core/store/samplearticles.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>

using namespace onrecord;
using namespace onrecord::store;
using namespace Qt::StringLiterals;

class TestStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;

    QString newPath() { return m_folder.filePath(u"t%1.onrecord"_s.arg(++m_next)); }

    template<class T>
    static T waitFor(const QFuture<T> &future)
    {
        QFutureWatcher<T> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(future);
        if (!watcher.isFinished() && !finished.wait(20'000))
            qFatal("no answer");
        return future.result();
    }

private Q_SLOTS:
    void nothing_is_open_at_first()
    {
        Store store(test::fixedClock());
        QVERIFY(!store.isOpen());
        QVERIFY(store.snapshot());
        QVERIFY(store.snapshot()->articles().empty());
        const auto answer = waitFor(store.run([](Project &project) { return project.search(u"x"_s); }));
        QCOMPARE(answer.error().fault, Fault::NotFound);
    }

    void opening_and_changing_are_told_on_this_thread()
    {
        Store store(test::fixedClock());
        QSignalSpy opened(&store, &Store::openChanged);
        QSignalSpy changed(&store, &Store::snapshotChanged);
        QSignalSpy history(&store, &Store::historyChanged);
        QThread *here = QThread::currentThread();
        connect(&store, &Store::snapshotChanged, this, [here] { QCOMPARE(QThread::currentThread(), here); }, Qt::DirectConnection);
        const QString path = newPath();
        QVERIFY(waitFor(store.create(path)));
        QTRY_VERIFY(store.isOpen());
        QCOMPARE(store.path(), path);
        QCOMPARE(opened.size(), 1);

        const auto added = waitFor(store.run([here](Project &project) {
            return QThread::currentThread() == here ? Result<Added>(fail(Fault::Internal)) : project.addArticle(test::bridgeShut());
        }));
        QVERIFY(added);
        // What the call changed is here when its answer is.
        QCOMPARE(store.snapshot()->articles().size(), 1u);
        QCOMPARE(store.undoName(), u"Import 1 Article"_s);
        QCOMPARE(history.size(), 1);
        const auto before = changed.size();
        QVERIFY(waitFor(store.run([](Project &project) { return project.search(u"rust"_s); })));
        QCOMPARE(changed.size(), before); // reading tells nothing

        QVERIFY(waitFor(store.run([](Project &project) { return project.undo(); })));
        QVERIFY(store.snapshot()->articles().empty());
        QCOMPARE(store.redoName(), u"Import 1 Article"_s);
        waitFor(QFuture<Result<void>>(store.run([](Project &project) { return project.redo(); })));
        QCOMPARE(store.snapshot()->articles().size(), 1u);
    }

    void calls_run_in_order_of_asking()
    {
        Store store(test::fixedClock());
        store.create(newPath());
        QList<int> order; // written on one thread, the store's
        QFuture<Result<int>> last;
        for (int i = 0; i < 200; ++i) {
            last = store.run([&order, i](Project &) -> Result<int> {
                order.append(i);
                return i;
            });
        }
        QCOMPARE(*waitFor(last), 199);
        QCOMPARE(order.size(), 200);
        QVERIFY(std::ranges::is_sorted(order));
    }

    void a_row_of_changes_ends_with_the_newest_snapshot()
    {
        Store store(test::fixedClock());
        store.create(newPath());
        QSignalSpy changed(&store, &Store::snapshotChanged);
        constexpr int many = 60;
        for (int i = 0; i < many; ++i)
            store.run([i](Project &project) { return project.addArticle(test::numbered(i)); });
        QTRY_COMPARE_WITH_TIMEOUT(store.snapshot()->articles().size(), static_cast<size_t>(many), 30'000);
        QVERIFY(changed.size() <= many + 1); // and the empty one of the new project
    }

    void another_project_takes_the_place_of_the_first()
    {
        Store store(test::fixedClock());
        const QString first = newPath();
        QVERIFY(waitFor(store.create(first)));
        QVERIFY(waitFor(store.run([](Project &project) { return project.addArticle(test::letter()); })));
        const QString second = newPath();
        QVERIFY(waitFor(store.create(second)));
        QTRY_COMPARE(store.path(), second);
        QVERIFY(store.snapshot()->articles().empty());
        QVERIFY(Project::open(first, test::fixedClock())); // nobody holds it any more
        QVERIFY(waitFor(store.open(first, OpenMode::ReadOnly)));
        QTRY_VERIFY(store.isReadOnly());
        QCOMPARE(store.snapshot()->articles().size(), 1u);
        store.close();
        QTRY_VERIFY(!store.isOpen());
        QVERIFY(store.snapshot()->articles().empty());
        QCOMPARE(store.undoName(), QString());
    }

    void a_project_that_cannot_be_opened_leaves_the_open_one_alone()
    {
        Store store(test::fixedClock());
        const QString path = newPath();
        QVERIFY(waitFor(store.create(path)));
        QVERIFY(waitFor(store.run([](Project &project) { return project.addArticle(test::letter()); })));
        QSignalSpy opened(&store, &Store::openChanged);
        QCOMPARE(waitFor(store.open(m_folder.filePath(u"missing"_s))).error().fault, Fault::NotFound);
        QCOMPARE(waitFor(store.create(path)).error().fault, Fault::AlreadyExists);
        QVERIFY(store.isOpen());
        QCOMPARE(store.path(), path);
        QCOMPARE(opened.size(), 0);
        QVERIFY(waitFor(store.open(path))); // the same again
        QCOMPARE(store.snapshot()->articles().size(), 1u);
    }

    void an_answer_comes_behind_its_news_however_late_it_is_asked_for()
    {
        Store store(test::fixedClock());
        QVERIFY(waitFor(store.create(newPath())));
        auto added = store.run([](Project &project) { return project.addArticle(test::letter()); });
        QThread::msleep(200); // the call is long done when the continuation is attached
        size_t seen = 0;
        bool answered = false;
        added.then(this, [&](const Result<Added> &) {
            seen = store.snapshot()->articles().size();
            answered = true;
        });
        QTRY_VERIFY(answered);
        QCOMPARE(seen, 1u);
    }

    void an_id_never_means_two_things_in_a_session()
    {
        Store store(test::fixedClock());
        QVERIFY(waitFor(store.create(newPath())));
        const auto first = waitFor(store.run([](Project &project) { return project.addArticle(test::letter()); }));
        QVERIFY(waitFor(store.run([](Project &project) { return project.undo(); })));
        const auto other = waitFor(store.run([](Project &project) { return project.addArticle(test::bridgeShut()); }));
        QVERIFY(first && other);
        QVERIFY(first->article != other->article);
    }

    void a_call_for_one_project_never_runs_in_another()
    {
        Store store(test::fixedClock());
        const QString first = newPath();
        QVERIFY(waitFor(store.create(first)));
        const quint64 session = store.session();
        QVERIFY(waitFor(store.runIn(session, [](Project &project) { return project.addArticle(test::letter()); })));
        // Asked while the window still shows the first, run when the second has taken its place.
        store.create(newPath());
        const auto added = waitFor(store.runIn(session, [](Project &project) { return project.addArticle(test::bridgeShut()); }));
        QVERIFY(!added);
        QCOMPARE(added.error().fault, Fault::Conflict);
        QVERIFY(store.session() != session);
        QVERIFY(store.snapshot()->articles().empty());
        // The same file again is another session too: row ids may have changed hands.
        const quint64 second = store.session();
        QVERIFY(waitFor(store.open(store.path())));
        QVERIFY(store.session() != second);
    }

    void a_batch_of_a_worker_is_not_told_article_by_article()
    {
        Store store(test::fixedClock());
        QVERIFY(waitFor(store.create(newPath())));
        QSignalSpy changed(&store, &Store::snapshotChanged);
        constexpr int many = 120;
        const std::unique_ptr<QThread> worker(QThread::create([&] {
            auto begun = store.run([](Project &project) { return project.beginBatch(u"Import %n Article(s)"_s); });
            begun.waitForFinished();
            for (int i = 0; i < many; ++i) {
                auto added = store.run([i](Project &project) { return project.addArticle(test::numbered(i)); });
                added.waitForFinished();
            }
            auto ended = store.run([](Project &project) { return project.endBatch(); });
            ended.waitForFinished();
        }));
        worker->start();
        QTRY_COMPARE_WITH_TIMEOUT(store.snapshot()->articles().size(), static_cast<size_t>(many), 30'000);
        QVERIFY(worker->wait(20'000));
        QVERIFY2(changed.size() < many / 2, qPrintable(QString::number(changed.size())));
        QTRY_COMPARE(store.undoName(), u"Import 120 Articles"_s);
    }

    void a_worker_may_wait_for_its_answer_while_this_thread_is_busy()
    {
        Store store(test::fixedClock());
        QVERIFY(waitFor(store.create(newPath())));
        std::atomic_bool isAnswered = false;
        const std::unique_ptr<QThread> worker(QThread::create([&] {
            auto added = store.run([](Project &project) { return project.addArticle(test::letter()); });
            added.waitForFinished();
            isAnswered = true;
        }));
        worker->start();
        QVERIFY(worker->wait(20'000)); // no event is handled here meanwhile
        QVERIFY(isAnswered);
    }

    void destroying_with_calls_under_way_finishes_them()
    {
        const QString path = newPath();
        {
            Store store(test::fixedClock());
            store.create(path);
            for (int i = 0; i < 20; ++i)
                store.run([i](Project &project) { return project.addArticle(test::numbered(i)); });
        }
        const auto project = Project::open(path, test::fixedClock());
        QVERIFY(project);
        QCOMPARE((*(*project)->snapshot())->articles().size(), 20u);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
