// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/source/sourceroom.h"
#include "ui/present/schemes.h"
#include "ui/present/tones.h"
#include "ui/source/findbar.h"
#include "ui/source/overviewbar.h"
#include "ui/source/textthemes.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopeGuard>
#include <QToolTip>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::Sign;

/// Reading: finding words, themes, folds, and what a screen reader is told.
class TestSourceRead : public test::SourceCase
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(); }
    void cleanup() { room.reset(); }

    void wordsThatAScanIsUncertainOfAreVeiledAndTold_data()
    {
        QTest::addColumn<present::Scheme>("scheme");
        QTest::newRow("light") << present::Scheme::Light;
        QTest::newRow("dark") << present::Scheme::Dark;
        QTest::newRow("high contrast") << present::Scheme::HighContrast;
    }
    void wordsThatAScanIsUncertainOfAreVeiledAndTold()
    {
        QFETCH(present::Scheme, scheme);
        const QPalette before = QApplication::palette();
        const auto back = qScopeGuard([&before] { QApplication::setPalette(before); });
        QApplication::setPalette(present::schemePalette(scheme));
        store::NewArticle scan;
        scan.fileName = u"scan.png"_s;
        scan.original = "not looked at";
        scan.document.text = u"The ovvner of the mill gave in."_s;
        scan.document.mediaType = u"image/png"_s;
        scan.document.recognition = Recognition{u"Tesseract 5.5.0"_s, {u"eng"_s}, 7, 91, {{{4, 10}, 61}}};
        room->put(scan);
        QTRY_COMPARE(room->workspace.snapshot()->articles().size(), 4);
        const Article &row = room->workspace.snapshot()->articles().back();
        QVERIFY(row.recognition && row.recognition->uncertain.size() == 1);
        SourceView *view = room->open(ItemId(row.id));
        PaperView &paper = *view->paper();
        QCOMPARE(paper.scene().head.meta, u"date not known · recognised in a picture"_s); // nothing stands between the two
        const PaperStyle &style = paper.scene().style;
        // The dots are in an ink that is read on the paper, and stand under that word alone.
        QVERIFY(present::contrast(style.quietInk, style.paper) >= 4.5);
        const QRect word = paper.rectsOf({4, 10}).front();
        const QRect other = paper.rectsOf({18, 22}).front();
        QTRY_VERIFY(test::countPixels(paper, style.quietInk, word) >= 8);
        QCOMPARE(test::countPixels(paper, style.quietInk, other), 0);
        // So is the veil, and the words on it are still read.
        const QImage picture = paper.viewport()->grab().toImage();
        const QColor veil = picture.pixelColor(word.left() + 1, word.top() + 3);
        QVERIFY(veil != picture.pixelColor(other.left() + 1, other.top() + 3));
        QVERIFY2(present::contrast(style.ink, veil) >= 4.5, qPrintable(veil.name()));
        QHelpEvent help(QEvent::ToolTip, word.center(), paper.viewport()->mapToGlobal(word.center()));
        QApplication::sendEvent(paper.viewport(), &help);
        QTRY_VERIFY(QToolTip::text().contains(u"61 %"_s));
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&paper);
        int start = 0;
        int end = 0;
        QVERIFY(access->textInterface()->attributes(5, &start, &end).contains(u"dotted"_s));
        QCOMPARE((Span{start, end}), (Span{4, 10}));
        QToolTip::hideText();
    }

    void everyThemeKeepsTextReadable()
    {
        TextThemes &themes = room->pane->themes();
        QVERIFY(themes.names().size() > 10);
        QVERIFY(themes.names().first().startsWith("OnRecord"_L1));
        QStringList names = themes.names();
        names.append(QString());
        for (const QString &name : std::as_const(names)) {
            themes.setCurrent(name);
            QCOMPARE(themes.current(), name);
            const PaperStyle style = themes.style(QGuiApplication::palette());
            QVERIFY2(present::contrast(style.ink, style.paper) >= 4.5, qPrintable(name));
            QVERIFY2(present::contrast(style.quietInk, style.paper) >= 4.5, qPrintable(name));
            for (const MarkStyle &mark : style.marks) {
                const QColor ground = mark.wash.isValid() ? mark.wash : style.paper;
                const QColor ink = mark.ink.isValid() ? mark.ink : style.ink;
                QVERIFY2(present::contrast(ink, ground) >= 4.5, qPrintable(name));
                QVERIFY2(!mark.line.isValid() || present::contrast(mark.line, style.paper) >= 3.0, qPrintable(name));
            }
        }
    }

    void aChosenThemeColoursTheOpenPage()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        QMenu *menu = room->pane->themeMenu();
        Q_EMIT menu->aboutToShow();
        QAction *dracula = nullptr;
        for (QAction *action : menu->actions())
            dracula = action->text() == u"Dracula"_s ? action : dracula;
        QVERIFY(dracula);
        dracula->trigger();
        const PaperStyle style = view->paper()->scene().style;
        QVERIFY(style.isDark);
        QVERIFY(test::countPixels(*view->paper(), style.paper) > 1000);
        QVERIFY(test::countPixels(*view->paper(), style.mark(Sign::Statement).wash) > 50);
        QCOMPARE(room->settings.value(u"source/theme"_s).toString(), u"Dracula"_s);
    }

    void pastedTextIsPreviewedByTheRules()
    {
        const QString text = u"She said “never again” on 6 May 2031.\nIt cost 40 million euros."_s;
        QStringList found;
        for (const explore::Mark &mark : room->pane->themes().preview(text))
            found.append(text.mid(mark.span.start, mark.span.length()));
        QCOMPARE(found, (QStringList{u"said"_s, u"never again"_s, u"6 May 2031"_s, u"40 million euros"_s}));
    }

    void findMarksAndCountsEveryHit()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        QTest::keyClick(view->paper(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(view->findBar()->isVisible());
        QTest::keyClicks(view->findBar()->findChild<QLineEdit *>(), u"the"_s);
        const auto expected = test::sampleText({1}).count(u"the"_s, Qt::CaseInsensitive);
        QTRY_COMPARE(static_cast<qsizetype>(view->found().hits.size()), expected);
        QTRY_COMPARE(view->findBar()->findChild<QLabel *>()->text(), u"1 of %1"_s.arg(expected));
        // Every hit of the answer stands on the page in its colour, and in the overview.
        const PaperStyle &style = view->paper()->scene().style;
        for (size_t i = 0; i < view->found().hits.size(); ++i) {
            const auto rects = view->paper()->rectsOf(view->found().hits[i]);
            QVERIFY(!rects.empty());
            QVERIFY(test::countPixels(*view->paper(), i == 0 ? style.currentFindWash : style.findWash, rects.front()) > 10);
        }
        const auto &entries = view->paper()->overview()->entries();
        QCOMPARE(std::ranges::count(entries, quint8(8), &OverviewBar::Entry::rank), expected);
        QTest::keyClick(view->findBar()->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(view->findBar()->findChild<QLabel *>()->text(), u"2 of %1"_s.arg(expected));
        QTest::keyClick(view->findBar()->findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(!view->findBar()->isVisible());
        QCOMPARE(test::countPixels(*view->paper(), style.findWash), 0);
    }

    void curlyMarksAreFoundByStraightOnes()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        QTest::keyClick(view->paper(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(view->findBar()->findChild<QLineEdit *>(), u"\"regrettable\""_s);
        // While the words are typed their beginning is found too.
        const auto found = [view] {
            const auto &hits = view->found().hits;
            return hits.size() == 1 ? view->paper()->text().mid(hits.front().start, hits.front().length()) : QString();
        };
        QTRY_COMPARE(found(), u"“regrettable”"_s);
    }

    void theWordsOfTheFilterAreMarkedInTheText()
    {
        const QuotationId id = room->workspace.snapshot()->quotations().front().id;
        SourceView *view = room->open(id);
        const QString word = view->paper()->text().simplified().section(u' ', 1, 1).remove(u',').remove(u'.');
        explore::Term term;
        term.facet = explore::Facet::Words;
        term.words = word;
        room->workspace.setFilter(explore::Filter().with(term));
        QTRY_VERIFY(!view->paper()->scene().hits.empty());
        for (const Span &hit : view->paper()->scene().hits)
            QCOMPARE(view->paper()->text().mid(hit.start, hit.length()).toCaseFolded(), word.toCaseFolded());
        room->workspace.setFilter({});
        QTRY_VERIFY(view->paper()->scene().hits.empty());
    }

    void struckLinesFoldAndOpen()
    {
        const SnapshotPtr sample = test::sampleRecord();
        store::NewArticle article = test::newArticle(*sample, {1}, test::sampleText({1}));
        article.document.text += u"\n\nSign up for our letter\nMore from the harbour"_s;
        article.original = article.document.text.toUtf8();
        const auto from = static_cast<qint32>(article.document.text.indexOf(u"Sign up"));
        article.document.regions = {{{from, static_cast<qint32>(article.document.text.size())}, RegionKind::Boilerplate, true}};
        room->put(article);
        QTRY_COMPARE(room->workspace.snapshot()->articles().size(), size_t(4));
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().back().id));
        PaperView &paper = *view->paper();
        QVERIFY(paper.rectsOf({from, from + 4}).empty());
        const PaperLayout &layout = paper.scene().layout;
        const int first = layout.folds().front().first;
        const auto noteAt = [&] { return paper.columnRect().left() + 30; };
        const int y = static_cast<int>(layout.top(first)) + paper.rectsOf({0, 3}).front().top() + layout.foldNoteHeight() / 2;
        QTest::mouseClick(paper.viewport(), Qt::LeftButton, {}, QPoint(noteAt(), y));
        QVERIFY(!paper.rectsOf({from, from + 4}).empty());
        QTest::mouseClick(paper.viewport(), Qt::LeftButton, {}, QPoint(noteAt(), y));
        QVERIFY(paper.rectsOf({from, from + 4}).empty());
    }

    void theHeadlineInTheTextIsTheTitle()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        QCOMPARE(view->paper()->scene().layout.headline(), 0);
        QCOMPARE(view->paper()->scene().head.meta, u"Harbour Herald · 6 May 2031"_s);
    }

    void aMenuAboveTheHeadlineDoesNotMakeASecondOne()
    {
        const SnapshotPtr sample = test::sampleRecord();
        const QString menu = u"Home Sport Harbour"_s;
        store::NewArticle article = test::newArticle(*sample, {1}, menu + u"\n\n"_s + test::sampleText({1}));
        article.original = article.document.text.toUtf8();
        article.document.regions = {{{0, static_cast<qint32>(menu.size())}, RegionKind::Boilerplate, true}};
        room->put(article);
        QTRY_COMPARE(room->workspace.snapshot()->articles().size(), size_t(4));
        const SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().back().id));
        const PaperLayout &layout = view->paper()->scene().layout;
        QVERIFY(layout.headline() > 0);
        QCOMPARE(layout.look(layout.headline()), BlockLook::Headline);
    }

    void aScreenReaderReadsTheStoredText()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        PaperView &paper = *view->paper();
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&paper);
        QVERIFY(access && access->textInterface());
        QAccessibleTextInterface *text = access->textInterface();
        QCOMPARE(text->text(0, text->characterCount()), test::sampleText({1}));
        QVERIFY(access->state().readOnly);
        const Span span = room->quotation(u"regrettable"_s).content.span;
        text->setSelection(0, span.start, span.end);
        QCOMPARE(paper.selectedText(), u"regrettable"_s);
        QCOMPARE(text->selectionCount(), 1);
        const QRect place = text->characterRect(span.start);
        QCOMPARE(text->offsetAtPoint(place.center()), span.start);
        int start = 0;
        int end = 0;
        QCOMPARE(text->textAtOffset(span.start, QAccessible::WordBoundary, &start, &end), u"regrettable"_s);
    }

    void theCaretWalksByCharacterWordAndLine()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        PaperView &paper = *view->paper();
        paper.setSelectedSpan({0, 0});
        QTest::keyClick(&paper, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(paper.caret(), 4); // "The |bridge"
        QTest::keyClick(&paper, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(paper.selectedText(), u"bridge "_s);
        QTest::keyClick(&paper, Qt::Key_End);
        QCOMPARE(paper.caret(), static_cast<qint32>(paper.text().indexOf(u'\n')));
        QTest::keyClick(&paper, Qt::Key_Down);
        QVERIFY(paper.caret() > static_cast<qint32>(paper.text().indexOf(u"The crossing")));
        QTest::keyClick(&paper, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(paper.caret(), static_cast<qint32>(paper.text().size()));
        QTest::keyClick(&paper, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(paper.caret(), 0);
    }
};

QTEST_MAIN(TestSourceRead)
#include "tst_sourceread.moc"
