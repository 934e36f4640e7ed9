// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/speakers.h"
#include "tests/ui/source/sourceroom.h"
#include "ui/source/pickercard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

/// Words marked, given to a speaker and moved in the text.
class TestSourceEdit : public test::SourceCase
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(); }
    void cleanup() { room.reset(); }

    void qMarksTheSelectedWordsAndUndoTakesThemBack()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const QString words = u"will not open before autumn"_s;
        const auto at = static_cast<qint32>(view->paper()->text().indexOf(words));
        const Span span{at, at + static_cast<qint32>(words.size())};
        test::selectWords(*view->paper(), span);
        QCOMPARE(view->paper()->selectedText(), words);
        QTest::keyClick(view->paper(), Qt::Key_Q);
        auto *card = view->findChild<PickerCard *>();
        QVERIFY(card->isVisible());
        QTRY_VERIFY(card->field()->hasFocus());
        QTest::keyClicks(card->field(), u"ruiz"_s);
        QTest::keyClick(card->field(), Qt::Key_Return);
        QVERIFY(!card->isVisible());
        QTRY_VERIFY(room->quotation(words).id);
        const Quotation stored = room->quotation(words);
        QCOMPARE(stored.content.span, span);
        QCOMPARE(room->workspace.snapshot()->agent(stored.speaker)->name, u"Ana Ruiz"_s);
        QTRY_COMPARE(room->workspace.selection().current(), ItemId(stored.id));
        QTRY_VERIFY(!view->paper()->scene().marks->wordsOf(stored.id).empty());
        auto undone = room->store.run([](store::Project &p) { return p.undo(); });
        QTRY_VERIFY(undone.isFinished());
        QTRY_VERIFY(!room->quotation(words).id);
        QTRY_VERIFY(view->paper()->scene().marks->wordsOf(stored.id).empty());
    }

    void aNameThatIsNewIsAddedWithItsQuotation()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const size_t agents = room->workspace.snapshot()->agents().size();
        const QString words = u"every second bolt"_s;
        const auto at = static_cast<qint32>(view->paper()->text().indexOf(words));
        view->paper()->setSelectedSpan({at, at + static_cast<qint32>(words.size())});
        QTest::keyClick(view->paper(), Qt::Key_Q);
        auto *card = view->findChild<PickerCard *>();
        QTest::keyClicks(card->field(), u"Zoe Quill"_s);
        QTest::keyClick(card->field(), Qt::Key_Return);
        QTRY_VERIFY(room->quotation(words).id);
        QCOMPARE(room->workspace.snapshot()->agents().size(), agents + 1);
        QCOMPARE(room->workspace.snapshot()->agent(room->quotation(words).speaker)->name, u"Zoe Quill"_s);
        // One step back takes the quotation and the name.
        auto undone = room->store.run([](store::Project &p) { return p.undo(); });
        QTRY_VERIFY(undone.isFinished());
        QTRY_COMPARE(room->workspace.snapshot()->agents().size(), agents);
        QVERIFY(!room->quotation(words).id);
    }

    void sNamesTheSpeakerOfTheCurrentQuotation()
    {
        const Quotation q = room->quotation(u"regrettable"_s);
        SourceView *view = room->open(q.id);
        QTest::keyClick(view->paper(), Qt::Key_S);
        auto *card = view->findChild<PickerCard *>();
        QVERIFY(card->isVisible());
        QTest::keyClicks(card->field(), u"ana"_s);
        QTest::keyClick(card->field(), Qt::Key_Return);
        QTRY_VERIFY(room->workspace.snapshot()->quotation(q.id)->speaker != q.speaker);
        QCOMPARE(room->workspace.snapshot()->agent(room->workspace.snapshot()->quotation(q.id)->speaker)->name, u"Ana Ruiz"_s);
    }

    void theCardLeavesTheWordsItAsksAboutInSight()
    {
        const Quotation q = room->quotation(u"regrettable"_s);
        SourceView *view = room->open(q.id);
        auto *card = view->findChild<PickerCard *>();
        for (const int height : {900, 560, 460}) {
            room->pane->resize(700, height);
            QCoreApplication::processEvents();
            QTest::keyClick(view->paper(), Qt::Key_S);
            QVERIFY(card->isVisible());
            const QRect words = view->paper()->rectsOf(q.content.span).front();
            const QRect seen(view->paper()->viewport()->mapToGlobal(words.topLeft()), words.size());
            const QRect covered(card->mapToGlobal(QPoint()), card->size());
            QVERIFY2(!covered.intersects(seen), qPrintable(u"at %1"_s.arg(height)));
            QTest::keyClick(card->field(), Qt::Key_Escape);
            QVERIFY(!card->isVisible());
        }
    }

    void shiftSAddsAnotherSpeaker()
    {
        const Quotation q = room->quotation(u"regrettable"_s);
        SourceView *view = room->open(q.id);
        QTest::keyClick(view->paper(), Qt::Key_S, Qt::ShiftModifier);
        auto *card = view->findChild<PickerCard *>();
        QVERIFY(card->isVisible());
        const QString first = room->workspace.snapshot()->agent(q.speaker)->name;
        QVERIFY(card->list()->findItems(first, Qt::MatchStartsWith).isEmpty());
        QTest::keyClicks(card->field(), u"ana"_s);
        QTest::keyClick(card->field(), Qt::Key_Return);
        QTRY_COMPARE(room->quotation(u"regrettable"_s).alsoSpeakers.size(), size_t(1));
        QCOMPARE(namesOf(*room->workspace.snapshot(), speakersOf(room->quotation(u"regrettable"_s))), first + u", Ana Ruiz"_s);
        // Somebody new comes with the words, in one step.
        QTest::keyClick(view->paper(), Qt::Key_S, Qt::ShiftModifier);
        QTest::keyClicks(card->field(), u"Zoe Quill"_s);
        QTest::keyClick(card->field(), Qt::Key_Return);
        QTRY_COMPARE(room->quotation(u"regrettable"_s).alsoSpeakers.size(), size_t(2));
        auto undone = room->store.run([](store::Project &p) { return p.undo(); });
        QTRY_VERIFY(undone.isFinished());
        QTRY_COMPARE(room->quotation(u"regrettable"_s).alsoSpeakers.size(), size_t(1));
        // S alone names one instead of all.
        QTest::keyClick(view->paper(), Qt::Key_S);
        QTest::keyClicks(card->field(), u"ana"_s);
        QTest::keyClick(card->field(), Qt::Key_Return);
        QTRY_VERIFY(room->quotation(u"regrettable"_s).alsoSpeakers.empty());
    }

    void nudgesAreStoredTogetherWhenTheKeysRest()
    {
        const Quotation q = room->quotation(u"We found rust in every second bolt,"_s);
        SourceView *view = room->open(q.id);
        QTest::keyClick(view->paper(), Qt::Key_Right, Qt::ShiftModifier | Qt::AltModifier);
        QTest::keyClick(view->paper(), Qt::Key_Right, Qt::ShiftModifier | Qt::AltModifier);
        QCOMPARE(view->paper()->selectedText(), u"rust in every second bolt,"_s);
        QCOMPARE(room->workspace.snapshot()->quotation(q.id)->content.exact, q.content.exact);
        QTRY_COMPARE(room->workspace.snapshot()->quotation(q.id)->content.exact, u"rust in every second bolt,"_s);
        auto undone = room->store.run([](store::Project &p) { return p.undo(); });
        QTRY_COMPARE(room->workspace.snapshot()->quotation(q.id)->content.exact, q.content.exact);
    }

    void aDraggedHandleMovesAnEndToAWordsEdge()
    {
        const Quotation q = room->quotation(u"We found rust in every second bolt,"_s);
        SourceView *view = room->open(q.id);
        PaperView &paper = *view->paper();
        QTRY_VERIFY(!paper.handleRect(true).isNull());
        const auto word = static_cast<qint32>(paper.text().indexOf(u"second bolt"));
        const QRect target = paper.rectsOf({word, word + 6}).back();
        QTest::mousePress(paper.viewport(), Qt::LeftButton, {}, paper.handleRect(true).center());
        QTest::mouseMove(paper.viewport(), target.center());
        QTest::mouseMove(paper.viewport(), QPoint(target.right() - 2, target.center().y()));
        QCOMPARE(paper.selectedText(), u"We found rust in every second"_s);
        QTest::mouseRelease(paper.viewport(), Qt::LeftButton, {}, QPoint(target.right() - 2, target.center().y()));
        QTRY_COMPARE(room->workspace.snapshot()->quotation(q.id)->content.exact, u"We found rust in every second"_s);
    }

    void copyTakesTheStoredWords()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const Quotation &q = room->quotation(u"We found rust in every second bolt,"_s);
        view->paper()->setSelectedSpan(q.content.span);
        QTest::keyClick(view->paper(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), q.content.exact);
        room->workspace.selection().set(q.id);
        QTest::keyClick(view->paper(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString cited = QGuiApplication::clipboard()->text();
        const QStringList parts{q.content.exact, u"Ana Ruiz"_s, u"The bridge stays shut"_s, u"Harbour Herald"_s, u"2031"_s, u"paragraph 2"_s};
        for (const QString &part : parts)
            QVERIFY2(cited.contains(part), qPrintable(cited));
    }
};

QTEST_MAIN(TestSourceEdit)
#include "tst_sourceedit.moc"
