// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/importqueue.h"
#include "ui/shell/importwindow.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using ingest::FileState;
using Step = ImportQueue::Step;

namespace {

ingest::FileChange ended(int file, FileState state, const QString &path, Fault fault = Fault::Malformed)
{
    ingest::FileOutcome outcome;
    outcome.number = file;
    outcome.file = path;
    outcome.state = state;
    if (state == FileState::Refused)
        outcome.reason = {fault, {}};
    else
        outcome.article = ArticleId{file + 1};
    return {file, outcome, file + 1, 4};
}

const QStringList files{u"/a/one.txt"_s, u"/a/two.txt"_s, u"/a/three.zip"_s, u"/a/four.txt"_s};

} // namespace

class TestImportQueue : public QObject
{
    Q_OBJECT

    template<class T>
    static T *child(const QWidget &window, const QString &name)
    {
        T *found = window.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    static void fill(ImportQueue &queue)
    {
        queue.begin(files);
        queue.take({{0, {}, 0, 0}, {1, {}, 0, 0}, ended(0, FileState::Imported, files[0])});
        queue.take({ended(1, FileState::Refused, files[1]), ended(2, FileState::Imported, files[2] + u"/x.txt"_s), ended(2, FileState::Refused, files[2] + u"/y.txt"_s)});
        queue.take({ended(3, FileState::Refused, files[3], Fault::Cancelled)});
    }

private Q_SLOTS:
    void every_file_stands_somewhere_and_the_counts_add_up()
    {
        ImportQueue queue;
        const QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
        queue.begin(files);
        QCOMPARE(queue.count(Step::Waiting), 4);
        queue.take({{0, {}, 0, 0}, {1, {}, 0, 0}});
        QCOMPARE(queue.count(Step::Reading), 2);
        queue.take({{.file = 1, .page = 3, .pages = 12}});
        QCOMPARE(queue.count(Step::Reading), 2);
        QCOMPARE(queue.index(1, ImportQueue::ResultColumn).data().toString(), u"recognising page 3 of 12"_s);
        fill(queue);
        QCOMPARE(queue.rowCount(), 5); // the archive holds two
        QCOMPARE(queue.finished(), 5);
        QCOMPARE(queue.count(Step::Imported), 2);
        QCOMPARE(queue.count(Step::Refused), 2);
        QCOMPARE(queue.count(Step::Skipped), 1);
        QCOMPARE(queue.report().offered(), 5);
        QCOMPARE(queue.index(1, ImportQueue::StateColumn).data().toString(), ImportQueue::words(Step::Refused));
        QVERIFY(!queue.index(1, ImportQueue::ResultColumn).data().toString().isEmpty());
    }

    void names_are_shown_as_they_are_and_parts_with_what_holds_them()
    {
        ImportQueue queue;
        const QString turned = u"/a/x\u202Egpj.txt"_s;
        queue.begin({turned, u"/a/two\nlines.txt"_s, u"/a/box.zip"_s, u"/a/rows.csv"_s});
        queue.take({ended(0, FileState::Imported, turned), ended(1, FileState::Imported, u"/a/two\nlines.txt"_s), ended(2, FileState::Imported, u"/a/box.zip/in/x.txt"_s),
                    ended(3, FileState::Imported, u"/a/rows.csv/line 2 of rows.csv"_s), ended(2, FileState::Refused, u"/a/box.zip/y.txt"_s)});
        QStringList names;
        for (int i = 0; i < queue.rowCount(); ++i)
            names << queue.index(i, ImportQueue::FileColumn).data().toString();
        QCOMPARE(names, (QStringList{u"x<U+202E>gpj.txt"_s, u"two␊lines.txt"_s, u"box.zip/in/x.txt"_s, u"line 2 of rows.csv"_s, u"box.zip/y.txt"_s}));
    }

    void what_reading_noticed_and_what_is_wrong_are_said()
    {
        ImportQueue queue;
        queue.begin(files);
        ingest::FileChange noticed = ended(0, FileState::Imported, files[0]);
        noticed.outcome->remarks = {{RemarkKind::OtherType, {u"txt"_s, u"HTML"_s}}};
        ingest::FileChange refused = ended(1, FileState::Refused, files[1]);
        refused.outcome->reason.detail = u"cut off at byte 7"_s;
        queue.take({noticed, refused});
        const auto said = [&queue](int row, int role) { return queue.index(row, ImportQueue::ResultColumn).data(role).toString(); };
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)}) {
            QVERIFY(said(0, role).contains(u"named .txt, but the content is HTML"_s));
            QVERIFY(said(1, role).contains(u"cut off at byte 7"_s));
        }
        QVERIFY(queue.report().toText(ImportQueue::reasonInWords).contains(u"cut off at byte 7"_s));
    }

    void a_retry_works_on_the_failed_rows_only()
    {
        ImportQueue queue;
        fill(queue);
        queue.end({});
        const std::vector<int> failed = queue.failedRows();
        QCOMPARE(failed, std::vector<int>({1, 3})); // a part of an archive is no file
        queue.beginAgain(failed);
        QCOMPARE(queue.count(Step::Waiting), 2);
        QCOMPARE(queue.numberInJob(3), 1);
        QCOMPARE(queue.numberInJob(0), -1);
        queue.take({ended(1, FileState::Imported, files[3])});
        QCOMPARE(queue.stepOf(3), Step::Imported);
        QCOMPARE(queue.stepOf(1), Step::Waiting);
    }

    void the_window_offers_what_can_be_done()
    {
        ImportQueue queue;
        QWidget parent;
        ImportWindow window(queue, &parent);
        window.show();
        queue.begin(files);
        window.setRunning(true, false);
        auto *pause = child<QPushButton>(window, u"import.pause"_s);
        auto *skip = child<QPushButton>(window, u"import.skip"_s);
        auto *retry = child<QPushButton>(window, u"import.retry"_s);
        auto *view = child<QTreeView>(window, u"import.files"_s);
        QVERIFY(pause->isEnabled() && !skip->isEnabled() && !retry->isEnabled());
        QSignalSpy pauseWanted(&window, &ImportWindow::pauseWanted);
        QTest::mouseClick(pause, Qt::LeftButton);
        QCOMPARE(pauseWanted.takeFirst().first().toBool(), true);
        QSignalSpy skipWanted(&window, &ImportWindow::skipWanted);
        view->setCurrentIndex(view->model()->index(2, 0));
        QVERIFY(skip->isEnabled());
        QTest::mouseClick(skip, Qt::LeftButton);
        QCOMPARE(skipWanted.takeFirst().first().value<QList<int>>(), QList<int>({2}));
        const QModelIndex state = queue.index(2, ImportQueue::StateColumn);
        const QString waiting = state.data().toString();
        queue.expectSkip(2);
        QVERIFY(state.data().toString() != waiting);
        auto *stop = child<QPushButton>(window, u"import.cancel"_s);
        auto *summary = child<QLabel>(window, u"import.summary"_s);
        const QString before = summary->text();
        QSignalSpy cancelWanted(&window, &ImportWindow::cancelWanted);
        QTest::mouseClick(stop, Qt::LeftButton);
        QCOMPARE(cancelWanted.size(), 1);
        QVERIFY(!stop->isEnabled() && !pause->isEnabled());
        QVERIFY(summary->text() != before); // it says that it is stopping

        fill(queue);
        queue.end({});
        window.setRunning(false, false);
        QVERIFY(!pause->isEnabled() && retry->isEnabled());
        QCOMPARE(state.data().toString(), ImportQueue::words(queue.stepOf(2)));
        window.setRunning(true, false);
        QVERIFY(stop->isEnabled());
        window.setRunning(false, false);
        auto *preview = child<QPushButton>(window, u"import.preview"_s);
        view->setCurrentIndex(view->model()->index(4, 0)); // a part of an archive is no file
        QVERIFY(!preview->isEnabled());
        view->setCurrentIndex(view->model()->index(1, 0));
        QVERIFY(preview->isEnabled());
        QSignalSpy previewWanted(&window, &ImportWindow::previewWanted);
        QTest::mouseClick(preview, Qt::LeftButton);
        QCOMPARE(previewWanted.takeFirst().first().toString(), files[1]);
        QSignalSpy articleWanted(&window, &ImportWindow::articleWanted);
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(articleWanted.size(), 1);
        child<QComboBox>(window, u"import.which"_s)->setCurrentIndex(1);
        QCOMPARE(view->model()->rowCount(), 3);
        QVERIFY(!child<QLabel>(window, u"import.summary"_s)->text().isEmpty());
    }

    void a_refused_row_says_why_and_no_more()
    {
        ImportQueue queue;
        queue.begin({u"/a/people.tsv"_s, u"/a/box.zip"_s});
        ingest::FileChange row = ended(0, FileState::Refused, u"/a/people.tsv/line 5 of people.csv"_s);
        row.outcome->reason.detail = u"line 5 (of 3): nobody is named"_s;
        ingest::FileChange member = ended(1, FileState::Refused, u"/a/box.zip/bad.docx"_s);
        member.outcome->reason.detail = u"the archive has no directory"_s;
        queue.take({row, member});
        const auto said = [&queue](int at, int column) { return queue.index(at, column).data().toString(); };
        QCOMPARE(said(0, ImportQueue::FileColumn), u"line 5 of people.tsv"_s);
        QCOMPARE(said(0, ImportQueue::ResultColumn), u"of 3: nobody is named"_s);
        QVERIFY(said(1, ImportQueue::ResultColumn).startsWith(u"the archive has no directory"_s));
        QVERIFY(said(1, ImportQueue::ResultColumn).contains(ImportQueue::reasonInWords({Fault::Malformed, {}}))); // a file of its own
    }

    void a_list_of_people_is_counted_by_them()
    {
        ImportQueue queue;
        queue.begin({u"/a/people.csv"_s, u"/a/text.txt"_s});
        ingest::FileChange list = ended(0, FileState::Imported, u"/a/people.csv"_s);
        list.outcome->agents = 5;
        list.outcome->remarks = {{RemarkKind::PeopleListed, {}}};
        queue.take({list, ended(1, FileState::Imported, u"/a/text.txt"_s)});
        const auto said = [&queue](int at) { return queue.index(at, ImportQueue::ResultColumn).data().toString(); };
        QVERIFY2(said(0).startsWith(u"people and organisations: 5"_s) && !said(0).contains(u"quotation"_s), qPrintable(said(0)));
        QCOMPARE(said(1), u"0 quotations"_s);
    }

    void counts_are_in_the_plural_that_they_need()
    {
        QCOMPARE(ImportQueue::countInWords(Step::Version, 1), u"1 new version"_s);
        QCOMPARE(ImportQueue::countInWords(Step::Version, 3), u"3 new versions"_s);
        QCOMPARE(ImportQueue::countInWords(Step::Refused, 20), u"20 refused"_s);
    }

    void when_it_is_over_the_first_that_went_wrong_is_told_in_full()
    {
        ImportQueue queue;
        QWidget parent;
        ImportWindow window(queue, &parent);
        window.show();
        queue.begin(files);
        window.setRunning(true, false);
        auto *pause = child<QPushButton>(window, u"import.pause"_s);
        auto *view = child<QTreeView>(window, u"import.files"_s);
        QVERIFY(pause->isVisible() && view->selectionModel()->selectedRows().isEmpty());
        pause->setFocus();
        fill(queue);
        queue.end({});
        window.setRunning(false, false);
        QVERIFY(!pause->isVisible()); // nothing is left to pause
        QCOMPARE(window.focusWidget(), view);
        QCOMPARE(view->currentIndex().row(), 1);
        QVERIFY(child<QLabel>(window, u"import.detail"_s)->text().contains(queue.index(1, ImportQueue::ResultColumn).data().toString()));
        auto *open = child<QPushButton>(window, u"import.open"_s);
        QVERIFY(!open->isEnabled()); // there is no article of it
        QSignalSpy articleWanted(&window, &ImportWindow::articleWanted);
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(articleWanted.size(), 1);
        QVERIFY(child<QComboBox>(window, u"import.which"_s)->itemText(1).contains(u"(3)"_s));
    }

    void what_cannot_be_tried_again_is_not_offered()
    {
        ImportQueue queue;
        QWidget parent;
        const ImportWindow window(queue, &parent);
        queue.begin({u"Pasted text"_s});
        queue.take({ended(0, FileState::Refused, u"Pasted text"_s)});
        queue.end({});
        QVERIFY(!child<QPushButton>(window, u"import.retry"_s)->isEnabled());
    }

    void ten_thousand_files_are_taken_at_once()
    {
        ImportQueue queue;
        QStringList many;
        for (int i = 0; i < 10'000; ++i)
            many << u"/a/%1.txt"_s.arg(i);
        queue.begin(many);
        QSignalSpy told(&queue, &ImportQueue::dataChanged);
        std::vector<ingest::FileChange> changes;
        for (int i = 0; i < 10'000; ++i)
            changes.push_back(ended(i, FileState::Imported, many[i]));
        queue.take(changes);
        QCOMPARE(told.size(), 1);
        QCOMPARE(queue.finished(), 10'000);
    }
};

QTEST_MAIN(TestImportQueue)
#include "tst_importqueue.moc"
