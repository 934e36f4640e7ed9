// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/source/sourceroom.h"
#include "ui/source/articletabs.h"
#include "ui/source/hovercard.h"

#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::MarkLayer;
using explore::Sign;

/// The pane: what it opens, marks and tells, and how it follows the others.
class TestSourcePane : public test::SourceCase
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(); }
    void cleanup() { room.reset(); }

    void openingAnItemShowsItsWords()
    {
        const Quotation &q = room->quotation(u"regrettable"_s);
        SourceView *view = room->open(q.id);
        QCOMPARE(room->pane->tabs()->count(), 1);
        QVERIFY(!view->paper()->rectsOf(q.content.span).empty());
        QTRY_VERIFY(test::countPixels(*view->paper(), view->paper()->scene().style.accent, view->paper()->rectsOf(q.content.span).front().adjusted(-4, -3, 4, 3)) > 20);
    }

    void aClickOnAMarkSelectsItsItem()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const Quotation &q = room->quotation(u"regrettable"_s);
        const int places = static_cast<int>(room->workspace.trail().size());
        QTest::mouseClick(view->paper()->viewport(), Qt::LeftButton, {}, test::middleOf(*view->paper(), q.content.span));
        QCOMPARE(room->workspace.selection().current(), ItemId(q.id));
        QCOMPARE(static_cast<int>(room->workspace.trail().size()), places + 1);
        QTest::keyClick(view->paper(), Qt::Key_Escape);
        QVERIFY(room->workspace.selection().items().isEmpty());
    }

    void clicksWalkThroughOverlappingMarks()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const Figure figure = room->workspace.snapshot()->figures().front();
        const Span around{figure.content.span.start - 18, figure.content.span.end};
        auto added = room->store.run([=, article = figure.article](store::Project &p) { return p.addQuotation(article, around, Kind::Statement, {}); });
        QTRY_VERIFY(added.isFinished());
        const QuotationId outer = *added.result();
        QTRY_VERIFY(room->workspace.snapshot()->quotation(outer));
        QTRY_VERIFY(!view->paper()->scene().marks->wordsOf(outer).empty());
        const QPoint place = test::middleOf(*view->paper(), figure.content.span);
        QTest::mouseClick(view->paper()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(room->workspace.selection().current(), ItemId(figure.id));
        QTest::mouseClick(view->paper()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(room->workspace.selection().current(), ItemId(outer));
        QTest::mouseClick(view->paper()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(room->workspace.selection().current(), ItemId(figure.id));
    }

    void aDiscSelectsItsSpeaker()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        QTRY_VERIFY(!view->paper()->scene().discs.empty());
        const Disc disc = view->paper()->scene().discs.front();
        QTest::mouseClick(view->paper()->viewport(), Qt::LeftButton, {}, view->paper()->discRect(0).center());
        QCOMPARE(room->workspace.selection().current(), ItemId(disc.agent));
        QCOMPARE(room->workspace.snapshot()->agent(disc.agent)->name, u"Ana Ruiz"_s);
    }

    void hoveringTellsWhoAndWhat()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const Quotation &q = room->quotation(u"We found rust in every second bolt,"_s);
        QTest::mouseMove(view->paper()->viewport(), test::middleOf(*view->paper(), q.content.span));
        QCOMPARE(room->workspace.selection().hovered(), ItemId(q.id));
        auto *card = view->findChild<HoverCard *>();
        QTRY_VERIFY(card->isVisible());
        QCOMPARE(card->lines().first(), u"Ana Ruiz"_s);
        QVERIFY(card->lines().contains(u"chief engineer"_s));
        QTest::mouseMove(view->paper()->viewport(), QPoint(3, view->paper()->viewport()->height() - 3));
        QTRY_VERIFY(!card->isVisible());
        QVERIFY(room->workspace.selection().hovered().isNull());
    }

    void aLayerSwitchedOffLeavesNoTrace()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const QColor wash = view->paper()->scene().style.mark(Sign::Figure).wash;
        QVERIFY(test::countPixels(*view->paper(), wash) > 50);
        room->pane->findChild<QAction *>(u"source.layer.figures"_s)->trigger();
        QCOMPARE(test::countPixels(*view->paper(), wash), 0);
        QVERIFY(test::countPixels(*view->paper(), view->paper()->scene().style.mark(Sign::Statement).wash) > 50);
        const Figure &figure = room->workspace.snapshot()->figures().front();
        QTest::mouseClick(view->paper()->viewport(), Qt::LeftButton, {}, test::middleOf(*view->paper(), figure.content.span));
        QVERIFY(room->workspace.selection().current() != ItemId(figure.id));
        // Remembered by the next pane.
        SourcePane next(room->desk);
        QVERIFY(!next.layers().testFlag(MarkLayer::Figures));
        QVERIFY(next.layers().testFlag(MarkLayer::Quotations));
    }

    void theFilterTakesTheColourOfWhatItLeavesOut()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const QColor wash = view->paper()->scene().style.mark(Sign::Fragment).wash;
        QVERIFY(test::countPixels(*view->paper(), wash) > 50);
        room->workspace.setFilter(explore::Filter{}.with({explore::Facet::Kind, static_cast<qint64>(Kind::Statement), 0, 0, {}, false}));
        QTRY_COMPARE(test::countPixels(*view->paper(), wash), 0);
        room->workspace.setFilter({});
        QTRY_VERIFY(test::countPixels(*view->paper(), wash) > 50);
    }

    void jAndKWalkThroughTheMarks()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        std::vector<ItemId> walked;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(view->paper(), Qt::Key_J);
            walked.push_back(room->workspace.selection().current());
        }
        QCOMPARE(walked.front().type, ItemType::DateMention);
        QCOMPARE(walked[1], ItemId(room->quotation(u"We found rust in every second bolt,"_s).id));
        QCOMPARE(walked[2].type, ItemType::Figure);
        QTest::keyClick(view->paper(), Qt::Key_K);
        QCOMPARE(room->workspace.selection().current(), walked[1]);
    }

    void tabsFollowThePassageAndKeepTheirPlace()
    {
        room->put(test::longArticle(60'000, 200));
        QTRY_COMPARE(room->workspace.snapshot()->articles().size(), size_t(4));
        const ArticleId longOne = room->workspace.snapshot()->articles().back().id;
        SourceView *view = room->open(ItemId(longOne));
        view->paper()->setReadingPosition(30'000);
        const qint32 place = view->paper()->readingPosition();
        QVERIFY(std::abs(place - 30'000) < 200);
        room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        QCOMPARE(room->pane->tabs()->count(), 2);
        QTest::keyClick(room->pane->currentView()->paper(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(room->pane->currentView(), view);
        QCOMPARE(view->paper()->readingPosition(), place);
        QTRY_COMPARE(room->workspace.passage().article, longOne);
        QTest::mouseClick(room->pane->tabs(), Qt::MiddleButton, {}, room->pane->tabs()->tabRect(room->pane->tabs()->currentIndex()).center());
        QCOMPARE(room->pane->tabs()->count(), 1);
        QVERIFY(!room->pane->viewOf(longOne));
    }

    void aPassageStandsAtAThirdOfTheHeight()
    {
        room->put(test::longArticle(60'000, 200));
        QTRY_COMPARE(room->workspace.snapshot()->articles().size(), size_t(4));
        const auto said = room->workspace.snapshot()->quotationsIn(room->workspace.snapshot()->articles().back().id);
        SourceView *view = room->open(said[120]);
        const Span span = room->workspace.snapshot()->quotation(said[120])->content.span;
        QTRY_VERIFY(!view->paper()->rectsOf(span).empty());
        const int height = view->paper()->viewport()->height();
        QVERIFY(std::abs(view->paper()->rectsOf(span).front().top() - height / 3) < 40);
        QCOMPARE(view->paper()->text().mid(span.start, span.length()), u"bolt 121 was loose 🔩 when we came"_s);
    }

    void openingTheCurrentItemAgainBringsItBackIntoView()
    {
        room->pane->resize(420, 220);
        const Quotation last = room->workspace.snapshot()->quotations().back();
        SourceView *view = room->open(last.id);
        PaperView &paper = *view->paper();
        const int there = paper.verticalScrollBar()->value();
        QVERIFY(there > 0);
        paper.verticalScrollBar()->setValue(0);
        room->workspace.open(last.id);
        QTRY_COMPARE(paper.verticalScrollBar()->value(), there);
    }

    void everyControlHasAName()
    {
        room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        for (const QToolButton *button : room->pane->findChildren<QToolButton *>()) {
            const bool named = !button->accessibleName().isEmpty() || !button->text().isEmpty() || qobject_cast<ArticleTabs *>(button->parentWidget())
                || qobject_cast<QLineEdit *>(button->parentWidget());
            QVERIFY2(named, button->metaObject()->className());
        }
        QVERIFY(!room->pane->currentView()->paper()->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestSourcePane)
#include "tst_sourcepane.moc"
