// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importer.h"
#include "tests/ui/deskroom.h"
#include "ui/source/paperview.h"
#include "ui/source/sourcepane.h"
#include "ui/source/sourceview.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <optional>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

namespace {

const auto page = QByteArray(R"(<!DOCTYPE html><html lang="en"><head><title>Lock stays open</title></head><body><article>
<h1>Lock stays open</h1>
<p>“The lock stays open until the autumn,” said Vera Quint, the keeper of the lock at Norrby, when the council met there on Monday.</p>
<aside class="newsletter"><p>“We counted the boats in the spring,” said Emil Kraus, the harbour clerk of Osterby, in our weekly letter.</p></aside>
<p>Nobody on the bank had anything to add. “The gates are old,” Vera Quint said. “They leak every night.” The council paid 12 million euros for them.</p>
</article></body></html>)");

const QString boats = u"We counted the boats in the spring,"_s;

} // namespace

/// Passages struck and restored in the window, by mouse and by keys.
class TestSourceStrike : public QObject
{
    Q_OBJECT

    struct Room : test::PaneStage<SourcePane> {
        Room()
        {
            createProject();
            auto imported = store.run([](store::Project &project) -> Result<void> {
                ingest::ProjectSink sink(project);
                ingest::Offer offer;
                offer.files.push_back({{}, page, u"lock.html"_s, io::Links::Follow});
                (void)importFiles(offer, sink);
                return {};
            });
            QVERIFY(QTest::qWaitFor([&] { return imported.isFinished() && workspace.snapshot()->articles().size() == 1; }));
            showPane({760, 560});
            workspace.open(ItemId(workspace.snapshot()->articles().front().id));
            QVERIFY(QTest::qWaitFor([&] { return pane.currentView() && pane.currentView()->isReady(); }));
            QVERIFY(!paper().grab().isNull());
            paper().setFocus();
        }
        [[nodiscard]] PaperView &paper() const { return *pane.currentView()->paper(); }
        [[nodiscard]] Span spanOf(const QString &words) const
        {
            const auto at = static_cast<qint32>(paper().text().indexOf(words));
            return {at, at + static_cast<qint32>(words.size())};
        }
        [[nodiscard]] bool isSuggested(const QString &words) const
        {
            return std::ranges::any_of(workspace.snapshot()->quotations(), [&](const Quotation &row) { return row.content.exact == words; });
        }
        [[nodiscard]] size_t struckCount() const { return static_cast<size_t>(std::ranges::count_if(workspace.snapshot()->articles().front().regions, &Region::struck)); }

        QSignalSpy offers{&desk, &Desk::offerMade};
        QSignalSpy said{&desk, &Desk::messageWanted};
    };

    std::optional<Room> room;

    void select(const QString &words)
    {
        PaperView &paper = room->paper();
        const auto rects = paper.rectsOf(room->spanOf(words));
        QVERIFY(!rects.empty());
        QTest::mousePress(paper.viewport(), Qt::LeftButton, {}, QPoint(rects.front().left() + 1, rects.front().center().y()));
        QTest::mouseMove(paper.viewport(), rects.front().center());
        QTest::mouseMove(paper.viewport(), QPoint(rects.back().right() - 1, rects.back().center().y()));
        QTest::mouseRelease(paper.viewport(), Qt::LeftButton, {}, QPoint(rects.back().right() - 1, rects.back().center().y()));
        QCOMPARE(paper.selectedText(), words);
    }

private Q_SLOTS:
    void init() { room.emplace(); }
    void cleanup() { room.reset(); }

    void a_fold_is_restored_by_a_click_and_comes_back_with_undo()
    {
        QCOMPARE(room->struckCount(), 1u);
        QVERIFY(!room->isSuggested(boats));
        PaperView &paper = room->paper();
        QCOMPARE(paper.scene().layout.folds().size(), 1u);
        const QRect words = paper.restoreRect(0);
        QVERIFY(paper.foldNoteRect(0).contains(words));
        QVERIFY(foldNote(paper.scene(), 0, paper.font()).words.startsWith(u"One line"_s));
        QTest::mouseClick(paper.viewport(), Qt::LeftButton, {}, words.center());
        QTRY_COMPARE(room->offers.size(), 1);
        QCOMPARE(room->struckCount(), 0u);
        QVERIFY(room->isSuggested(boats));
        QTRY_VERIFY(paper.scene().layout.folds().empty());
        QVERIFY(!paper.rectsOf(room->spanOf(boats)).empty());
        QCOMPARE(room->offers.front().at(0).toString(), u"Restored. It was read, and suggests 1 quotation."_s);

        QSignalSpy wanted(&room->desk, &Desk::actionWanted);
        room->offers.front().at(3).value<std::function<void()>>()();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), u"edit.undo"_s);
        room->desk.change([](store::Project &project) { return project.undo(); });
        QTRY_COMPARE(room->struckCount(), 1u);
        QTRY_COMPARE(paper.scene().layout.folds().size(), 1u);
        QVERIFY(!room->isSuggested(boats));
        // Something else was done last: the offer takes nothing back any more.
        room->offers.front().at(3).value<std::function<void()>>()();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(room->said.size(), 1);
    }

    void keys_reach_a_fold_open_and_restore_it()
    {
        PaperView &paper = room->paper();
        const qint32 fold = room->spanOf(u"“"_s + boats).start;
        paper.setSelectedSpan({0, 0});
        for (int i = 0; i < 12 && paper.caret() != fold; ++i)
            QTest::keyClick(&paper, Qt::Key_Down);
        QCOMPARE(paper.caret(), fold);
        QTest::keyClick(&paper, Qt::Key_Down);
        QVERIFY(paper.caret() > room->spanOf(u"weekly letter."_s).end);
        QTest::keyClick(&paper, Qt::Key_Up);
        QCOMPARE(paper.caret(), fold);
        QTest::keyClick(&paper, Qt::Key_Right);
        QVERIFY(paper.caret() > room->spanOf(u"weekly letter."_s).start);
        QTest::keyClick(&paper, Qt::Key_Left);
        while (paper.caret() > fold)
            QTest::keyClick(&paper, Qt::Key_Left);
        QCOMPARE(paper.caret(), fold);
        QTest::keyClick(&paper, Qt::Key_Return);
        QVERIFY(paper.scene().layout.folds().front().open);
        QVERIFY(!paper.rectsOf(room->spanOf(boats)).empty());
        QTest::keyClick(&paper, Qt::Key_X, Qt::ShiftModifier);
        QTRY_VERIFY(room->isSuggested(boats));
        QCOMPARE(room->struckCount(), 0u);
    }

    void selected_words_are_struck_and_decisions_kept()
    {
        const QString words = u"“The gates are old,” Vera Quint said. “They leak every night.”"_s;
        const auto leak = std::ranges::find_if(room->workspace.snapshot()->quotations(), [](const Quotation &row) { return row.content.exact == u"They leak every night."_s; });
        const ItemId accepted = leak->id;
        room->desk.change([accepted](store::Project &project) { return project.setStatus({accepted}, Status::Accepted); });
        QTRY_COMPARE(room->workspace.snapshot()->quotation({accepted.value})->status, Status::Accepted);
        select(words);
        if (QTest::currentTestFailed())
            return;
        QTest::keyClick(&room->paper(), Qt::Key_X);
        QTRY_COMPARE(room->offers.size(), 1);
        QCOMPARE(room->offers.front().at(0).toString(), u"Struck. One suggestion went with it. One that you had decided on stays."_s);
        QCOMPARE(room->struckCount(), 2u);
        QVERIFY(room->paper().selectedSpan().isEmpty());
        // A part of a line is no fold; its words stay in sight, struck through.
        QTRY_COMPARE(room->paper().scene().layout.struck().size(), 2u);
        QVERIFY(!room->paper().rectsOf(room->spanOf(words)).empty());
        const auto formats = room->paper().scene().formats(room->paper().scene().layout.blocks().at(room->spanOf(words).start));
        QVERIFY(std::ranges::any_of(formats, [&](const QTextLayout::FormatRange &range) { return range.format.fontStrikeOut() && range.length == words.size(); }));
        QVERIFY(room->workspace.snapshot()->quotation({accepted.value}));
    }

    void the_menu_of_struck_words_restores_them()
    {
        PaperView &paper = room->paper();
        QContextMenuEvent event(QContextMenuEvent::Mouse, paper.foldNoteRect(0).center(), paper.viewport()->mapToGlobal(paper.foldNoteRect(0).center()));
        QCoreApplication::sendEvent(paper.viewport(), &event);
        auto *menu = room->pane.currentView()->findChild<QMenu *>();
        QVERIFY(menu);
        const QList<QAction *> actions = menu->actions();
        const auto at = std::ranges::find(actions, u"source.restore"_s, [](const QAction *action) { return action->objectName(); });
        QVERIFY(at != actions.end());
        (*at)->trigger();
        menu->close();
        QTRY_VERIFY(room->isSuggested(boats));
    }

    void what_cannot_be_done_is_said()
    {
        PaperView &paper = room->paper();
        paper.setSelectedSpan({0, 0});
        QTest::keyClick(&paper, Qt::Key_X);
        QTest::keyClick(&paper, Qt::Key_X, Qt::ShiftModifier);
        QCOMPARE(room->said.size(), 2);
        select(u"The gates are old,"_s);
        QTest::keyClick(&paper, Qt::Key_X, Qt::ShiftModifier);
        QCOMPARE(room->said.size(), 3);
        QVERIFY(room->offers.empty());
        QCOMPARE(room->struckCount(), 1u);
    }
};

QTEST_MAIN(TestSourceStrike)
#include "tst_sourcestrike.moc"
