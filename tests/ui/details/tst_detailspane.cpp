// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/details/detailsstage.h"
#include "ui/details/card.h"
#include "ui/details/passagepicker.h"
#include "ui/present/words.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/piecesview.h"
#include "ui/widgets/versiondiff.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using Stage = test::DetailsStage;

/// What is said of an item, and of all that is shown.
class tst_DetailsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versionsAreComparedWithWholeOnesBeforeAndAfter()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        std::vector<ArticleId> versions;
        for (const auto &more : {u" Noted."_s, u" Rust."_s, u" More rust."_s, u" No rust."_s}) {
            store::NewArticle version = test::bridgeShut();
            version.fileName = u"version.html"_s;
            version.original = more.toUtf8();
            version.document.text += more;
            version.document.url = {u"https://pier.example/bolts"_s, Basis::Metadata};
            if (versions.empty())
                version.document.remarks.push_back({RemarkKind::QuotedOnly, {}});
            const auto added = stage.store.run([version](store::Project &project) { return project.addArticle(version).transform([](const store::Added &one) { return one.article; }); });
            QTRY_VERIFY(added.isFinished());
            QVERIFY(added.result());
            versions.push_back(*added.result());
        }
        QTRY_COMPARE(stage.workspace.snapshot()->articles().size(), 6U);
        const auto offered = [&](size_t at) {
            const bool isShown = stage.select(versions[at]);
            return std::pair(isShown && stage.find<QPushButton>(u"details.compareVersions"_s), isShown && stage.find<QPushButton>(u"details.compareNext"_s));
        };
        QCOMPARE(offered(1), std::pair(false, true)); // before it there is a record only
        QCOMPARE(offered(2), std::pair(true, true));
        QCOMPARE(offered(3), std::pair(true, false));
        QCOMPARE(offered(1).second, true);
        stage.press(u"details.compareNext"_s);
        auto *diff = stage.find<VersionDiff>({});
        QVERIFY(diff && !diff->findChild<QPushButton *>(u"versionDiff.next"_s)->isEnabled());
        QTRY_VERIFY(diff->findChild<QPushButton *>(u"versionDiff.next"_s)->isEnabled());
        QVERIFY(diff->findChild<QLabel *>(u"versionDiff.which"_s)->text().contains(u" → "_s));
        QVERIFY(diff->findChild<QPlainTextEdit *>(u"versionDiff.text"_s)->toPlainText().contains(u"+ More"_s));
        diff->reject();
        const auto rows = stage.pane.findChildren<ItemRow *>();
        QVERIFY(std::ranges::any_of(rows, [](const ItemRow *row) { return row->accessibleName().contains(u"only a record"_s); }));
    }

    void nothingSelectedSaysWhatWouldBeHere()
    {
        Stage stage;
        QVERIFY(stage.pane.findChild<EmptyState *>()->isVisible());
        QVERIFY(stage.select(QuotationId{1}));
        QVERIFY(!stage.pane.findChild<EmptyState *>()->isVisible());
        stage.workspace.selection().clear();
        QTRY_VERIFY(stage.pane.findChild<EmptyState *>()->isVisible());
    }

    void withoutAnItemWhatIsShownStandsAtAGlance()
    {
        Stage stage;
        QTRY_VERIFY(stage.words().contains(u"3 articles, 6 quotations"_s));
        QVERIFY(stage.words().contains(u"6–9 May 2031"_s));
        const auto *reprint = stage.find<ItemRow>(u"item.%1.4"_s.arg(static_cast<int>(ItemType::Quotation)));
        QVERIFY(reprint); // the fuller of the two wordings
        QVERIFY(reprint->accessibleName().endsWith(u"Ana Ruiz · 2 wordings"_s));
        // It follows the filter …
        stage.workspace.setFilter(explore::Filter().with({.facet = explore::Facet::Outlet, .value = 2}));
        QTRY_VERIFY(stage.words().contains(u"1 article, 2 quotations"_s));
        QVERIFY(stage.words().contains(u"what the filter leaves"_s));
        stage.workspace.setFilter({});
        // … leads to its rows …
        const QString ruiz = u"item.%1.1"_s.arg(static_cast<int>(ItemType::Agent));
        QTRY_VERIFY(stage.words().contains(u"3 articles, 6 quotations"_s));
        auto *row = stage.find<ItemRow>(ruiz);
        QVERIFY(row);
        QVERIFY2(row->accessibleName().contains(u"2 quotations in 2 outlets"_s), qPrintable(row->accessibleName()));
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Return);
        QTRY_COMPARE(stage.pane.shownItem(), ItemId(AgentId{1}));
        // … and is one step away again.
        for (QAction *action : stage.pane.actions()) {
            if (action->objectName() == "details.glance"_L1)
                action->trigger();
        }
        QTRY_VERIFY(stage.words().contains(u"3 articles, 6 quotations"_s));
        QVERIFY(stage.pane.shownItem().isNull());
    }

    void everyKindOfItemHasACard_data()
    {
        QTest::addColumn<ItemId>("item");
        QTest::addColumn<QString>("heading");
        QTest::newRow("person") << ItemId(AgentId{1}) << u"Person"_s;
        QTest::newRow("organisation") << ItemId(AgentId{2}) << u"Organisation"_s;
        QTest::newRow("article") << ItemId(ArticleId{3}) << u"Article"_s;
        QTest::newRow("outlet") << ItemId(OutletId{1}) << u"Outlet"_s;
        QTest::newRow("figure") << ItemId(FigureId{1}) << u"Figure"_s;
        QTest::newRow("event") << ItemId(EventId{1}) << u"Event"_s;
        QTest::newRow("date") << ItemId(DateMentionId{1}) << u"Date"_s;
        QTest::newRow("hypothetical") << ItemId(QuotationId{6}) << u"Quotation · Hypothetical"_s;
    }
    void everyKindOfItemHasACard()
    {
        QFETCH(ItemId, item);
        Stage stage;
        QVERIFY(stage.select(item));
        QTEST(stage.pane.findChild<Card *>()->heading(), "heading");
        for (const QLabel *label : stage.pane.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void aQuotationSaysWhoWhenWhereAndHowItIsKnown()
    {
        Stage stage;
        QVERIFY(stage.select(QuotationId{1}));
        const QStringList words = stage.words();
        QVERIFY(words.contains(u"“We found rust in every second bolt,”"_s));
        QVERIFY(words.contains(u"day · worked out"_s));
        QVERIFY(words.contains(u"name + cue · “said”"_s));
        QVERIFY(words.contains(u"sure"_s));
        QVERIFY(words.contains(u"in quotation marks"_s));
        QVERIFY(words.contains(u"Suggested"_s));
        QCOMPARE(stage.find<ItemRow>(u"item.2.1"_s)->accessibleName(), u"Ana Ruiz, chief engineer"_s);
    }

    void wordsWithinAnothersSayWhoQuotesThem()
    {
        Stage stage;
        test::ArticleBuilder article(u"“Jon Falk told me, ‘The lock is shut,’ and I left,” said Ida Moor."_s);
        article.quotation(u"Jon Falk told me, ‘The lock is shut,’ and I left,"_s, article.agent(u"Ida Moor"_s), Kind::Statement, u"said"_s);
        article.quotation(u"The lock is shut,"_s, article.agent(u"Jon Falk"_s), Kind::Statement, u"told"_s);
        stage.createProject();
        stage.put(article.article());
        QVERIFY(QTest::qWaitFor([&] { return stage.workspace.snapshot()->quotations().size() == 2; }));
        const Snapshot &record = *stage.workspace.snapshot();
        QVERIFY(stage.select(record.quotations().back().id));
        QVERIFY(stage.words().contains(u"Quoted by"_s));
        QVERIFY(stage.words().contains(u"Ida Moor"_s));
        QVERIFY(stage.select(record.quotations().front().id));
        QVERIFY(!stage.words().contains(u"Quoted by"_s));
    }

    void whoQuotesItTogetherIsNamed()
    {
        Snapshot::Rows rows = test::sampleRows();
        Quotation inner = rows.quotations[3];
        inner.id = {7};
        inner.content.span = {inner.content.span.start + 3, inner.content.span.start + 13};
        inner.speaker = {2};
        rows.quotations[3].alsoSpeakers = {{4}};
        rows.quotations.push_back(inner);
        Stage stage;
        stage.workspace.reset(std::make_shared<Snapshot>(rows));
        QVERIFY(stage.select(QuotationId{7}));
        QTRY_VERIFY(stage.words().contains(u"Ana Ruiz, Tom Hale"_s));
        rows.quotations.back().speaker = {4}; // one of them
        stage.workspace.reset(std::make_shared<Snapshot>(rows));
        QVERIFY(stage.select(QuotationId{7}));
        QTRY_VERIFY(!stage.words().contains(u"Ana Ruiz, Tom Hale"_s));
        // What each of them said is near.
        const std::vector<ItemId> near = nearPassages(*test::jointRecord(), QuotationId{1}, 20);
        QVERIFY(std::ranges::contains(near, ItemId(QuotationId{4})) && std::ranges::contains(near, ItemId(QuotationId{3})));
    }

    void wordingsAreComparedWithSignAndColour()
    {
        Stage stage;
        QVERIFY(stage.select(QuotationId{1}));
        QVERIFY(stage.words().contains(u"+ 6 words added: “and we will not hide it”"_s));
        auto *view = stage.pane.findChild<PiecesView *>();
        QVERIFY(view);
        QTest::mouseClick(stage.find<Card>(u"details.variants"_s)->findChild<ItemRow *>(u"item.3.4"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.workspace.passage().item, ItemId(QuotationId{4}));
        QTRY_VERIFY(stage.words().contains(u"− 6 words cut: “and we will not hide it”"_s));
    }

    void contextAndCitationComeFromTheStoredText()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.context"_s);
        QTRY_VERIFY(stage.words().contains(u"In context"_s));
        QVERIFY(stage.words().filter(u"will not open before autumn"_s).size() == 1);
        stage.press(u"details.cite"_s);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"paragraph 2"_s));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"“We found rust in every second bolt,” — Ana Ruiz, “The bridge stays shut”, Harbour Herald"_s));
    }

    void whatSomebodySaysIsKeptToATopic()
    {
        Stage stage;
        const Quotation &first = stage.first();
        QVERIFY(stage.select(first.speaker));
        const auto *card = stage.find<Card>(u"details.positions"_s);
        QTRY_VERIFY(card->findChildren<ItemRow *>().size() >= 2);
        auto *topic = stage.find<QLineEdit>(u"details.topic"_s);
        QTest::keyClicks(topic, u"qqqq"_s);
        QTRY_VERIFY(card->findChildren<ItemRow *>().isEmpty());
        QTRY_VERIFY(stage.words().contains(u"Nothing on record has these words."_s));
        topic->clear();
        QTest::keyClicks(topic, first.content.exact.section(u' ', 0, 0));
        QTRY_VERIFY(card->findChild<ItemRow *>(u"item.3.%1"_s.arg(first.id.value)));
    }

    void aScanSaysHowWellItWasRead()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        store::NewArticle scan = test::bridgeShut();
        scan.fileName = u"scan.pdf"_s;
        scan.original = "another file";
        scan.document.text += u" Rust."_s;
        scan.document.recognition = Recognition{u"Tesseract 5.5.0"_s, {u"deu"_s, u"eng"_s}, 1337, 92.6, {{{0, 3}, 61}, {{4, 10}, 79}}};
        stage.put(scan);
        QTRY_COMPARE(stage.workspace.snapshot()->articles().size(), 3);
        QVERIFY(stage.select(stage.workspace.snapshot()->articles().back().id));
        QVERIFY(stage.workspace.snapshot()->articles().back().recognition);
        const auto said = [&stage] {
            QStringList all;
            for (const QLabel *label : stage.pane.findChildren<QLabel *>())
                all << label->text();
            return all.join(u'\n');
        };
        QTRY_VERIFY2(said().contains(u"Tesseract 5.5.0 (German"_s), qPrintable(said()));
        QVERIFY2(said().contains(u"93 % sure on average"_s) && said().contains(u"2 of 1,337 words uncertain"_s), qPrintable(said()));
        QVERIFY(stage.select(stage.workspace.snapshot()->articles().front().id));
        QTRY_VERIFY(!said().contains(u"Tesseract"_s));
    }

    void aRowLeadsToItsItem()
    {
        Stage stage;
        QVERIFY(stage.select(QuotationId{1}));
        QTest::mouseClick(stage.find<ItemRow>(u"item.2.1"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.pane.shownItem(), ItemId(AgentId{1}));
        QTRY_VERIFY(stage.find<ItemRow>(u"item.3.4"_s));
        auto *row = stage.find<ItemRow>(u"item.3.4"_s);
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Return);
        QTRY_COMPARE(stage.pane.shownItem(), ItemId(QuotationId{4}));
        QCOMPARE(stage.workspace.passage().article, ArticleId{2});
    }

    void theCardsTakeTheFocusAndTabVisitsTheirButtons()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.workspace.snapshot()->quotations().front().id));
        stage.pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.pane));
        stage.pane.setFocus();
        const QWidget *first = QApplication::focusWidget();
        QVERIFY(first && !qobject_cast<const QScrollArea *>(first));
        QStringList visited;
        for (int i = 0; i < 60; ++i) {
            visited.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (QApplication::focusWidget() == first)
                break;
        }
        for (const QString &button : {u"details.context"_s, u"details.accept"_s, u"details.reject"_s, u"details.relate"_s})
            QVERIFY2(visited.contains(button), qPrintable(button + u": "_s + visited.join(u' ')));
        QVERIFY(visited.indexOf(u"details.accept"_s) < visited.indexOf(u"details.relate"_s));
    }

    void nothingScrollsSidewaysAtItsNarrowest()
    {
        Stage stage;
        const auto &record = *stage.workspace.snapshot();
        stage.pane.resize(stage.pane.minimumWidth(), 300); // low, so that the vertical bar takes its share
        std::vector<ItemId> items{record.articles().front().id, record.events().front().id, record.figures().front().id};
        for (const Agent &agent : record.agents())
            items.emplace_back(agent.id);
        for (const Quotation &quotation : record.quotations())
            items.emplace_back(quotation.id);
        for (const ItemId &item : items) {
            QVERIFY(stage.select(item));
            QCoreApplication::processEvents();
            const auto *scroll = stage.pane.findChild<QScrollArea *>();
            QVERIFY2(scroll->horizontalScrollBar()->maximum() == 0,
                     qPrintable(present::itemName(record, item) + u' ' + QString::number(scroll->horizontalScrollBar()->maximum())));
        }
    }
};

QTEST_MAIN(tst_DetailsPane)
#include "tst_detailspane.moc"
