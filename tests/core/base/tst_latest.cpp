// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/latest.h"

#include <QSemaphore>
#include <QTest>
#include <atomic>

using namespace onrecord;

class tst_Latest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerArrivesOnceOnTheAskingThread()
    {
        Latest<int> latest;
        QList<int> answers;
        Qt::HANDLE where = nullptr;
        latest.ask([](QPromise<int> &promise) { promise.addResult(7); },
                   [&](int answer) {
                       answers.append(answer);
                       where = QThread::currentThreadId();
                   });
        QVERIFY(latest.isAsking());
        QTRY_COMPARE(answers, QList<int>{7});
        QCOMPARE(where, QThread::currentThreadId());
        QVERIFY(!latest.isAsking());
    }

    void onlyTheNewestAnswerArrives()
    {
        Latest<int> latest;
        QSemaphore started; // a question cancelled before it starts is not even worked on
        QSemaphore gate;
        std::atomic<bool> sawCancel = false;
        QList<int> answers;
        const auto then = [&](int answer) { answers.append(answer); };
        latest.ask(
            [&](QPromise<int> &promise) {
                started.release();
                gate.acquire();
                sawCancel = promise.isCanceled();
                promise.addResult(1);
            },
            then);
        started.acquire();
        latest.ask([](QPromise<int> &promise) { promise.addResult(2); }, then);
        QTRY_COMPARE(answers, QList<int>{2});
        gate.release();
        QTRY_VERIFY(sawCancel);
        QCoreApplication::processEvents();
        QCOMPARE(answers, QList<int>{2});
    }

    void aCancelledQuestionIsNotAnswered()
    {
        QSemaphore done;
        bool answered = false;
        {
            Latest<int> latest;
            latest.ask(
                [&](QPromise<int> &promise) {
                    promise.addResult(1);
                    done.release();
                },
                [&](int) { answered = true; });
            done.acquire();
            latest.cancel();
            QVERIFY(!latest.isAsking());
        }
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void nothingAddedIsNothingAnswered()
    {
        Latest<int> latest;
        bool answered = false;
        latest.ask([](QPromise<int> &) {}, [&](int) { answered = true; });
        QTRY_VERIFY(!latest.isAsking());
        QVERIFY(!answered);
    }

    void anAnswerMayAskAgain()
    {
        Latest<int> latest;
        QList<int> answers;
        latest.ask([](QPromise<int> &promise) { promise.addResult(1); },
                   [&](int answer) {
                       answers.append(answer);
                       latest.ask([](QPromise<int> &promise) { promise.addResult(2); }, [&](int next) { answers.append(next); });
                   });
        QTRY_COMPARE(answers, (QList<int>{1, 2}));
    }
};

QTEST_GUILESS_MAIN(tst_Latest)
#include "tst_latest.moc"
