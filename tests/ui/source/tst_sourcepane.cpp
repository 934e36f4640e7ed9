// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplerecord.h"
#include "tests/ui/source/newarticle.h"
#include "ui/present/schemes.h"
#include "ui/present/tones.h"
#include "ui/source/articletabs.h"
#include "ui/source/findbar.h"
#include "ui/source/hovercard.h"
#include "ui/source/overviewbar.h"
#include "ui/source/paperview.h"
#include "ui/source/pickercard.h"
#include "ui/source/sourcepane.h"
#include "ui/source/sourceview.h"
#include "ui/source/textthemes.h"
#include "ui/widgets/desk.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <optional>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using explore::MarkLayer;
using explore::Sign;

class TestSourcePane : public QObject
{
    Q_OBJECT

private:
    /// A window's worth around one pane: project file, store, workspace, desk.
    struct Room {
        Room()
        {
            QObject::connect(&store, &store::Store::snapshotChanged, &workspace, [this] { workspace.setSnapshot(store.snapshot()); });
            auto created = store.create(folder.filePath(u"p.onrecord"_s));
            QVERIFY(QTest::qWaitFor([&] { return created.isFinished(); }));
            QVERIFY(created.result().has_value());
        }
        void put(const store::NewArticle &article)
        {
            auto added = store.run([article](store::Project &project) -> Result<void> {
                const auto done = project.addArticle(article);
                return done ? Result<void>() : std::unexpected(done.error());
            });
            QVERIFY(QTest::qWaitFor([&] { return added.isFinished(); }));
            QVERIFY2(added.result().has_value(), added.result().has_value() ? "" : qPrintable(added.result().error().detail));
        }
        void putSample()
        {
            const SnapshotPtr sample = test::sampleRecord();
            for (const Article &article : sample->articles())
                put(test::newArticle(*sample, article.id, test::sampleText(article.id)));
            QVERIFY(QTest::qWaitFor([&] { return workspace.snapshot()->articles().size() == 3; }));
        }
        void show(QSize size = {760, 560})
        {
            pane = std::make_unique<SourcePane>(desk);
            pane->resize(size);
            pane->show();
            QVERIFY(QTest::qWaitForWindowExposed(pane.get()));
        }
        SourceView *open(ItemId item)
        {
            workspace.open(item);
            const ArticleId article = workspace.passage().article;
            [&] {
                QTRY_VERIFY(pane->currentView() && pane->currentView()->article() == article && pane->currentView()->isReady());
                QTRY_VERIFY(!pane->currentView()->paper()->grab().isNull());
            }();
            return pane->currentView();
        }
        [[nodiscard]] const Quotation &quotation(const QString &words) const
        {
            static const Quotation none;
            for (const Quotation &row : workspace.snapshot()->quotations()) {
                if (row.content.exact == words)
                    return row;
            }
            return none;
        }

        QTemporaryDir folder;
        store::Store store{std::make_shared<SystemClock>()};
        explore::Workspace workspace;
        QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
        Desk desk{workspace, store, settings};
        std::unique_ptr<SourcePane> pane;
    };

    std::optional<Room> room;

    static QPoint middleOf(PaperView &paper, Span span)
    {
        const auto rects = paper.rectsOf(span);
        return rects.empty() ? QPoint(-1, -1) : rects.front().center();
    }

    static void select(PaperView &paper, Span span)
    {
        const auto rects = paper.rectsOf(span);
        QTest::mousePress(paper.viewport(), Qt::LeftButton, {}, QPoint(rects.front().left() + 1, rects.front().center().y()));
        QTest::mouseMove(paper.viewport(), rects.front().center());
        QTest::mouseMove(paper.viewport(), QPoint(rects.back().right() - 1, rects.back().center().y()));
        QTest::mouseRelease(paper.viewport(), Qt::LeftButton, {}, QPoint(rects.back().right() - 1, rects.back().center().y()));
    }

    /// How many pixels of a colour a picture of the paper has.
    static int count(PaperView &paper, const QColor &colour, QRect where = {})
    {
        const QImage picture = paper.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRect inside = where.isNull() ? picture.rect() : where & picture.rect();
        int found = 0;
        for (int y = inside.top(); y <= inside.bottom(); ++y) {
            for (int x = inside.left(); x <= inside.right(); ++x)
                found += picture.pixel(x, y) == (colour.rgb() | 0xff000000) ? 1 : 0;
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        room.emplace();
        room->putSample();
        room->show();
    }
    void cleanup() { room.reset(); }

    void openingAnItemShowsItsWords()
    {
        const Quotation &q = room->quotation(u"regrettable"_s);
        SourceView *view = room->open(q.id);
        QCOMPARE(room->pane->tabs()->count(), 1);
        QVERIFY(!view->paper()->rectsOf(q.content.span).empty());
        QTRY_VERIFY(count(*view->paper(), view->paper()->scene().style.accent, view->paper()->rectsOf(q.content.span).front().adjusted(-4, -3, 4, 3)) > 20);
    }

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
        QCOMPARE(paper.scene().head.note, u"recognised in a picture"_s);
        const PaperStyle &style = paper.scene().style;
        // The dots are in an ink that is read on the paper, and stand under that word alone.
        QVERIFY(present::contrast(style.quietInk, style.paper) >= 4.5);
        const QRect word = paper.rectsOf({4, 10}).front();
        const QRect other = paper.rectsOf({18, 22}).front();
        QTRY_VERIFY(count(paper, style.quietInk, word) >= 8);
        QCOMPARE(count(paper, style.quietInk, other), 0);
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

    void aClickOnAMarkSelectsItsItem()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const Quotation &q = room->quotation(u"regrettable"_s);
        const int places = static_cast<int>(room->workspace.trail().size());
        QTest::mouseClick(view->paper()->viewport(), Qt::LeftButton, {}, middleOf(*view->paper(), q.content.span));
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
        const QPoint place = middleOf(*view->paper(), figure.content.span);
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
        QTest::mouseMove(view->paper()->viewport(), middleOf(*view->paper(), q.content.span));
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
        QVERIFY(count(*view->paper(), wash) > 50);
        room->pane->findChild<QAction *>(u"source.layer.figures"_s)->trigger();
        QCOMPARE(count(*view->paper(), wash), 0);
        QVERIFY(count(*view->paper(), view->paper()->scene().style.mark(Sign::Statement).wash) > 50);
        const Figure &figure = room->workspace.snapshot()->figures().front();
        QTest::mouseClick(view->paper()->viewport(), Qt::LeftButton, {}, middleOf(*view->paper(), figure.content.span));
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
        QVERIFY(count(*view->paper(), wash) > 50);
        room->workspace.setFilter(explore::Filter{}.with({explore::Facet::Kind, static_cast<qint64>(Kind::Statement), 0, 0, {}, false}));
        QTRY_COMPARE(count(*view->paper(), wash), 0);
        room->workspace.setFilter({});
        QTRY_VERIFY(count(*view->paper(), wash) > 50);
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
        QVERIFY(count(*view->paper(), style.paper) > 1000);
        QVERIFY(count(*view->paper(), style.mark(Sign::Statement).wash) > 50);
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
            QVERIFY(count(*view->paper(), i == 0 ? style.currentFindWash : style.findWash, rects.front()) > 10);
        }
        const auto &entries = view->paper()->overview()->entries();
        QCOMPARE(std::ranges::count(entries, quint8(8), &OverviewBar::Entry::rank), expected);
        QTest::keyClick(view->findBar()->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(view->findBar()->findChild<QLabel *>()->text(), u"2 of %1"_s.arg(expected));
        QTest::keyClick(view->findBar()->findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(!view->findBar()->isVisible());
        QCOMPARE(count(*view->paper(), style.findWash), 0);
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

    void qMarksTheSelectedWordsAndUndoTakesThemBack()
    {
        SourceView *view = room->open(ItemId(room->workspace.snapshot()->articles().front().id));
        const QString words = u"will not open before autumn"_s;
        const auto at = static_cast<qint32>(view->paper()->text().indexOf(words));
        const Span span{at, at + static_cast<qint32>(words.size())};
        select(*view->paper(), span);
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
