// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/samplearticles.h"
#include "tests/support/samplerecord.h"
#include "ui/present/words.h"
#include "ui/details/agentpicker.h"
#include "ui/details/card.h"
#include "ui/details/detailspane.h"
#include "ui/details/editablefield.h"
#include "ui/details/passagepicker.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/piecesview.h"

#include <QComboBox>
#include <QApplication>
#include <QAction>
#include <QScrollBar>
#include <QScrollArea>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

namespace {

struct Stage {
    Stage()
    {
        QObject::connect(&store, &store::Store::snapshotChanged, &workspace, [this] { workspace.setSnapshot(store.snapshot()); });
        workspace.reset(test::sampleRecord());
        pane.resize(420, 900);
        pane.show();
        if (!QTest::qWaitForWindowExposed(&pane))
            qWarning("the pane is not shown");
        pane.activateWindow();
    }
    [[nodiscard]] bool openProject()
    {
        store.create(folder.filePath(u"bridge.onrecord"_s));
        store.run([](store::Project &project) -> Result<void> {
            for (const auto &article : {test::bridgeShut(), test::rustAndRumours()}) {
                if (const auto added = project.addArticle(article); !added)
                    return std::unexpected(added.error());
            }
            return {};
        });
        return QTest::qWaitFor([this] { return workspace.snapshot()->articles().size() == 2; });
    }
    [[nodiscard]] bool select(ItemId item)
    {
        workspace.selection().set(item);
        return QTest::qWaitFor([&] { return pane.shownItem() == item; });
    }
    QStringList words() const
    {
        QStringList out;
        for (const QLabel *label : pane.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&pane))
                out.append(label->text());
        }
        return out;
    }
    template<class W>
    W *find(const QString &name) const { return pane.findChild<W *>(name); }
    void press(const QString &name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    const Quotation &first() const { return workspace.snapshot()->quotations().front(); }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    explore::Workspace workspace;
    store::Store store{test::fixedClock()};
    Desk desk{workspace, store, settings};
    DetailsPane pane{desk};
};

} // namespace

class tst_DetailsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aScanSaysHowWellItWasRead()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        store::NewArticle scan = test::bridgeShut();
        scan.fileName = u"scan.pdf"_s;
        scan.original = "another file";
        scan.document.text += u" Rust."_s;
        scan.document.recognition = Recognition{u"Tesseract 5.5.0"_s, {u"deu"_s, u"eng"_s}, 1337, 92.6, {{{0, 3}, 61}, {{4, 10}, 79}}};
        stage.store.run([scan](store::Project &project) { return project.addArticle(scan).transform([](const store::Added &) {}); });
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

    void wordsWithinAnothersSayWhoQuotesThem()
    {
        Stage stage;
        stage.store.create(stage.folder.filePath(u"within.onrecord"_s));
        stage.store.run([](store::Project &project) -> Result<void> {
            test::ArticleBuilder article(u"“Jon Falk told me, ‘The lock is shut,’ and I left,” said Ida Moor."_s);
            article.quotation(u"Jon Falk told me, ‘The lock is shut,’ and I left,"_s, article.agent(u"Ida Moor"_s), Kind::Statement, u"said"_s);
            article.quotation(u"The lock is shut,"_s, article.agent(u"Jon Falk"_s), Kind::Statement, u"told"_s);
            const auto added = project.addArticle(article.article());
            return added ? Result<void>() : std::unexpected(added.error());
        });
        QVERIFY(QTest::qWaitFor([&] { return stage.workspace.snapshot()->quotations().size() == 2; }));
        const Snapshot &record = *stage.workspace.snapshot();
        QVERIFY(stage.select(record.quotations().back().id));
        QVERIFY(stage.words().contains(u"Quoted by"_s));
        QVERIFY(stage.words().contains(u"Ida Moor"_s));
        QVERIFY(stage.select(record.quotations().front().id));
        QVERIFY(!stage.words().contains(u"Quoted by"_s));
    }

    void aPassageIsRelatedToAnotherAndBothSidesSayIt()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        const Snapshot &record = *stage.workspace.snapshot();
        const QuotationId from = record.quotations().front().id;
        const QuotationId to = record.quotations().back().id;
        QVERIFY(stage.select(from));
        stage.press(u"details.relate"_s);
        auto *picker = stage.find<PassagePicker>(u"details.relation.picker"_s);
        QVERIFY(picker && picker->line()->hasFocus());
        QSignalSpy searched(picker, &PassagePicker::searched);
        const QString words = record.quotation(to)->content.exact.section(u' ', 1, 4);
        QTest::keyClicks(picker->line(), words);
        QTRY_VERIFY(searched.size() > 0 && picker->list()->count() == 1);
        QTest::keyClick(picker->line(), Qt::Key_Return);
        auto *kind = stage.find<QComboBox>(u"details.relation.kind"_s);
        QTRY_VERIFY(kind->hasFocus()); // how they stand is not chosen for anybody
        QVERIFY(stage.workspace.snapshot()->relations().empty());
        QTest::keyClick(kind, Qt::Key_Down);
        QTest::keyClick(kind, Qt::Key_Tab);
        QTRY_VERIFY(picker->line()->hasFocus());
        QTest::keyClick(picker->line(), Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.snapshot()->relations().size(), 1u);
        QTRY_VERIFY(stage.words().contains(u"contradicts"_s));
        QVERIFY(stage.select(to));
        QVERIFY(stage.words().contains(u"is contradicted by"_s));
        const auto id = stage.workspace.snapshot()->relations().front().id;
        auto *note = stage.find<EditableField>(u"details.relation.note.%1"_s.arg(id.value));
        note->edit();
        auto *line = note->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"one of them was there"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.snapshot()->relations().front().note, u"one of them was there"_s);
        QTRY_VERIFY(stage.words().contains(u"one of them was there"_s));
        stage.press(u"details.relation.remove.%1"_s.arg(id.value));
        QTRY_VERIFY(stage.workspace.snapshot()->relations().empty());
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

    void aPassageIsRelatedFromThePaletteToo()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        auto *relate = stage.pane.findChild<QAction *>(u"details.relateTo"_s);
        QVERIFY(relate && stage.pane.actions().contains(relate));
        stage.workspace.selection().clear();
        QTRY_VERIFY(!relate->isEnabled());
        QVERIFY(stage.select(stage.workspace.snapshot()->quotations().front().id));
        QVERIFY(relate->isEnabled());
        relate->trigger();
        QVERIFY(stage.find<PassagePicker>(u"details.relation.picker"_s));
    }

    void whatIsSelectedBesideIsOfferedFirst()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        const Snapshot &record = *stage.workspace.snapshot();
        const ItemId one = record.quotations().front().id;
        const ItemId other = record.figures().front().id;
        stage.workspace.selection().set({one, other}, one);
        QTRY_COMPARE(stage.pane.shownItem(), one);
        stage.press(u"details.relate"_s);
        auto *picker = stage.find<PassagePicker>(u"details.relation.picker"_s);
        QCOMPARE(picker->list()->item(0)->data(Qt::UserRole).value<ItemId>(), other);
        QTest::keyClick(picker->line(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.find<PassagePicker>(u"details.relation.picker"_s));
        QVERIFY(stage.workspace.snapshot()->relations().empty());
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

    void decisionsAreStored()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.accept"_s);
        QTRY_COMPARE(stage.first().status, Status::Accepted);
        QTRY_VERIFY(stage.words().contains(u"Accepted"_s));
        stage.press(u"details.reject"_s);
        QTRY_COMPARE(stage.first().status, Status::Rejected);
        QTRY_VERIFY(stage.find<QPushButton>(u"details.restore"_s));
        stage.press(u"details.restore"_s);
        QTRY_COMPARE(stage.first().status, Status::Suggested);
    }

    void theSpeakerIsSetByTyping()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.speaker"_s);
        auto *picker = stage.pane.findChild<AgentPicker *>();
        QVERIFY(picker);
        QVERIFY(picker->line()->hasFocus());
        QTest::keyClicks(picker->line(), u"harb"_s);
        QTest::keyClick(picker->line(), Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.snapshot()->agent(stage.first().speaker)->type, AgentType::Organisation);
        QTRY_VERIFY(!stage.pane.findChild<AgentPicker *>());
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

    void anotherSpeakerIsAddedAndOneIsTakenAway()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        const AgentId first = stage.first().speaker;
        QVERIFY(first);
        QVERIFY(stage.select(stage.first().id));
        QVERIFY(!stage.pane.findChild<QPushButton *>(u"details.removeSpeaker"_s)); // one alone is edited
        stage.press(u"details.addSpeaker"_s);
        auto *picker = stage.pane.findChild<AgentPicker *>();
        QVERIFY(picker && picker->line()->hasFocus());
        QTest::keyClicks(picker->line(), stage.workspace.snapshot()->agent(first)->name);
        QCOMPARE(picker->list()->count(), 0); // says it already, and is nobody new
        picker->line()->selectAll();
        QTest::keyClicks(picker->line(), u"harb"_s);
        QTest::keyClick(picker->line(), Qt::Key_Return);
        QTRY_COMPARE(stage.first().alsoSpeakers.size(), size_t(1));
        QCOMPARE(stage.first().speaker, first);
        QTRY_VERIFY(stage.pane.findChild<QPushButton *>(u"details.removeSpeaker"_s));
        auto *button = stage.find<QPushButton>(u"details.removeSpeaker"_s);
        QCOMPARE(button->menu()->actions().size(), 2);
        button->menu()->actions().front()->trigger();
        QTRY_VERIFY(stage.first().alsoSpeakers.empty());
        QVERIFY(stage.first().speaker && stage.first().speaker != first);
    }

    void aNewSpeakerIsMadeWhenNobodyIsCalledSo()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.speaker"_s);
        auto *picker = stage.pane.findChild<AgentPicker *>();
        QTest::keyClicks(picker->line(), u"Nell Quist"_s);
        QTest::keyClick(picker->line(), Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.snapshot()->agent(stage.first().speaker)->name, u"Nell Quist"_s);
        stage.press(u"details.speaker"_s);
        picker = stage.pane.findChild<AgentPicker *>();
        QTest::keyClick(picker->line(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.pane.findChild<AgentPicker *>());
    }

    void fieldsOfAnArticleAreSetWhereTheyStand()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        const ArticleId id = stage.workspace.snapshot()->articles().front().id;
        const auto article = [&]() -> const Article & { return *stage.workspace.snapshot()->article(id); };
        QVERIFY(stage.select(id));
        const auto edit = [&](const QString &name, const QString &words) {
            auto *field = stage.find<EditableField>(name);
            QTest::mouseClick(field->findChild<QToolButton *>(), Qt::LeftButton);
            auto *line = field->findChild<QLineEdit *>();
            QVERIFY(line->hasFocus());
            QTest::keyClicks(line, words); // replaces: all of it is selected
            QTest::keyClick(line, Qt::Key_Return);
        };
        edit(u"details.title"_s, u"The bridge is shut"_s);
        QTRY_COMPARE(article().title.value, u"The bridge is shut"_s);
        QCOMPARE(article().title.basis, Basis::User);
        QTRY_VERIFY(stage.words().contains(u"by hand"_s));
        edit(u"details.authors"_s, u"Mira Vos; Tom Lind"_s);
        QTRY_COMPARE(article().authors, QStringList({u"Mira Vos"_s, u"Tom Lind"_s}));
        edit(u"details.published"_s, u"last week"_s);
        QVERIFY(stage.find<EditableField>(u"details.published"_s)->isEditing()); // refused, with the reason beside it
        QTest::keyClick(stage.find<EditableField>(u"details.published"_s)->findChild<QLineEdit *>(), Qt::Key_Escape);
        edit(u"details.published"_s, u"2031-05/.."_s);
        QTRY_COMPARE(article().published.when.toEdtf(), u"2031-05/.."_s);
        QCOMPARE(article().published.basis, Basis::User);
    }

    void notesAreWrittenChangedAndUndone()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.addNote"_s);
        auto *edit = stage.find<QPlainTextEdit>(u"details.newNote"_s);
        QVERIFY(edit && edit->hasFocus());
        QTest::keyClicks(edit, u"ask the board"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stage.workspace.snapshot()->notes().size(), size_t(1));
        QCOMPARE(stage.workspace.snapshot()->notes().front().text, u"ask the board"_s);
        QCOMPARE(stage.workspace.snapshot()->notes().front().about, ItemId(stage.first().id));
        const QString name = u"details.note.%1"_s.arg(stage.workspace.snapshot()->notes().front().id.value);
        QTRY_VERIFY(stage.find<QPlainTextEdit>(name));
        stage.store.run([](store::Project &project) { return project.undo(); });
        QTRY_VERIFY(stage.workspace.snapshot()->notes().empty());
        QTRY_VERIFY(!stage.find<QPlainTextEdit>(name));
    }

    void whatSomebodyTypesOutlivesANewRecord()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.addNote"_s);
        auto *edit = stage.find<QPlainTextEdit>(u"details.newNote"_s);
        QTest::keyClicks(edit, u"half a th"_s);
        stage.store.run([id = stage.first().id](store::Project &project) { return project.setStatus({id}, Status::Accepted); });
        QTRY_COMPARE(stage.first().status, Status::Accepted);
        QCoreApplication::processEvents();
        QCOMPARE(stage.find<QPlainTextEdit>(u"details.newNote"_s), edit);
        QTest::keyClicks(edit, u"ought"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stage.workspace.snapshot()->notes().size(), size_t(1));
        QCOMPARE(stage.workspace.snapshot()->notes().front().text, u"half a thought"_s);
        QTRY_VERIFY(stage.words().contains(u"Accepted"_s));
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
};

QTEST_MAIN(tst_DetailsPane)
#include "tst_detailspane.moc"
